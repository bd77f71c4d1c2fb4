// Made by error-catalog. Do not edit: change the YAML.
import { LANGUAGES, SOURCE_LANGUAGE } from "./codes.js";

export const MOST_RANGES = 128;
const LONGEST_TAG = 128;
const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const LEADING = new RegExp(`^${SPACE}+`);
const ENDING = new RegExp(`${SPACE}$`);
const QUALITY = /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)$/;
const BY_FOLDED_TAG = new Map(LANGUAGES.map((tag) => [tag.toLowerCase(), tag]));

export function negotiate(wanted, fallback = SOURCE_LANGUAGE) {
  if (wanted === null || wanted === undefined) {
    return fallback;
  }
  const ranges = rangesOf(wanted);
  const named = ranges.filter(([tag]) => tag !== "*");
  const refused = refusedBy(ranges, named);
  for (const [tag, quality] of [...ranges].sort(byQuality)) {
    const found = tag === "*" ? any(named, refused) : lookup(tag)[0];
    if (quality && found !== undefined && !refused.has(found)) {
      return found;
    }
  }
  return refused.has(fallback) ? inOrder().find((language) => !refused.has(language)) ?? fallback : fallback;
}

/** Return the languages of the catalog that a tag means, the nearest one first; none for what is not a tag. */
export function lookup(tag) {
  if (typeof tag !== "string" || tag.length > 2 * LONGEST_TAG || [...tag].length > LONGEST_TAG) {
    return [];
  }
  let rest = fold(tag);
  if (rest === "c" || rest === "posix") {
    rest = SOURCE_LANGUAGE.toLowerCase();
  }
  const found = [];
  while (rest) {
    if (BY_FOLDED_TAG.has(rest)) {
      found.push(BY_FOLDED_TAG.get(rest));
    }
    rest = rest.slice(0, Math.max(rest.lastIndexOf("-"), 0));
  }
  return found;
}

function byQuality([, one], [, other]) {
  return other - one;
}

function refusedBy(ranges, named) {
  const never = named.filter(([, quality]) => !quality).map(([tag]) => fold(tag));
  const isIn = (language, tag) => language === tag || language.startsWith(`${tag}-`);
  const refused = new Set(LANGUAGES.filter((language) => never.some((tag) => isIn(language.toLowerCase(), tag))));
  if (ranges.some(([tag, quality]) => tag === "*" && !quality)) {
    const kept = new Set(named.filter(([, quality]) => quality).flatMap(([tag]) => lookup(tag).slice(0, 1)));
    LANGUAGES.filter((language) => !kept.has(language)).forEach((language) => refused.add(language));
  }
  return refused;
}

/** Return the source language, or the first language that is neither refused nor named by a range of its own. */
function any(named, refused) {
  const known = new Set(named.flatMap(([tag]) => lookup(tag).slice(0, 1)));
  const free = inOrder().filter((language) => !refused.has(language));
  return free.find((language) => !known.has(language)) ?? free[0] ?? SOURCE_LANGUAGE;
}

function inOrder() {
  return [SOURCE_LANGUAGE, ...LANGUAGES];
}

/** Return language ranges with their q, in the order given; those of a list all have q=1. */
function rangesOf(wanted) {
  const ranges = [];
  let count = 0;
  for (const item of typeof wanted === "string" ? wanted.split(",", MOST_RANGES) : wanted) {
    if (count++ === MOST_RANGES) {
      break;
    }
    if (typeof wanted !== "string") {
      ranges.push(...(typeof item === "string" ? [[item, 1]] : []));
      continue;
    }
    const [tag, ...parameters] = item.split(";").map(stripped);
    const quality = qualityOf(parameters);
    if (tag && quality !== null) {
      ranges.push([tag, quality]);
    }
  }
  return ranges;
}

/** Return the q of a range: 1 if there is none, null if it is malformed. */
function qualityOf(parameters) {
  for (const parameter of parameters) {
    const at = parameter.indexOf("=");
    const name = stripped(at < 0 ? parameter : parameter.slice(0, at));
    if (name.toLowerCase() === "q") {
      const value = at < 0 ? "" : stripped(parameter.slice(at + 1));
      const quality = QUALITY.test(value) && value.length <= LONGEST_TAG ? Number(value) : 2;
      return quality <= 1 ? quality : null;
    }
  }
  return 1;
}

/** Return a tag without the encoding and the modifier of a POSIX locale, with hyphens, in lower case. */
function fold(tag) {
  return stripped(tag.split("@", 1)[0].split(".", 1)[0].replaceAll("_", "-")).toLowerCase();
}

function stripped(text) {
  let rest = text.replace(LEADING, "");
  while (ENDING.test(rest)) {
    rest = rest.slice(0, -1); // a regular expression for all of them would take quadratic time
  }
  return rest;
}

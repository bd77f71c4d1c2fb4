// Made by error-catalog. Do not edit: change the YAML.
import { COMPLETE, FIELDS, SOURCE_LANGUAGE, TEXTS } from "./codes.js";
import { errorInfo } from "./facts.js";
import { lookup, MOST_RANGES } from "./negotiate.js";

const PLACEHOLDER = /(?<!\{)\{([a-z][a-z0-9_]*)\}(?!\})/g;

const loaded = new Map();

export async function localized(code, languages) {
  errorInfo(code);
  return (await load(languages)).error(code);
}

export async function load(languages) {
  const wanted = languagesFor(languages);
  const modules = await Promise.all(wanted.map(textsOf));
  return new Texts(wanted.map((language, place) => [language, modules[place]]));
}

export function format(text, values) {
  const filled = { ...text };
  for (const field of FIELDS) {
    if (text[field]) {
      filled[field] = text[field].replace(PLACEHOLDER, (_, name) => {
        if (!Object.hasOwn(values, name)) {
          throw new RangeError(`there is no value for {${name}}`);
        }
        return String(values[name]);
      });
    }
  }
  return Object.freeze(filled);
}

class Texts {
  #texts;

  constructor(texts) {
    this.#texts = texts;
    this.languages = Object.freeze(texts.map(([language]) => language));
    Object.freeze(this);
  }

  error(code) {
    errorInfo(code);
    const said = {};
    for (const field of FIELDS) {
      const [text, language] = this.#find(`${code}.${field}`);
      said[field] = text ?? (field === "note" ? "" : null);
      said[field === "message" ? "language" : `${field}_language`] = language;
    }
    return Object.freeze(said);
  }

  retirement(code) {
    return this.#named({ reason: `${errorInfo(code).code}.retired.reason` });
  }

  category(name) {
    return this.#named({ title: `categories.${name}` });
  }

  recovery(name) {
    const advice = `recoveries.${name}.advice`;
    const title = `recoveries.${name}.title`;
    return this.#named({ title: this.#find(title)[1] === null ? advice : title, advice });
  }

  /** Return each text in the first language that has it, with that language; null if there is no such text. */
  #named(contexts) {
    const said = {};
    for (const [name, context] of Object.entries(contexts)) {
      const [text, language] = this.#find(context);
      if (language === null) {
        return null;
      }
      said[name] = text;
      said[`${name}_language`] = language;
    }
    return Object.freeze(said);
  }

  #find(context) {
    for (const [language, texts] of this.#texts) {
      if (Object.hasOwn(texts, context)) {
        return [texts[context], language];
      }
    }
    return [null, null];
  }
}

/** Return the languages to look a text up in, the preferred one first: the last of them has every text. */
function languagesFor(languages) {
  const wanted = languages ?? globalThis.navigator?.languages ?? [];
  const tags = typeof wanted === "string" ? [wanted] : first(wanted);
  const found = [];
  for (const language of [...tags.flatMap(lookup), SOURCE_LANGUAGE]) {
    if (!found.includes(language)) {
      found.push(language);
    }
    if (COMPLETE.has(language)) {
      break;
    }
  }
  return found;
}

/** Return as many items as a reader can mean. */
function first(items) {
  const found = [];
  for (const item of items) {
    if (found.push(item) === MOST_RANGES) {
      break;
    }
  }
  return found;
}

async function textsOf(language) {
  if (!loaded.has(language)) {
    loaded.set(language, (await TEXTS.get(language)()).default);
  }
  return loaded.get(language);
}

/* Finds errors by what a reader types or pastes: codes, names, parts of words, other forms of them, typing errors.
   Knows scripts, but no language, and needs no page: worker.js and filter.js show what it finds.
   It is a `var`, since instant navigation runs scripts again. */
var errorCatalog = globalThis.errorCatalog ?? (() => {
  const WORD = /[\p{L}\p{N}\p{M}]/u
  const CLUSTER = /\P{M}[\p{M}\uff9e\uff9f]{0,8}|\p{M}+/gu // a letter with its marks, also half-width kana's
  const UNDECOMPOSED = { "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "ı": "i", "ς": "σ" }
  const ACCENTS = /(?![\u3099\u309a])\p{sc=Zinh}/gu // kana's voicing marks tell sounds apart, accents do not
  const NUMBER = /^\p{N}+$/u // a number has no other forms
  const UNSPACED = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u
  const KATAKANA = /([\p{sc=Kana}ー\u3099\u309a]+)/u // often a word of its own
  const HANGUL = /\p{sc=Hang}/u
  const WEIGHTS = { code: 3, message: 10, name: 8, keywords: 9, lookup: 9, note: 5, more: 4, published: 4, category: 2, title: 1, advice: 1 }
  const WHOLE = 1, START = 0.8, INSIDE = 0.5, OTHER_FORM = 0.3, TYPING_ERROR = 0.25, SIMILAR = 0.12, FIRST = 100_000
  const ENOUGH = 0.6 // of what the best error has of a query
  const SEVERAL_WORDS = 8 // letters that are not together by chance over a gap
  const MOST_WORDS = 16, LONGEST_PHRASE = 200, LONGEST_QUERY = 6_000
  const SHORT = 4 // a code with fewer characters is one only if something says so
  const SAYS_OTHER = /(?:thread|pool|worker|exec|goroutine|(?:^|[^a-z])(?:[tp]?pid|[tui]?id|port|line|job|task))[\s#:=_/[("'-]{0,4}$/i
  const MONTH = "(?:jan|f[eé][bv]|m[aä]r|a[pv]r|ma[iyj]|ju[nil]|a[uo][gû]|sep|o[ck]t|nov|d[eé][cz])\\p{L}{0,7}"
  const TIMES = new RegExp([
    String.raw`(?:^|\D)\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?!\d)|\d{4} ?[年년]`,
    String.raw`(?:^|\D)\d{1,2}:\d\d(?::\d\d)?(?:[.,:]\d+)?(?: ?[+-]\d\d:?\d\d)?`,
    String.raw`(?:\d{1,2}[ ./-]{1,2}${MONTH}[ ./,-]{0,2}|${MONTH} {1,2}\d{1,2},? (?:\d\d(?::\d\d){2} (?:[a-z]{3,4} )?)?)\d{4}(?!\d)`,
  ].join("|"), "giu")

  const foldCluster = cluster => [...cluster.normalize("NFKD").toLowerCase().normalize("NFKD").replace(ACCENTS, "")]
    .map(letter => UNDECOMPOSED[letter] ?? letter).join("")
  const shape = code => code.toLowerCase().replace(/\d/g, "9")

  /* The letters and digits of a text without anything between them. For each of them, `from` and `to` lead back into
     the text, and `ends` is where its word ends. Hangul is in its letters, so 만료된 and 만료됨 share a beginning. */
  function fold(text) {
    let letters = ""
    const from = [], to = [], ends = []
    const endWord = () => { while (ends.length < letters.length) ends.push(letters.length) }
    for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
      if (!WORD.test(cluster)) { endWord(); continue }
      for (const letter of foldCluster(cluster).split("")) { letters += letter; from.push(index); to.push(index + cluster.length) }
    }
    endWord()
    return { letters, from, to, ends }
  }

  function wordsOf({ letters, ends }) {
    const found = []
    for (let at = 0; at < letters.length; at = ends[at]) found.push(letters.slice(at, ends[at]))
    return found
  }

  /* Where a field has a part: inside a word, or over gaps between words from where one `begins`. */
  function places({ letters, ends }, part) {
    const found = []
    for (let at = part ? letters.indexOf(part) : -1; at >= 0; at = letters.indexOf(part, at + 1)) {
      const end = at + part.length, begins = !at || ends[at - 1] === at
      if (begins || ends[at] >= end) found.push({ at, end, begins })
    }
    return found
  }

  /* How well a field has a word as it stands. */
  function exact(field, word) {
    const found = places(field, word).map(({ end, begins }) => !begins ? INSIDE : field.ends[end - 1] === end ? WHOLE : START)
    return found.length && { parts: [word], quality: Math.max(...found) }
  }

  /* The beginning that other forms of a word share: two syllables of Hangul, half of the letters elsewhere. */
  function stem(word) {
    if (!HANGUL.test(word)) return word.slice(0, Math.max(word.length > 4 ? 4 : 3, Math.ceil(word.length / 2)))
    const syllables = word.normalize("NFC")
    return syllables.length > 2 ? syllables.slice(0, 2).normalize("NFKD") : word
  }

  /* The longest beginning of a word that a field has, as of another form of the same word. */
  function otherForm(field, word, least) {
    for (let length = word.length - 1; length >= least; length--) {
      const part = word.slice(0, length), fits = ({ at, end }) => field.ends[at] >= end || length >= SEVERAL_WORDS
      if (places(field, part).some(fits)) return { parts: [part], quality: (OTHER_FORM * length) / word.length }
    }
    return 0
  }

  /* The pairs of letters or syllables of a word. */
  function pairs(word) {
    const letters = [...word.normalize("NFC")]
    return letters.slice(1).map((letter, at) => (letters[at] + letter).normalize("NFKD"))
  }

  /* Whether one letter more, less or other, or two that changed places, make a word of another. */
  function isNear(word, other) {
    let at = 0
    while (at < word.length && word[at] === other[at]) at++
    const one = word.slice(at), two = other.slice(at)
    return [[1, 0], [0, 1], [1, 1]].some(([here, there]) => one.slice(here) === two.slice(there))
      || (one.slice(2) === two.slice(2) && one[0] === two[1] && one[1] === two[0])
  }

  /* Returns a function that finds the entries of {hints, unknown, entries}. */
  function index({ hints, unknown, entries }) {
    const fieldsOf = entry => Object.keys(WEIGHTS).map(name => ({ name, ...fold([entry[name] ?? []].flat().join(" ")) }))
    const titlesOf = ({ name, message, keywords = [] }) => [name, message, ...keywords].map(title => fold(title).letters)
    const documents = entries.map(entry => ({ entry, fields: fieldsOf(entry), titles: titlesOf(entry) }))
    const fields = documents.flatMap(({ fields }) => fields), haystack = fields.map(({ letters }) => letters).join("\n")
    const vocabulary = [...new Set(fields.flatMap(wordsOf))].filter(word => word.length > 3)
    const known = new Map(), shapes = new Set(entries.map(({ code }) => shape(code)))
    const add = (as, kind, document) => known.set(as.toLowerCase(), [...known.get(as.toLowerCase()) ?? [], { as, kind, document }])
    for (const document of documents) {
      const { code, name, lookup = [] } = document.entry
      for (const [i, as] of [code, name, ...lookup].entries()) add(as, Math.min(i, 2), document)
    }

    /* The best of what each document has by `match`. */
    const best = match => documents.map(({ fields }) => fields.reduce((best, field) => {
      const here = match(field), score = here && here.quality * WEIGHTS[field.name]
      return score > (best?.score ?? 0) ? { ...here, score } : best
    }, null))

    /* What of a word each document has: the word, another form, a word that is nearly it, or pairs of its letters.
       A part of a code says nothing beside other words; a part of a number for looking up never does. */
    function matches(word, alone) {
      if (NUMBER.test(word)) return best(field => {
        const here = exact(field, word)
        return field.name === "code" && !alone || field.name === "lookup" && here.quality < WHOLE ? 0 : here
      })
      const similar = () => {
        const all = pairs(word), parts = all.filter(part => haystack.includes(part))
        const least = all.length / (word.replace(KATAKANA, "") ? 3 : 2) // words in katakana have no other forms
        return best(field => {
          const own = parts.filter(part => field.letters.includes(part))
          return exact(field, word) || (own.length > least && { parts: own, quality: (SIMILAR * own.length) / all.length })
        })
      }
      if (UNSPACED.test(word)) return similar()
      const start = stem(word), isForm = haystack.includes(start)
      const near = word.length < 4 || fields.some(field => places(field, word).length) ? [] : vocabulary.filter(other => isNear(word, other))
      const nearly = part => part && { parts: [part], quality: TYPING_ERROR }
      const found = best(field => exact(field, word) || nearly(near.find(part => field.letters.includes(part)))
        || (isForm && otherForm(field, word, start.length)))
      return HANGUL.test(word) && !found.some(Boolean) ? similar() : found
    }

    /* Whether the word before a number says that it is a code: "fault", but not "default"; `SoapFault`, `error_code`. */
    function saysError(before) {
      const word = /([\p{L}_]+)[^\p{L}\p{N}_.,;!?\n]{0,5}$/u.exec(before)?.[1] ?? ""
      const last = word.replace(/\p{Ll}(?=\p{Lu})/gu, "$&_").split("_").at(-1).toLowerCase()
      const isLong = last.length > (last === last.toUpperCase() ? 1 : 2)
      return /(?:^|\D)#\s?$/.test(before) || (isLong && hints.some(hint => last.startsWith(hint) || hint.startsWith(last)))
    }

    /* The documents whose code, name or value stands in a text on its own, with what stands there: first codes that the
       text calls so, then names, other codes, values, and what may be something else. Digits may follow letters. */
    function named(text) {
      const clean = text.replace(TIMES, found => " ".repeat(found.length)), doubts = new Map()
      const alone = text.replace(/[^\p{L}\p{N}_%]/gu, "").toLowerCase()
      const take = (token, at) => {
        const value = token.toLowerCase(), end = at + token.length
        if (!known.has(value) || doubts.get(value) === 0) return
        const before = clean.slice(Math.max(0, at - 30), at), isSaid = saysError(before)
        const beside = /[^\d-]/.test(token) ? [] : [/(\d+)[-:.,/#]$/.exec(before), /^[-:.,/#](\d+)/.exec(clean.slice(end, end + 30))].filter(Boolean)
        const isPlain = token.length < SHORT || (/^\p{L}+$/u.test(token) && !known.get(value).some(({ as }) => as === token))
        if (SAYS_OTHER.test(before) || beside.some(([, digits]) => !known.has(digits))) return
        if (isPlain && !isSaid && value.replace("-", "") !== alone) return
        const doubt = isSaid ? 0 : beside.length || /[\w)]\[$|\*$|\.\w{1,5}[:(]$/.test(before) ? 2 : 1
        doubts.set(value, Math.min(doubt, doubts.get(value) ?? 2))
      }
      for (const { 0: digits, index } of clean.matchAll(/-?\d+/g)) {
        const value = known.has(digits) ? digits : digits.replace("-", ""), end = index + digits.length
        if (!known.has(value) || /[A-Za-z]/.test(clean.slice(end, end + 1))) continue
        if (!/\d[A-Za-z]+$/.test(clean.slice(Math.max(0, index - 20), index))) take(value, end - value.length)
      }
      for (const { 0: token, index } of clean.matchAll(/[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*/gu)) {
        if (/^\d+$/.test(token)) continue
        let at = index
        take(token, at)
        for (const piece of token.split(/[.-]/)) { take(piece, at); at += piece.length + 1 }
      }
      const found = [...doubts].flatMap(([value, doubt]) => known.get(value)
        .map(({ as, kind, document }) => ({ as, document, order: doubt > 1 ? 5 : kind ? 2 * kind - 1 : 2 * doubt })))
      const first = new Map()
      for (const { document, as } of found.sort((a, b) => a.order - b.order)) first.set(document, [...first.get(document) ?? [], fold(as).letters])
      return first
    }

    /* A number or word that is written where a code is, and is no code. */
    function missing(text) {
      const said = text.split(/[\s:#=]+/).filter(Boolean), last = said.at(-1) ?? ""
      const asked = [last, last.replace(/^\p{L}+/u, "")].find(code => shapes.has(shape(code)))
      return said.length < 4 && asked && !known.has(asked.toLowerCase()) ? unknown.replace("{code}", asked) : ""
    }

    /* The errors that a query is about, best first, each with the `parts` of the query to mark. Those that it names,
       whatever else it says, come before all others. `unknown` of the list says that a code does not exist. */
    return function find(query) {
      const text = query.slice(0, LONGEST_QUERY).normalize("NFKC").slice(0, LONGEST_QUERY)
      const first = named(text), phrase = fold(text.slice(0, LONGEST_PHRASE))
      const asked = [...new Set(wordsOf(phrase).flatMap(word => UNSPACED.test(word) && !haystack.includes(word) ? [word, ...word.split(KATAKANA)] : word))]
        .filter(Boolean).slice(0, MOST_WORDS)
      const alone = asked.length === 1 || asked.every(word => NUMBER.test(word))
      const found = asked.map(word => {
        const hits = matches(word, alone), rarity = Math.log(1 + documents.length / (hits.filter(Boolean).length || 1))
        return { hits, weight: rarity * (10 + word.length) } // longer words say more
      })
      const others = documents.map((document, i) => {
        const own = found.filter(({ hits }) => hits[i]), sum = of => own.reduce((sum, { hits, weight }) => sum + weight * of(hits[i]), 0)
        return {
          entry: document.entry, isNamed: first.has(document), isComplete: own.length === found.length, covered: sum(() => 1),
          score: sum(({ score }) => score) + (document.titles.includes(phrase.letters) ? FIRST : 0), parts: own.flatMap(({ hits }) => hits[i].parts),
        }
      }).filter(({ covered, isNamed }) => covered && !isNamed)
      const most = Math.max(...others.map(({ covered }) => covered))
      const list = [
        ...[...first].map(([{ entry }, parts]) => ({ entry, isComplete: true, isNamed: true, parts })),
        ...others.filter(({ covered }) => covered >= ENOUGH * most).sort((a, b) => b.score - a.score),
      ]
      list.unknown = first.size ? "" : missing(text)
      return list
    }
  }

  /* A text in pieces {text, marked}: marked are those that a part of the query stands for. */
  function mark(text, parts) {
    const field = fold(text), marked = new Uint8Array(text.length), pieces = []
    for (const { at, end } of parts.flatMap(part => places(field, part))) marked.fill(1, field.from[at], field.to[end - 1])
    for (let i = 0; i < text.length; i++) {
      if (pieces.at(-1)?.marked !== marked[i]) pieces.push({ text: "", marked: marked[i] })
      pieces.at(-1).text += text[i]
    }
    return pieces
  }

  /* `load` is what the file of a language calls; whoever loads one sets `receive` before. */
  return { index, mark, receive: () => {}, load(data) { this.receive(data) } }
})()

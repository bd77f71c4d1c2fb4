/* Finds entries by what a reader types: parts of words, other forms of them, without accents, with other spaces.
   Knows scripts, but no language, and needs no page: search_box.js and filter.js show what it finds. */
const catalogSearch = (() => {
  const WORD = /[\p{L}\p{N}\p{M}]/u
  const CLUSTER = /\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gu // a letter with its marks, also half-width kana's
  const UNDECOMPOSED = { "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "ı": "i", "ς": "σ" }
  const ACCENTS = /(?![\u3099\u309a])\p{Script=Inherited}/gu // kana's voicing marks tell sounds apart, accents do not
  const NUMBER = /^\p{N}+$/u // a number has no other forms
  const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
  const WEIGHTS = { code: 3, message: 10, name: 8, note: 5, category: 2 }
  const TITLES = ["code", "name", "message"]
  const WHOLE_CODE = 100 // part of a code says less than a number in a text
  const WHOLE = 1, START = 0.8, INSIDE = 0.5, OTHER_FORM = 0.3, BEGINNING = 0.1

  const foldCluster = cluster => [...cluster.normalize("NFKD").toLowerCase().normalize("NFKD").replace(ACCENTS, "")]
    .map(letter => UNDECOMPOSED[letter] ?? letter).join("")

  /* The letters and digits of a text without anything between them; `from` and `to` lead back into the text,
     `starts` are the places where words begin. Hangul is in its letters, so 만료된 and 만료됨 share a beginning. */
  function fold(text) {
    let letters = "", inWord = false
    const from = [], to = [], starts = new Set()
    for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
      if (!WORD.test(cluster)) { inWord = false; continue }
      if (!inWord) starts.add(letters.length)
      inWord = true
      for (const letter of foldCluster(cluster)) { letters += letter; from.push(index); to.push(index + cluster.length) }
    }
    starts.add(letters.length)
    return { text, letters, from, to, starts }
  }

  /* The words of a query. A cased letter alone, as of l'appel, says nothing beside longer words. */
  function words(query) {
    const { letters, starts } = fold(query)
    const places = [...starts]
    const found = [...new Set(places.slice(1).map((end, i) => letters.slice(places[i], end)))]
    const longer = found.filter(word => [...word].length > 1 || word.toUpperCase() === word)
    return longer.length ? longer : found
  }

  function occurrences(field, part) {
    const found = []
    for (let at = field.letters.indexOf(part); at >= 0; at = field.letters.indexOf(part, at + 1)) found.push(at)
    return found
  }

  /* How many letters follow `end` in the same word. */
  function tail(field, end) {
    let more = 0
    while (!field.starts.has(end + more)) more++
    return more
  }

  function crosses(field, at, end) {
    for (let i = at + 1; i < end; i++) if (field.starts.has(i)) return true
    return false
  }

  /* The best place of a word in a field as it stands. Over a gap between words it must begin where a word does. */
  function exact(field, word) {
    let best = null
    for (const at of occurrences(field, word)) {
      const end = at + word.length, begins = field.starts.has(at)
      if (!begins && crosses(field, at, end)) continue
      const quality = begins ? (field.starts.has(end) ? WHOLE : START) : INSIDE
      if (!best || quality > best.quality) best = { part: word, quality }
    }
    return best
  }

  /* The shortest beginning of a word that other forms of it share: two syllables of Hangul, all but hiragana
     where words have no spaces, more than half of the letters elsewhere. */
  function stemLength(word) {
    const syllables = word.normalize("NFC")
    if (/\p{Script=Hangul}/u.test(word)) return syllables.length > 2 ? syllables.slice(0, 2).normalize("NFKD").length : word.length
    if (UNSPACED.test(word)) return Math.max(2, word.replace(/\p{Script=Hiragana}+$/u, "").length)
    return Math.max(word.length > 4 ? 4 : 3, Math.ceil(word.length * 0.6))
  }

  /* The longest beginning of a word that a field has, as of another form of the same word. */
  function otherForm(field, word) {
    if (NUMBER.test(word)) return null
    const free = UNSPACED.test(word) || /\p{Script=Hangul}/u.test(word)
    for (let length = word.length - 1; length >= stemLength(word); length--) {
      const part = word.slice(0, length)
      for (const at of occurrences(field, part)) {
        if (crosses(field, at, at + length)) continue
        if (free || tail(field, at + length) <= length) return { part, quality: (OTHER_FORM * length) / word.length }
      }
    }
    return null
  }

  /* An index of entries {code, name, message, note, category}. */
  function index(entries) {
    const documents = entries.map(entry => ({
      entry,
      fields: Object.keys(WEIGHTS).filter(name => entry[name]).map(name => ({ name, ...fold(entry[name]) })),
    }))

    function best(document, match) {
      let found = null
      for (const field of document.fields) {
        const here = match(field)
        const isCode = field.name === "code" && here?.part === field.letters
        const score = here ? here.quality * (isCode ? WHOLE_CODE : WEIGHTS[field.name]) : 0
        if (here && (!found || score > found.score)) found = { part: here.part, score }
      }
      return found
    }

    /* What of a word each document has: the word, or another form; if none has either, its longest beginning. */
    function matches(word) {
      const found = documents.map(document => best(document, field => exact(field, word) ?? otherForm(field, word)))
      const least = NUMBER.test(word) ? word.length : UNSPACED.test(word) ? 2 : 4
      for (let length = word.length - 1; length >= least && !found.some(Boolean); length--) {
        const part = word.slice(0, length)
        documents.forEach((document, i) => { found[i] = best(document, field => exact(field, part) && { part, quality: BEGINNING }) })
      }
      return found
    }

    /* A whole code, name or message comes first, then whatever has the words of the query in a row. */
    function bonus({ fields }, query, count) {
      if (fields.some(({ name, letters }) => TITLES.includes(name) && letters === query)) return 100_000
      const inARow = fields.filter(field => occurrences(field, query).some(at => field.starts.has(at)))
      return count > 1 && inARow.length ? 2000 : inARow.some(({ name }) => name === "message") ? 200 : 0
    }

    /* The entries that have most of the words of a query, best first, each with the `parts` to mark. */
    return function find(query) {
      const asked = words(query), whole = fold(query).letters
      const perWord = asked.map(matches)
      const found = documents.map((document, i) => {
        const hits = perWord.map(found => found[i]).filter(Boolean)
        const score = hits.reduce((sum, hit) => sum + hit.score * (10 + hit.part.length), 0) // longer words say more
        return { entry: document.entry, count: hits.length, isComplete: hits.length === asked.length, score: score + bonus(document, whole, asked.length), parts: hits.map(hit => hit.part) }
      })
      const most = Math.max(0, ...found.map(({ count }) => count))
      return most ? found.filter(({ count }) => count === most).sort((a, b) => b.score - a.score) : []
    }
  }

  /* A text in pieces {text, marked}: marked are those that a part of the query stands for. */
  function mark(text, parts) {
    const field = fold(text), marked = new Uint8Array(text.length)
    for (const part of parts) {
      for (const at of occurrences(field, part)) {
        const end = at + part.length
        if (!field.starts.has(at) && crosses(field, at, end)) continue
        marked.fill(1, field.from[at], field.to[end - 1])
      }
    }
    const pieces = []
    for (let i = 0; i < text.length; i++) {
      if (!pieces.length || pieces.at(-1).marked !== marked[i]) pieces.push({ text: "", marked: marked[i] })
      pieces.at(-1).text += text[i]
    }
    return pieces
  }

  /* The entries of this language's search.js, for whoever waits for them. */
  let deliver
  const loaded = new Promise(resolve => { deliver = resolve })
  return { index, mark, load: deliver, loaded }
})()

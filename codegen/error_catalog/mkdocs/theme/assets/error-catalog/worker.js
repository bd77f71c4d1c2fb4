/* The worker of the search: Material's own, whose questions are overheard, with the catalog's answers. The address says
   where Material's worker is, and the data of each catalog. */
(() => {
  const own = self.document?.querySelector("script[src]").src ?? location.href
  const here = new URL(own.replace(/[/?]\d+$/, "")) // the shim for pages from disk adds the time
  const root = new URL("../../", here), asked = here.searchParams
  const MOST = 30, FEW = 5
  const post = self.postMessage.bind(self)
  const escape = text => text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`)
  const marked = (text, parts) => errorCatalog.mark(text, parts)
    .map(piece => (piece.marked ? `<mark data-md-highlight>${escape(piece.text)}</mark>` : escape(piece.text))).join("")
  const catalogs = []
  let query = ""

  const letters = text => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase()
  const item = (rank, location, title, text) => ({ rank, item: [{ location, title, text, score: 1, terms: {} }] })

  /* Errors that the query names, what is said of a code that no catalog has, and errors with all or some of its words. */
  function answers() {
    const lists = catalogs.map(catalog => ({ ...catalog, found: catalog.find(query) }))
    const isUnknown = !lists.some(({ found }) => found[0]?.isNamed)
    return lists.flatMap(({ folder, end, found }) => [
      ...(isUnknown && found.unknown ? [item(7, `${folder}/index.html`, escape(found.unknown), "")] : []),
      ...found.slice(0, MOST).map(({ entry, parts, isNamed, isComplete }, i) => item(
        isNamed ? 8 : !isComplete ? 1 : i < FEW ? 5 : 3, `${folder}/${entry.page ?? `codes/${entry.code}${end}`}`,
        marked(`${entry.code} ${entry.message}`, parts),
        `<p>${marked([entry.name, entry.note, entry.title].filter(Boolean).join(" · "), parts)}</p>`,
      )),
    ])
  }

  /* How near a page is: it has this very heading, all of the words, or some. */
  const rank = page => page.some(({ title }) => letters(title.replace(/<[^>]*>|&#?\w+;/g, "")) === letters(query)) ? 4
    : page.some(({ terms = {} }) => Object.values(terms).every(Boolean)) ? 2 : 0

  self.postMessage = message => {
    if (message.type === 3 && query) {
      const all = [...answers(), ...message.data.items.map(item => ({ rank: rank(item), item }))]
      message.data.items = all.sort((one, other) => other.rank - one.rank).map(({ item }) => item)
    }
    post(message)
  }
  addEventListener("message", ({ data }) => { if (data?.type === 2) query = String(data.data ?? "").trim() })

  async function load() {
    await importScripts(new URL("finder.js", here).href)
    for (const given of asked.getAll("catalog")) {
      const folder = given.replace(/\/$/, "")
      errorCatalog.receive = data => catalogs.push({ find: errorCatalog.index(data), folder, end: given === folder ? ".html" : "/" })
      await importScripts(new URL(`${folder}/search.js`, root).href)
    }
  }
  load()
  importScripts(new URL(asked.get("stock"), root).href)
})()

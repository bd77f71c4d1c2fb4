/* The worker of the search: Material's own, with the catalog's answers first. It is loaded from here, and
   its questions are overheard. The address says where Material's worker is, and the data of each catalog. */
(() => {
  const own = self.document?.querySelector("script[src]").src ?? location.href
  const here = new URL(own.replace(/[/?]\d+$/, "")) // the shim for pages from disk adds the time
  const root = new URL("../../", here), asked = here.searchParams
  const MOST = 30
  const post = self.postMessage.bind(self)
  const escape = text => text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`)
  const marked = (text, parts) => errorCatalog.mark(text, parts)
    .map(piece => (piece.marked ? `<mark data-md-highlight>${escape(piece.text)}</mark>` : escape(piece.text))).join("")
  const catalogs = []
  let query = ""

  const item = (location, title, text, rank) => [{ location, title, text, score: rank * 1e9, terms: {} }]

  /* Errors that the query names, what is said of a code that no catalog has, other errors. */
  function answers() {
    const lists = catalogs.map(catalog => ({ ...catalog, found: catalog.find(query) }))
    const isUnknown = !lists.some(({ found }) => found[0]?.isNamed)
    return lists.flatMap(({ folder, end, found }) => [
      ...(isUnknown && found.unknown ? [item(`${folder}/index.html`, escape(found.unknown), "", 2)] : []),
      ...found.slice(0, MOST).map(({ entry, parts, isNamed }) => item(
        `${folder}/codes/${entry.code}${end}`, marked(`${entry.code} ${entry.message}`, parts),
        `<p>${marked([entry.name, entry.note, entry.title].filter(Boolean).join(" · "), parts)}</p>`, isNamed ? 3 : 1,
      )),
    ]).sort(([one], [other]) => other.score - one.score)
  }

  self.postMessage = message => {
    if (message.type === 3 && query) message.data.items = [...answers(), ...message.data.items]
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

/* Fuzzes the finder of the site, guided by the coverage that V8 measures.
   Standard input: {finder, scripts, seeds, seconds, most, random}: the finder, the search data by language, queries to
   begin with, how long and how many to try, and the seed of chance. Standard output: {tried, kept, finding}: how many queries were tried,
   those that reached code that none had reached, and the first with a wrong answer, with what is wrong, or null. */
const { readFileSync } = require("node:fs")
const { Session } = require("node:inspector")
const { Script } = require("node:vm")

const { finder, scripts, seeds, seconds, most, random } = JSON.parse(readFileSync(0, "utf8"))
const LONGEST = 2000, SLOW = 5000, TOKENS = ["20103", "-", "#", "error ", "LEAD_NOT_FOUND", "\n", "リード", "만료", "é", "\u0301", "\ud800", "12:30:01 ", "thread-"]
const session = new Session(), kept = [...seeds], reached = new Set(), finders = []
session.connect()
session.post("Profiler.enable")
session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true })
new Script(finder, { filename: "finder.js" }).runInThisContext()
for (const script of Object.values(scripts)) {
  errorCatalog.receive = data => finders.push({ find: errorCatalog.index(data), entries: new Set(data.entries) })
  new Script(script).runInThisContext()
}

let state = random >>> 0
const below = limit => { // mulberry32: the same queries for the same seed
  state = (state + 0x6d2b79f5) >>> 0
  let mixed = Math.imul(state ^ (state >>> 15), state | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
}
const one = list => list[below(list.length)]
const piece = text => { const at = below(text.length + 1); return text.slice(at, at + 1 + below(12)) }

function changed(text) {
  const at = below(text.length + 1), end = at + below(20)
  switch (below(7)) {
    case 0: return text.slice(0, at) + text.slice(end)
    case 1: return text.slice(0, end) + text.slice(at)
    case 2: return text.slice(0, at) + one(TOKENS) + text.slice(at)
    case 3: return text.slice(0, at) + String.fromCharCode(below(4) ? below(128) : below(65536)) + text.slice(at + below(2))
    case 4: return text.slice(0, at) + piece(one(kept)) + text.slice(at)
    case 5: return below(2) ? text.toUpperCase() : text.normalize(one(["NFC", "NFD", "NFKC", "NFKD"]))
    default: return text.slice(0, at) + text.slice(at, end).repeat(1 + below(60)) + text.slice(end)
  }
}

/* What is wrong with the answer to a query; "" if nothing is. */
function wrong({ find, entries }, query) {
  const begin = performance.now(), found = find(query), list = found.map(({ entry }) => entry)
  if (performance.now() - begin > SLOW) return "takes too long"
  if (new Set(list).size < list.length) return "an error twice"
  if (list.some(entry => !entries.has(entry))) return "not an error of the catalog"
  if (found.some(({ isNamed }, i) => isNamed && i && !found[i - 1].isNamed)) return "named errors are not first"
  if (found.some(({ isNamed, score }) => !isNamed && !(score > 0 && score < Infinity))) return "a score that is no number"
  if (typeof found.unknown !== "string") return "unknown is not a text"
  for (const { entry, parts } of found.slice(0, 3)) {
    if (errorCatalog.mark(entry.message, parts).map(({ text }) => text).join("") !== entry.message) return "marks change the text"
  }
  return errorCatalog.mark(query, [query]).map(({ text }) => text).join("") === query ? "" : "marks change the query"
}

function reachesMore() {
  let coverage = [], isMore = false
  session.post("Profiler.takePreciseCoverage", (_, { result }) => { coverage = result })
  for (const { functions } of coverage.filter(({ url }) => url === "finder.js")) {
    for (const { startOffset, endOffset, count } of functions.flatMap(({ ranges }) => ranges).filter(({ count }) => count)) {
      const place = `${startOffset}-${endOffset}-${Math.min(8, Math.floor(Math.log2(count)))}`
      if (!reached.has(place)) { reached.add(place); isMore = true }
    }
  }
  return isMore
}

const until = performance.now() + seconds * 1000
let tried = 0, finding = null
while (performance.now() < until && tried < most && !finding) {
  let query = tried < seeds.length ? seeds[tried] : one(kept)
  for (let left = tried < seeds.length ? 0 : 1 + below(4); left; left--) query = changed(query).slice(0, LONGEST)
  tried += 1
  try {
    const said = wrong(one(finders), query)
    if (said) finding = { query, said }
  } catch (error) {
    finding = { query, said: String(error.stack) }
  }
  if (reachesMore() && tried > seeds.length) kept.push(query)
}
process.stdout.write(JSON.stringify({ tried, kept: kept.slice(seeds.length), finding }))

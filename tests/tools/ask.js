/* Asks the finder of the site in node, as its pages do.
   Standard input: {finder, scripts, asked, isTimed}: the finder, the search data by language, pairs of a language and a
   query, and whether the time matters. Standard output: an answer to each. */
const { readFileSync } = require("node:fs")
const { runInThisContext } = require("node:vm")

const RUNS = 3, MORE_RUNS = 20, SLOW = 2 // the fastest counts: others share the machine

function answer(find, query, isTimed) {
  let found, milliseconds = Infinity
  const isEnough = run => run > 0 && (!isTimed || run >= MORE_RUNS || (run >= RUNS && milliseconds < SLOW))
  for (let run = 0; !isEnough(run); run++) {
    const start = performance.now()
    found = find(query)
    milliseconds = Math.min(milliseconds, performance.now() - start)
  }
  return {
    milliseconds,
    codes: found.map(({ entry }) => entry.code),
    named: found.filter(({ isNamed }) => isNamed).map(({ entry }) => entry.code),
    complete: found.filter(({ isComplete }) => isComplete).map(({ entry }) => entry.code),
    unknown: found.unknown,
    marked: found.slice(0, 1).flatMap(({ entry, parts }) => errorCatalog.mark(`${entry.code} ${entry.message}`, parts))
      .map(({ text, marked }) => [text, Boolean(marked)]),
  }
}

const { finder, scripts, asked, isTimed } = JSON.parse(readFileSync(0, "utf8"))
runInThisContext(finder)
const finders = {}
for (const [name, script] of Object.entries(scripts)) {
  errorCatalog.receive = data => { finders[name] = errorCatalog.index(data) }
  runInThisContext(script)
}
process.stdout.write(JSON.stringify(asked.map(([name, query]) => answer(finders[name], query, isTimed))))

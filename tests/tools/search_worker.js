/* Runs worker.js in node, as a browser runs it beside Material's own worker.
   Standard input: {address, files, asked}: the address of the worker, the scripts of the site by their address, and
   queries. Standard output: the items that are posted for each query. */
const { readFileSync } = require("node:fs")
const { createContext, runInContext } = require("node:vm")

const { address, files, asked, isPageFromDisk } = JSON.parse(readFileSync(0, "utf8"))
const posted = [], listeners = []
const scope = {
  URL,
  location: isPageFromDisk ? undefined : new URL(address),
  document: isPageFromDisk ? { querySelector: () => ({ src: address }) } : undefined,
  importScripts: given => { runInContext(files[given.split("?")[0]], context) },
  addEventListener: (_, listener) => listeners.push(listener),
  postMessage: message => posted.push(message),
}
scope.self = scope
const context = createContext(scope)
runInContext(files[address.split("?")[0]], context)

async function main() {
  for (const data of asked) {
    await new Promise(setImmediate) // scripts are loaded one after the other
    for (const listener of listeners) listener({ data: { type: 2, data } })
  }
  process.stdout.write(JSON.stringify(posted.filter(({ type }) => type === 3).map(({ data }) => data.items.flat())))
}
main()

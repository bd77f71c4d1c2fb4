/* Folds texts in node, as the search of the site does.
   Standard input: {finder, texts}: the finder, and pairs of a text and its letters. Standard output: {accents, marks}:
   the characters that are Unicode's common accents, and per text which of its UTF-16 units the letters stand for. */
const { readFileSync } = require("node:fs")
const { runInThisContext } = require("node:vm")

const { finder, texts } = JSON.parse(readFileSync(0, "utf8"))
runInThisContext(finder)
let accents = ""
for (let code = 0; code < 0x110000; code++) {
  const letter = String.fromCodePoint(code)
  if (/\p{sc=Zinh}/u.test(letter)) accents += letter
}
const marks = ([text, letters]) => errorCatalog.mark(text, [letters]).map(({ text, marked }) => (marked ? "1" : "0").repeat(text.length)).join("")
process.stdout.write(JSON.stringify({ accents, marks: texts.map(marks) }))

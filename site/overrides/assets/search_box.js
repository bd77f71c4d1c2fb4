/* The search in the header: results under the field while the reader types, links for every key and pointer. */
(() => {
  const form = document.querySelector("[data-search]")
  if (!form) return
  const input = form.querySelector("input"), panel = form.querySelector(".search__panel")
  const status = panel.querySelector("[role=status]"), list = panel.querySelector("ol")
  const { results, none, codes, index } = form.dataset
  const MOST = 100
  let asked = false

  /* The texts are read when a reader turns to the field, not with every page. */
  const ready = () => {
    if (!asked) {
      asked = true
      document.head.append(Object.assign(document.createElement("script"), { src: index }))
    }
    return (ready.index ??= catalogSearch.loaded.then(catalogSearch.index))
  }

  const shown = (tag, text, parts) => {
    const element = document.createElement(tag)
    for (const piece of catalogSearch.mark(text, parts)) {
      if (!piece.marked) element.append(piece.text)
      else element.append(Object.assign(document.createElement("mark"), { textContent: piece.text }))
    }
    return element
  }

  const item = ({ entry, parts }) => {
    const link = Object.assign(document.createElement("a"), { href: `${codes}${entry.code}.html` })
    const head = document.createElement("strong")
    head.append(shown("span", entry.code, parts), " ", shown("span", entry.message, parts))
    link.append(head, shown("span", entry.note, parts))
    const facts = document.createElement("small")
    facts.append(shown("code", entry.name, parts), " ", shown("span", entry.category, parts))
    link.append(facts)
    const li = document.createElement("li")
    li.append(link)
    return li
  }

  const close = () => { panel.hidden = true }
  const links = () => [...list.querySelectorAll("a")]

  async function search() {
    const query = input.value.trim()
    const find = await ready()
    if (query !== input.value.trim()) return // typed on while the texts were read
    const found = query ? find(query) : []
    status.textContent = found.length ? `${results} ${found.length}` : none
    list.replaceChildren(...found.slice(0, MOST).map(item))
    panel.hidden = !query
    form.dataset.shown = query // which query the list is the answer to
  }

  function move(event) {
    const all = links(), at = all.indexOf(document.activeElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    if (panel.hidden) return search()
    ;(to < 0 ? input : all[Math.min(to, all.length - 1)])?.focus()
  }

  input.addEventListener("focus", ready)
  input.addEventListener("input", search)
  input.addEventListener("click", search)
  form.addEventListener("submit", async event => {
    event.preventDefault()
    await search()
    links()[0]?.click()
  })
  form.addEventListener("keydown", event => {
    if (event.key !== "Escape") return move(event)
    close()
    input.focus()
  })
  form.addEventListener("focusout", event => { if (!form.contains(event.relatedTarget)) close() })
  addEventListener("pointerdown", event => { if (!form.contains(event.target)) close() })
  addEventListener("keydown", event => {
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]")
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    input.focus()
  })
})()

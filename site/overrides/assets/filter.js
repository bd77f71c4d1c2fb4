/* The filter above the table of all codes. Its state is in the address, so that a filtered table can be shared. */
(() => {
  const form = document.querySelector("form.filter"), table = document.querySelector("form.filter ~ table")
  if (!form || !table) return
  const { text, category, recovery } = form.elements
  const fold = form.querySelector("[aria-expanded]"), count = form.querySelector("output")

  const rows = [...table.tBodies[0].rows].map(row => {
    const [code, message, ...others] = [...row.cells].map(cell => cell.textContent)
    const data = row.querySelector("a").dataset
    return { row, data, entry: { code, name: data.name, message, note: others.join(" \u00b7 ") } }
  })
  let find
  const wanted = query => {
    if (!query) return null
    find ??= catalogSearch.index(rows.map(({ entry }) => entry))
    return new Set(find(query).filter(({ isComplete }) => isComplete).map(({ entry }) => entry))
  }

  function apply() {
    const entries = wanted(text.value.trim())
    let shown = 0
    for (const { row, data, entry } of rows) {
      const fits = (!entries || entries.has(entry))
        && (!category?.value || data.category === category.value)
        && (!recovery?.value || data.recovery === recovery.value)
      row.hidden = !fits
      shown += fits
    }
    count.textContent = `${shown} / ${rows.length}`
  }

  function remember() {
    const state = new URLSearchParams([...new FormData(form)].filter(([, value]) => value))
    history.replaceState(history.state, "", `${location.pathname}${state.size ? `?${state}` : ""}${location.hash}`)
    dispatchEvent(new Event("catalog-address"))
  }

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name)
    if (field) field.value = value
  }
  if (location.search) fold.setAttribute("aria-expanded", "true")
  fold.addEventListener("click", () => fold.setAttribute("aria-expanded", String(fold.getAttribute("aria-expanded") !== "true")))
  form.addEventListener("input", () => { apply(); remember() })
  form.addEventListener("reset", () => setTimeout(() => { apply(); remember() }))
  form.addEventListener("submit", event => event.preventDefault())
  apply()
})()

/* The filter above the table of all codes. Its state is in the address, so that a filtered table can be shared. */
(() => {
  const form = document.querySelector(".catalog-filter"), table = document.querySelector(".catalog-list")
  if (!form || !table) return
  const count = form.querySelector(".catalog-count"), field = name => form.elements.namedItem(name)
  const rows = [...table.tBodies[0].rows].map(row => ({ row, code: row.querySelector("th").textContent.trim() }))
  const asked = () => field("text").value.trim()
  let finder

  /* The texts are read when a reader first types. */
  const loaded = () => finder ??= new Promise(resolve => {
    errorCatalog.receive = data => resolve(errorCatalog.index(data))
    document.head.append(Object.assign(document.createElement("script"), { src: form.dataset.search }))
  })

  async function apply() {
    const query = asked(), found = query ? (await loaded())(query) : null
    if (query !== asked()) return // typed on while the texts were read
    const codes = found && new Set(found.filter(({ isComplete }) => isComplete).map(({ entry }) => entry.code))
    const isChosen = (row, name) => !field(name)?.value || row.dataset[name] === field(name).value
    for (const { row, code } of rows) {
      row.hidden = (codes && !codes.has(code)) || !isChosen(row, "category") || !isChosen(row, "resend")
    }
    const shown = rows.filter(({ row }) => !row.hidden).length
    const said = form.dataset.count.replace("{value}", shown === rows.length ? shown : `${shown} / ${rows.length}`)
    count.textContent = [said, found?.unknown].filter(Boolean).join(" · ")
  }

  function remember() {
    const state = String(new URLSearchParams([...new FormData(form)].filter(([, value]) => value)))
    history.replaceState(history.state, "", `${location.pathname}${state && `?${state}`}${location.hash}`)
  }

  for (const [name, value] of new URLSearchParams(location.search)) if (field(name)) field(name).value = value
  form.addEventListener("input", () => { apply(); remember() })
  form.addEventListener("submit", event => event.preventDefault())
  apply()
})()

/* What every page does: copy, light or dark, and the same place in another language. */
(() => {
  const root = document.documentElement
  const words = JSON.parse(document.getElementById("words").textContent)

  /* The switch leads to the same section and the same filter; typed words stay behind, they are of this language. */
  function follow() {
    const state = new URLSearchParams(location.search)
    state.delete("text")
    for (const link of document.querySelectorAll(".md-select__link[hreflang]")) {
      link.hash = location.hash
      link.search = String(state)
    }
  }
  follow()
  addEventListener("hashchange", follow)
  addEventListener("catalog-address", follow)
  for (const link of document.querySelectorAll(".md-select__link[hreflang]")) {
    link.addEventListener("click", () => {
      try { localStorage.setItem("catalog-language", link.hreflang) } catch { /* no storage: asked again next time */ }
    })
  }

  document.querySelector("[data-theme-switch]")?.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches
    root.dataset.theme = dark ? "light" : "dark"
    try { localStorage.setItem("catalog-theme", root.dataset.theme) } catch { /* no storage: for this page alone */ }
  })

  async function copy(text) {
    try { return await navigator.clipboard.writeText(text) } catch { /* not allowed here: the old way */ }
    const area = Object.assign(document.createElement("textarea"), { value: text, ariaHidden: "true" })
    document.body.append(area)
    area.select()
    document.execCommand("copy")
    area.remove()
  }

  function copyButton(words, said, text) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: words })
    const status = Object.assign(document.createElement("span"), { className: "visually-hidden", role: "status" })
    button.addEventListener("click", async () => {
      await copy(text())
      button.textContent = status.textContent = said
      setTimeout(() => { button.textContent = words; status.textContent = "" }, 2000)
    })
    const both = Object.assign(document.createElement("span"), { className: "copy__place" })
    both.append(button, status)
    return both
  }
  for (const code of document.querySelectorAll("pre > code")) {
    code.parentElement.tabIndex = 0 // it scrolls, also by keyboard
    code.parentElement.before(copyButton(words.copy, words.copied, () => code.textContent))
  }
  const path = document.querySelector(".path")
  path?.append(copyButton(words.copy_link, words.copied, () => location.href.replace(/[?#].*/, "")))
})()

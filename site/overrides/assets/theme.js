/* Runs before anything is painted: scripts are on, and the reader may have chosen light or dark. */
(() => {
  const root = document.documentElement
  root.classList.replace("no-js", "js")
  try { root.dataset.theme = localStorage.getItem("catalog-theme") ?? "" } catch { /* no storage: the system decides */ }
})()

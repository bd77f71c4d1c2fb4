/* The page of all languages. It leads to the reader's own once; a reader who comes back sees the list. */
(() => {
  const links = [...document.querySelectorAll(".catalog-doors a[hreflang]")]
  const shape = tag => { try { return new Intl.Locale(tag).maximize() } catch { return {} } }
  const fits = (link, tag) => {
    const ours = shape(link.hreflang), theirs = shape(tag)
    return ours.language && ours.language === theirs.language && ours.script === theirs.script
  }
  try {
    const key = `error-catalog ${location.pathname.replace(/index\.html$/, "")}`
    if (sessionStorage.getItem(key)) return
    sessionStorage.setItem(key, "seen")
    const link = navigator.languages.flatMap(tag => [
      links.find(link => link.hreflang.toLowerCase() === tag.toLowerCase()), links.find(link => fits(link, tag)),
    ]).find(Boolean)
    if (link) location.replace(link.href) // in place of this page, so that Back leads out of the site
  } catch { /* no storage: the second visit could not be told from the first */ }
})()

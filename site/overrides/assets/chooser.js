/* The page of all languages. It leads to the reader's own once; whoever comes back sees the list. */
(() => {
  const links = [...document.querySelectorAll(".chooser a[hreflang]")]
  const shape = tag => { try { return new Intl.Locale(tag).maximize() } catch { return {} } }
  const fits = (link, tag) => {
    const ours = shape(link.hreflang), theirs = shape(tag)
    return ours.language && ours.language === theirs.language && ours.script === theirs.script
  }
  const choose = tags => tags.flatMap(tag => [
    links.find(link => link.hreflang.toLowerCase() === tag.toLowerCase()), links.find(link => fits(link, tag)),
  ]).find(Boolean)

  if (document.querySelector(".chooser--lost")) {
    const tags = location.pathname.split("/").filter(Boolean).reverse()
    const found = links.find(link => tags.includes(link.hreflang)) ?? choose(navigator.languages)
    found?.closest("li").parentElement.prepend(found.closest("li"))
    return
  }
  try {
    if (sessionStorage.getItem("catalog-chosen")) return
    sessionStorage.setItem("catalog-chosen", "yes")
    const chosen = localStorage.getItem("catalog-language")
    const link = choose([...(chosen ? [chosen] : []), ...navigator.languages])
    if (link) location.replace(link.href) // in place of this page, so that Back leads out of the site
  } catch { /* no storage: nobody could tell the second visit from the first */ }
})()

/* The reader's own language: the root page leads to it once, so that a reader who comes back sees the list; the page of a
   code in every language shows it first and open, and the others closed. */
(() => {
  const all = selector => [...document.querySelectorAll(selector)], voices = all(".catalog-voice")
  const shape = tag => { try { return new Intl.Locale(tag).maximize() } catch { return {} } }
  const fits = (ours, theirs) => ours.language && ours.language === theirs.language && ours.script === theirs.script
  const own = elements => navigator.languages.flatMap(tag => [
    elements.find(({ lang }) => lang.toLowerCase() === tag.toLowerCase()),
    elements.find(({ lang }) => fits(shape(lang), shape(tag))),
  ]).find(Boolean)

  function open(chosen) {
    for (const voice of voices) voice.open = voice === chosen
    if (chosen !== voices[0]) chosen.parentElement.prepend(chosen)
  }

  function lead() {
    const key = `error-catalog ${location.pathname.replace(/index\.html$/, "")}`, door = own(all(".catalog-doors a"))
    if (sessionStorage.getItem(key)) return
    sessionStorage.setItem(key, "seen")
    if (door) location.replace(door.href) // in place of this page, so that Back leads out of the site
  }

  if (voices.length) open(own(voices) ?? voices[0])
  else try { lead() } catch { /* no storage: the second visit could not be told from the first */ }
})()

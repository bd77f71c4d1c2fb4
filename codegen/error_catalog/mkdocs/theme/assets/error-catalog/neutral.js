/* The page of a code in every language: the reader's own first and open, the others closed. */
(() => {
  const voices = [...document.querySelectorAll(".catalog-voice")]
  const shape = tag => { try { return new Intl.Locale(tag).maximize() } catch { return {} } }
  const fits = (voice, tag) => {
    const ours = shape(voice.lang), theirs = shape(tag)
    return ours.language && ours.language === theirs.language && ours.script === theirs.script
  }
  const chosen = navigator.languages.flatMap(tag => [
    voices.find(voice => voice.lang.toLowerCase() === tag.toLowerCase()), voices.find(voice => fits(voice, tag)),
  ]).find(Boolean) ?? voices[0]
  for (const voice of voices) voice.open = voice === chosen
  if (chosen !== voices[0]) chosen?.parentElement.prepend(chosen)
})()

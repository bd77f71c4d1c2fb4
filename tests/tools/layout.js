/* What tests ask about the layout of a page of a catalog. */
globalThis.layout = (() => {
  const all = () => [...document.querySelectorAll(".catalog *")]
  const shortened = element => element.outerHTML.slice(0, 99)
  const isForScreenReaders = element => element && (element.offsetWidth < 2 || isForScreenReaders(element.offsetParent))

  /* What is outside the window; examples scroll in their own boxes. */
  function outside() {
    const found = all().filter(element => {
      const { left, right, width } = element.getBoundingClientRect()
      const isOutside = width && (right > innerWidth + 1 || left < -1)
      return isOutside && !element.closest("pre") && !isForScreenReaders(element)
    })
    return [...(document.documentElement.scrollWidth > innerWidth ? ["the page"] : []), ...found.map(shortened)]
  }

  /* The words that are on two lines. Chinese characters and Hiragana have no words that a pattern could find. */
  const WORD = /[\p{Script=Katakana}ー]+|[^\s\p{P}\p{S}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu

  function broken() {
    const texts = document.createTreeWalker(document.querySelector(".catalog"), NodeFilter.SHOW_TEXT)
    const range = document.createRange(), found = []
    while (texts.nextNode()) {
      const text = texts.currentNode
      if (text.parentElement.closest("pre, option") || isForScreenReaders(text.parentElement)) continue
      for (const { 0: word, index } of text.data.matchAll(WORD)) {
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        const boxes = [...range.getClientRects()].filter(({ width }) => width)
        if (new Set(boxes.map(({ top }) => Math.round(top))).size > 1) found.push(word)
      }
    }
    return found
  }

  /* How much lighter than a color white is, as WCAG has it. */
  function contrastToWhite(color) {
    const paper = document.createElement("canvas").getContext("2d")
    for (const style of ["white", color]) {
      paper.fillStyle = style
      paper.fillRect(0, 0, 1, 1)
    }
    const [r, g, b] = [...paper.getImageData(0, 0, 1, 1).data]
      .map(part => part / 255).map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
  }

  /* The elements with text that could not be read on paper. */
  const pale = () => all()
    .filter(element => element.checkVisibility() && [...element.childNodes].some(node => node.data?.trim()))
    .filter(element => contrastToWhite(getComputedStyle(element).color) < 4.5).map(shortened)

  return { outside, broken, pale }
})()

// The sheet is laid out 1280 pixels wide, wider until all of it fits into 16:9, then scaled to the window.
const WIDTH = 1280, WIDEST = 12800, RATIO = 9 / 16

export default function ({ data, parentElement }) {
  const sheet = parentElement.ownerDocument.querySelector(data.sheet)
  if (!sheet) return undefined
  let width = WIDTH
  const fit = () => {
    const height = Math.floor(width * RATIO)
    sheet.style.width = `${width}px`
    sheet.style.minHeight = `${height}px`
    sheet.style.transform = `scale(${document.documentElement.clientWidth / width})`
    if (sheet.scrollHeight > height && width < WIDEST) {
      width = Math.ceil(width * 1.02)
      requestAnimationFrame(fit)
    }
  }
  const grown = new ResizeObserver(fit)
  grown.observe(sheet)
  window.addEventListener('resize', fit)
  fit()
  return () => {
    grown.disconnect()
    window.removeEventListener('resize', fit)
  }
}

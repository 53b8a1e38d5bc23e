// Put in front of every component's script: elements from plain text, and party markers.
const SHAPES = {
  circle: 'M50 4a46 46 0 1 1 0 92a46 46 0 1 1 0-92',
  square: 'M8 8h84v84h-84z',
  diamond: 'M50 0L100 50L50 100L0 50z',
  'triangle-up': 'M50 4L98 94H2z',
  'triangle-down': 'M50 96L2 6H98z',
  cross: 'M34 4H66V34H96V66H66V96H34V66H4V34H34z',
  pentagon: 'M50 2L98 38L80 96H20L2 38z',
  hexagon: 'M25 6H75L100 50L75 94H25L0 50z',
  'star-triangle-up': 'M50 0L62 55L100 92L50 74L0 92L38 55z',
  hourglass: 'M6 4H94L6 96H94z',
  bowtie: 'M4 6V94L96 6V94z',
}

// A stretch of words from right to left: letters with blanks, signs and numbers between them. A bracket
// belongs to it with all that it holds, or not at all.
const LEFT = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}'
const [OPEN, CLOSE, SIGN] = ['[(\\[«]', '[)\\]»]', '[^\\p{L}·–;()\\[\\]«»]']
const BETWEEN = `(?:${SIGN}|${OPEN}${SIGN}*${CLOSE})*`
const WORDS = `[${LEFT}](?:${BETWEEN}[${LEFT}])*`
const BRACKET = `${BETWEEN}${OPEN}${BETWEEN}${WORDS}${BETWEEN}${CLOSE}`
const LEFTWARD = new RegExp(`(${WORDS}(?:${BRACKET}(?:${BETWEEN}${WORDS})?)*)`, 'u')
const EVERY_LEFTWARD = new RegExp(LEFTWARD, 'gu')

// A text as children of an element. Words from right to left in a line that runs right stand in an element
// of their own, so that a number after a name stays after it, and `dir="auto"` asks the rest of the line.
function texts(text) {
  const parts = String(text ?? '').split(LEFTWARD)
  if (!hasOthers(parts)) return [String(text ?? '')]
  return parts.map((part, place) => (place % 2 ? element('bdi', { text: part }) : part))
}

// Whether words that run right stand between those that run left.
function hasOthers(parts) {
  return parts.some((part, place) => place % 2 === 0 && /\p{L}/u.test(part))
}

// The same for the lines of one text in a drawing, which holds no elements: by signs that nobody sees.
function isolates(lines) {
  const mixed = lines.some((line) => hasOthers(line.split(LEFTWARD)))
  const whole = (line) => (LEFTWARD.test(line) ? `\u2068${line}\u2069` : line)
  return lines.map((line) => (mixed ? line.replace(EVERY_LEFTWARD, '\u2068$1\u2069') : whole(line)))
}

function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'text') made.textContent = value
    else made.setAttribute(name, value)
  }
  made.append(...children)
  return made
}

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'text') made.append(...texts(value))
    else made.setAttribute(name, value)
  }
  made.append(...children.flatMap((child) => (typeof child === 'string' ? texts(child) : [child])))
  return made
}

// What stands inside the shape of a mark from the tenth party on, on a ground of 100 by 100.
function numberInside(mark, colour) {
  if (!mark.number) return []
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text')
  for (const [name, value] of Object.entries({ x: 50, y: 50, 'text-anchor': 'middle', 'dominant-baseline': 'central', 'font-weight': 700 })) text.setAttribute(name, value)
  text.style.cssText = `font-size: 62px; fill: ${colour}`
  text.textContent = mark.number
  return [text]
}

function marker(column) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 100 100')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', SHAPES[column.shape] ?? SHAPES.circle)
  path.setAttribute('fill', column.colour)
  svg.append(path, ...numberInside(column, 'var(--st-background-color)'))
  return svg
}

// A chart is as wide as the screen: on paper it takes the width that is there, whole.
function fitCharts(event) {
  for (const drawing of document.querySelectorAll('.js-plotly-plot .main-svg')) {
    if (event.type === 'beforeprint') drawing.setAttribute('viewBox', `0 0 ${drawing.getAttribute('width')} ${drawing.getAttribute('height')}`)
    else drawing.removeAttribute('viewBox')
  }
}
if (!window.fitsCharts) {
  window.fitsCharts = true
  for (const moment of ['beforeprint', 'afterprint']) window.addEventListener(moment, fitCharts)
}

// What a mark says stands beside it, inside the figure.
function tip(root) {
  const made = element('div', { class: 'tip', 'aria-hidden': 'true' })
  const hide = () => { made.classList.remove('shown') }
  const show = (mark, says) => {
    made.replaceChildren(...says.map((text) => element('span', { dir: 'auto', text })))
    const [frame, box] = [root.getBoundingClientRect(), mark.getBoundingClientRect()]
    const half = made.offsetWidth / 2
    made.style.left = `${Math.max(half, Math.min(frame.width - half, box.left + box.width / 2 - frame.left))}px`
    made.style.top = `${box.bottom - frame.top + 8}px`
    made.classList.add('shown')
  }
  return { made, hide, show }
}

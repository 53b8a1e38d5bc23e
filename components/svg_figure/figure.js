// Draws figures from shapes and words at shares of the width; nothing from data is ever read as HTML.
const px = (length) => `${length}px`

function known(made, one) {
  if (one.name) made.dataset.name = one.name
  if (one.column) made.dataset.column = one.column
  return made
}

function inked(made, one) {
  known(made, one)
  made.setAttribute('fill', one.fill || 'none')
  if (one.wide && one.stroke) {
    made.setAttribute('stroke', one.stroke)
    made.setAttribute('stroke-width', one.wide)
  }
  if (one.dash) made.setAttribute('stroke-dasharray', one.dash)
  return made
}

// What does not stretch stands in a ground of its own, which begins at a share of the width.
function pinned(pin, ...children) {
  return svg('svg', { x: `${pin}%`, overflow: 'visible' }, ...children)
}

function arrowOf(one) {
  const [way, reach] = [one.x2 > one.x1 ? 1 : -1, one.wide * 3]
  const end = -way * (one.short + one.wide * 2)
  const head = svg('path', { d: `M${end} ${one.y1}l${-way * reach} ${-reach * .6}v${reach * 1.2}z`, fill: one.stroke })
  return svg('g', {}, inked(svg('line', { x1: `${one.x1}%`, x2: `${one.x2}%`, y1: one.y1, y2: one.y1 }), { ...one, fill: '' }), pinned(one.x2, head))
}

const DRAWN = {
  line: (one, unit) => inked(svg('line', { x1: one.x1 + unit, x2: one.x2 + unit, y1: one.y1, y2: one.y2 }), one),
  rect: (one, unit) => inked(svg('rect', { x: Math.min(one.x1, one.x2) + unit, width: Math.abs(one.x2 - one.x1) + unit, y: Math.min(one.y1, one.y2), height: Math.abs(one.y2 - one.y1) }), one),
}

function shape(one) {
  if (one.kind === 'arrow') return arrowOf(one)
  if (one.kind === 'path') {
    const mark = inked(svg('path', { d: one.path, transform: `translate(0 ${one.y}) scale(1 -1)` }), one)
    mark.classList.add('mark')
    return pinned(one.pin, mark)
  }
  return one.pin === undefined ? DRAWN[one.kind](one, '%') : pinned(one.pin, DRAWN[one.kind](one, ''))
}

function words(one) {
  const made = known(svg('text', { 'text-anchor': one.anchor, fill: one.ink }), one)
  const told = isolates(one.lines.map((line) => line.text))
  for (const [place, line] of one.lines.entries()) {
    const span = svg('tspan', { x: one.x, y: line.y, text: told[place] })
    Object.assign(span.style, { fontSize: px(line.size), fontWeight: line.bold ? 650 : '', fontStyle: line.italic ? 'italic' : '' })
    made.append(span)
  }
  return pinned(one.pin, made)
}

function answering(one, told, open) {
  const reach = known(svg('circle', { r: 9, cx: one.x ?? 0, cy: one.y, class: 'reach' }), one)
  reach.onpointerenter = () => told.show(reach, one.says)
  reach.onpointerleave = told.hide
  if (one.opens) {
    reach.classList.add('opens')
    reach.onclick = () => { told.hide(); open(one.opens) }
  }
  return pinned(one.pin, reach)
}

function drawing(one, described, told, open) {
  const made = svg('svg', { width: '100%', height: one.height, role: 'img', 'aria-label': one.says || described }, ...one.shapes.map(shape), ...one.words.map(words))
  made.append(...one.tips.map((tip) => answering(tip, told, open)))
  return made
}

// The place of a layout, as high as what will be drawn in it.
function placeOf(one) {
  const made = element('div', { class: `layout ${one.id}` })
  Object.assign(made.style, { background: one.paper, height: px(one.height), paddingLeft: px(one.left), paddingRight: px(one.right) })
  // What is above an axis scrolls away, the axis stays.
  if (one.sticky !== null) Object.assign(made.style, { position: 'sticky', zIndex: 1, top: px(14 - one.sticky) })
  return made
}

// Who is pointed at stays, the others fade.
function fadeOthers(root) {
  const fade = (column) => {
    for (const one of root.querySelectorAll('[data-column]')) one.classList.toggle('faded', Boolean(column) && one.dataset.column !== column)
  }
  root.onpointerover = (event) => fade(event.target.closest('[data-column]')?.dataset.column)
  root.onpointerleave = () => fade()
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('.root')
  const told = tip(root)
  const open = (cell) => setTriggerValue('mark', cell)
  root.classList.add('svg-figure')
  const places = data.layouts.map(placeOf)
  // Of layouts for wide and narrow pages only those that are seen are drawn, the others when the page is as wide.
  const draw = () => {
    const due = places.map((place, which) => [place, data.layouts[which]]).filter(([place]) => !place.firstChild && place.offsetParent)
    for (const [place, one] of due) place.append(drawing(one, data.words, told, open))
  }
  root.replaceChildren(...places, told.made)
  fadeOthers(root)
  const seen = new ResizeObserver(draw)
  seen.observe(root)
  window.addEventListener('beforeprint', draw)
  root.forget?.()
  root.forget = () => {
    seen.disconnect()
    window.removeEventListener('beforeprint', draw)
  }
  return root.forget
}

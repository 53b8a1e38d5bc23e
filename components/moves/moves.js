// Draws the two days as rows of arrows, and the record over time; nothing from data is ever read as HTML.
function numbered(mark, colour, transform) {
  return svg('g', { transform }, ...numberInside(mark, colour))
}

function drawn(mark, y) {
  const scale = mark.size / 100
  const path = svg('path', { d: SHAPES[mark.shape] ?? SHAPES.circle, fill: mark.fill, transform: `translate(${-mark.size / 2} ${-mark.size / 2}) scale(${scale})` })
  if (mark.edge) {
    path.setAttribute('stroke', mark.stroke)
    path.setAttribute('stroke-width', mark.edge / scale)
    if (mark.dash) path.setAttribute('stroke-dasharray', mark.dash.split(' ').map((part) => part / scale).join(' '))
  }
  return svg('svg', { x: `${mark.x}%`, y, overflow: 'visible' }, path, numbered(mark, mark.text, `translate(${-mark.size / 2} ${-mark.size / 2}) scale(${scale})`))
}

function stroke(one, kind = 'earlier') {
  const made = svg('line', { x1: `${one.x1}%`, y1: one.y1, x2: `${one.x2}%`, y2: one.y2, 'stroke-width': one.width, class: one.colour ? 'stroke' : kind })
  if (one.colour) made.setAttribute('stroke', one.colour)
  if (one.dash) made.setAttribute('stroke-dasharray', one.dash)
  if (one.column) made.dataset.column = one.column
  return made
}

function labels(one, leading, kind) {
  return one.lines.map((text, place) => svg('text', { x: `${one.x}%`, dx: one.shift, y: one.y + place * leading, 'text-anchor': one.anchor, class: kind, text }))
}

function legend(marks) {
  return element('p', { class: 'legend' }, ...marks.map(({ mark, words }) =>
    element('span', {}, svg('svg', { width: 16, height: 16, 'aria-hidden': 'true' }, drawn(mark, 8)), words)))
}

// "new" stands beside the mark, or beyond the end of its range where there is room for the word.
function firstWord(row) {
  const after = row.new === 'start'
  const ends = [row.after.x, ...row.ranges.flatMap((one) => [one.x1, one.x2])]
  const end = after ? Math.max(...ends) : Math.min(...ends)
  const x = end > 80 && after || end < 20 && !after ? row.after.x : end
  return svg('text', { x: `${x}%`, dx: after ? 11 : -11, y: 4, 'text-anchor': row.new, class: 'number first', text: 'new' })
}

function arrowRow(row) {
  const scale = svg('g', { transform: 'translate(0 13)' }, ...row.ranges.map((one) => stroke(one)))
  if (row.before && row.after) {
    const [from, to] = [row.before.x, row.after.x]
    const head = svg('path', { d: from < to ? 'M-8 0l-8 -4.5v9z' : 'M8 0l8 -4.5v9z', fill: row.mark.colour })
    scale.append(stroke({ x1: from, y1: 0, x2: to, y2: 0, width: 1.8, colour: row.mark.colour }), svg('svg', { x: `${to}%`, overflow: 'visible' }, head))
  }
  for (const mark of [row.before, row.after]) if (mark) scale.append(drawn(mark, 0))
  if (row.new) scale.append(firstWord(row))
  const guides = row.guides.map((x) => svg('line', { x1: `${x}%`, x2: `${x}%`, y1: '-40', y2: 66, class: 'guide' }))
  return element('div', { class: ['row', row.changed && 'changed', row.row.moved && 'moved'].filter(Boolean).join(' ') },
    element('span', { class: 'who' }, marker(row.mark), element('span', { dir: 'auto', text: row.row.name })),
    element('span', { class: 'scale' }, svg('svg', { width: '100%', height: 26, 'aria-hidden': 'true' }, ...guides, scale)),
    element('span', { class: 'change', dir: 'auto', text: row.words }))
}

function arrows(view) {
  const dot = (size) => svg('svg', { width: size + 2, height: 16, 'aria-hidden': 'true' }, svg('circle', { cx: size / 2 + 1, cy: 8, r: size / 2, class: 'dot' }))
  const days = element('span', { class: 'days' }, dot(7), view.days[0], element('i', { text: '→' }), dot(13), view.days[1])
  const made = element('div', { class: 'arrows' }, element('div', { class: 'heads' }, days,
    element('span', { class: 'ends' }, ...view.ends.map((text) => element('span', { dir: 'auto', text })))))
  for (const panel of view.panels) {
    const block = element('div', {}, ...panel.rows.map(arrowRow))
    if (panel.note) block.append(element('p', { class: 'note', dir: 'auto', text: panel.note }))
    made.append(element('section', {}, element('h3', { dir: 'auto', text: panel.name }), block))
  }
  made.append(legend(view.legend))
  return made
}

function axis(one, sides) {
  const drawing = svg('svg', { width: '100%', height: one.height, 'aria-hidden': 'true' }, ...one.poles.map((pole) => stroke(pole, 'pole')),
    svg('line', { x1: '0', x2: '100%', y1: one.y, y2: one.y, class: 'axis-line' }))
  for (const x of one.silences) drawing.append(svg('text', { x: `${x}%`, y: one.y + 5, 'text-anchor': 'middle', class: 'number', text: '//' }))
  for (const [x, text] of one.dots) drawing.append(svg('circle', { cx: `${x}%`, cy: one.y, r: 3.5, class: 'event' }, svg('title', { text })))
  for (const day of one.days) drawing.append(...labels(day, 15, 'number'))
  for (const name of one.names) drawing.append(...labels(name, 15, 'name-of-event'))
  const made = element('div', { class: 'axis' }, drawing)
  // What is above the axis scrolls away, the axis and its days stay.
  made.style.top = `${14 - one.y}px`
  Object.assign(made.style, { margin: sides('-'), padding: sides('') })
  return made
}

function lineName(name) {
  const lines = name.lines.map((text, place) => svg('text', { x: 30, y: name.at + 4.5 - (name.lines.length - 1) * 7.5 + place * 15, class: 'line-name', text }))
  const sign = svg('svg', { x: 21, y: name.at, overflow: 'visible' }, svg('path', { d: SHAPES[name.mark.shape] ?? SHAPES.circle, fill: name.mark.colour, transform: 'translate(-5 -5) scale(.1)' }), numbered(name.mark, 'var(--st-background-color)', 'translate(-5 -5) scale(.1)'))
  const leader = svg('line', { x1: 4, y1: name.end, x2: 13, y2: name.at, stroke: name.mark.colour })
  return svg('svg', { x: '100%', overflow: 'visible', 'data-column': name.column }, leader, sign, ...lines)
}

// What several marks say that are drawn as one: how many they are, and of each the first line.
const MOST_TOLD = 6
function sayAll(told) {
  if (told.length === 1) return told[0].says
  const more = told.length - MOST_TOLD
  return [`${told.length} marks`, ...told.slice(0, MOST_TOLD).map((one) => one.says[0]), ...(more > 0 ? [`and ${more} more`] : [])]
}

// The line from the first of several marks to the last, and their number.
function together(one, last) {
  const line = svg('line', { x1: `${one.first}%`, x2: `${last.mark.x}%`, y1: last.y, y2: last.y, class: 'together', stroke: last.mark.stroke })
  const count = svg('text', { x: `${last.mark.x}%`, y: last.y + one.lift, 'text-anchor': 'middle', class: 'count', fill: last.mark.stroke, text: one.marks.length })
  for (const part of [line, count]) part.dataset.column = last.column
  return { line, count }
}

function spoken(one, { opens, says }, told) {
  const made = drawn(one.mark, one.y)
  made.append(svg('circle', { r: 9, class: 'reach' }))
  made.classList.add('point')
  made.dataset.column = one.column
  made.onpointerenter = () => told.show(made, says)
  made.onpointerleave = told.hide
  made.onclick = () => { told.hide(); told.open(opens) }
  return made
}

function panel(one, marks, clusters, left, told) {
  const drawing = svg('svg', { width: '100%', height: one.height, role: 'img', 'aria-label': one.words })
  for (const x of one.guides) drawing.append(svg('line', { x1: `${x}%`, x2: `${x}%`, y1: one.grid.at(-1) - 10, y2: one.grid[0] + 10, class: 'guide' }))
  for (const y of one.grid) drawing.append(svg('line', { x1: '0', x2: '100%', y1: y, y2: y, class: 'guide' }))
  drawing.append(svg('g', { transform: 'translate(-11 0)' }, ...one.steps.flatMap((step) => labels(step, 14, 'number'))))
  drawing.append(...one.strokes.map((part) => stroke(part)), ...one.names.map(lineName))
  const several = clusters.filter((cluster) => cluster.marks.length > 1).map((cluster) => together(cluster, one.marks[cluster.marks.at(-1)]))
  drawing.append(...several.map(({ line }) => line))
  for (const cluster of clusters) {
    const last = cluster.marks.at(-1)
    drawing.append(spoken(one.marks[last], { opens: marks[last].opens, says: sayAll(cluster.marks.map((place) => marks[place])) }, told))
  }
  drawing.append(...several.map(({ count }) => count))
  const made = element('figure', {}, element('figcaption', { dir: 'auto', text: one.name }), drawing)
  if (one.note) made.append(element('p', { class: 'note', dir: 'auto', text: one.note }))
  for (const wide of made.querySelectorAll('figcaption, .note')) wide.style.marginLeft = `${-left}px`
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

function records(view, root, open) {
  const told = { ...tip(root), open }
  const made = view.records.map((one, width) => {
    const sides = (sign) => `0 ${sign}${one.right}px 0 ${sign}${one.left}px`
    const drawing = element('div', { class: `record ${one.id}` }, axis(one.axis, sides), ...one.panels.map((part, place) => panel(part, view.marks[place], view.clusters[width][place], one.left, told)))
    drawing.style.padding = sides('')
    return drawing
  })
  fadeOthers(root)
  return [...made, legend(view.legend), told.made]
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('#root')
  const shown = data.arrows ? [arrows(data.arrows)] : records(data.record, root, (cell) => setTriggerValue('mark', cell))
  root.replaceChildren(element('div', { class: 'moves' }, ...shown))
}

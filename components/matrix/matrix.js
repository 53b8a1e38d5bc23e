// Draws the table from finished words; nothing from data is ever read as HTML.
function head(column, unfold) {
  const made = element('th', { scope: 'col' }, marker(column), element('span', { dir: 'auto', text: column.name }))
  if (column.under) made.append(element('span', { class: 'under', dir: 'auto', text: column.under }))
  if (column.fold) {
    const fold = element('button', { type: 'button', class: 'fold', 'aria-expanded': String(column.fold.open), 'data-id': `fold.${column.id}`, text: column.fold.words })
    fold.onclick = () => unfold(column.id)
    made.append(element('br'), fold)
    if (column.fold.silent) made.append(element('span', { class: 'under', text: column.fold.silent }))
  }
  return made
}

function rowHead(row, openIssue) {
  const name = element('button', { type: 'button', class: 'issue', 'data-id': `issue.${row.id}`, 'aria-label': `${row.name}: all about this issue`, dir: 'auto', text: row.name })
  name.onclick = () => openIssue(row.id)
  return element('th', { scope: 'row' }, element('div', { class: 'pin' }, name, element('small', { dir: 'auto', text: row.question })))
}

// A look is told by its parts: the style sheet knows edges, sides and fills, and no state.
function looked(made, look) {
  for (const part of ['edge', 'left', 'fill']) made.dataset[part] = look[part]
  for (const part of ['bold', 'italic', 'mute']) made.classList.toggle(part, look[part])
  return made
}

function strip(blocks, steps) {
  return element('span', { class: 'strip', 'aria-hidden': 'true' },
    ...blocks.map((kind, place) => element('i', { 'data-kind': kind, title: steps[place] })))
}

function lines(texts, part) {
  return texts.filter((text) => text).map((text) => element('span', { class: part, dir: 'auto', text }))
}

function boxButton(box, column, steps, open) {
  const { title, body, evidence, others, notes } = box.words
  const made = element('button', { type: 'button', class: 'cell', 'data-id': box.id, 'data-state': box.state, tabindex: -1, 'aria-label': `${box.label}. Show the evidence` },
    element('span', { class: 'party' }, marker(column), element('bdi', { text: column.name })))
  if (box.strip.length) made.append(strip(box.strip, steps))
  made.append(
    element('span', { class: 'title', dir: 'auto', text: title }),
    ...lines(body, 'body'), ...lines([evidence], 'evidence'), ...lines(others, 'other'),
  )
  if (notes.length) made.append(element('span', { class: 'notes' }, ...lines(notes, 'note')))
  made.onclick = () => open(box.id)
  return looked(made, box.look)
}

function gapCell(row) {
  const made = element('div', { class: 'pin' }, element('span', { class: 'of', text: 'Farthest apart' }))
  if (row.segments) {
    const bar = element('div', { class: 'bar', 'aria-hidden': 'true' })
    for (let place = 0; place < row.segments; place += 1) {
      const segment = element('i')
      segment.style.setProperty('--fill', Math.max(0, Math.min(1, row.gap.filled - place)))
      bar.append(segment)
    }
    made.append(bar)
  }
  made.append(element('b', { text: row.gap.size }), ...row.gap.pairs.map((text) => element('div', { dir: 'auto', text })))
  return element('td', { class: 'gap' }, made)
}

function legend(shown) {
  const made = element('div', { class: 'legend' })
  for (const [kind, text] of shown.strips) made.append(element('span', {}, element('i', { class: 'block', 'data-kind': kind }), text))
  for (const look of shown.looks) made.append(element('span', {}, looked(element('i', { class: 'swatch' }), look), look.words))
  if (shown.direction) made.append(element('span', { class: 'direction', text: shown.direction }))
  return made
}

// One tab stop for the whole table; arrows, Home and End move inside it.
function moveByKeys(table) {
  table.onkeydown = (event) => {
    const grid = [...table.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('button.cell')])
    let row = grid.findIndex((cells) => cells.includes(event.target))
    if (row < 0) return
    let column = grid[row].indexOf(event.target)
    const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key]
    if (steps) {
      row = Math.max(0, Math.min(grid.length - 1, row + steps[0]))
      column = Math.max(0, Math.min(grid[0].length - 1, column + steps[1]))
    } else if (event.key === 'Home') column = 0
    else if (event.key === 'End') column = grid[0].length - 1
    else return
    event.preventDefault()
    for (const cell of grid.flat()) cell.tabIndex = -1
    grid[row][column].tabIndex = 0
    grid[row][column].focus()
  }
}

// The head of the gaps sorts the issues by the size of their gap, and back; in this browser only.
function gapHead(root, rows, body) {
  const button = element('button', { type: 'button', class: 'sort', 'data-id': 'sort', text: 'Farthest apart' })
  const made = element('th', { class: 'gap', scope: 'col' }, button)
  const show = () => {
    const sorted = root.dataset.sorted === 'true'
    made.setAttribute('aria-sort', sorted ? 'descending' : 'none')
    button.title = sorted ? 'Back to the order of the issues' : 'Put the widest gap first'
    body.append(...(sorted ? [...rows].sort((one, other) => one.rank - other.rank) : rows).map((row) => row.made))
  }
  button.onclick = () => { root.dataset.sorted = String(root.dataset.sorted !== 'true'); show() }
  show()
  return made
}

// When the evidence of a cell is closed, the focus goes back to the cell.
function awaitClosing(root, id) {
  root.closing?.disconnect()
  let seen = document.querySelector('[role=dialog]') !== null
  root.closing = new MutationObserver(() => {
    const drawer = document.querySelector('[role=dialog]')
    seen ||= drawer !== null
    if (!seen || drawer) return
    root.closing.disconnect()
    setTimeout(() => root.querySelector(`[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }), 60)
  })
  root.closing.observe(document.body, { childList: true, subtree: true })
}

// A table wider than the page scrolls in a frame of its own; else its heads stay at the top of the page.
function watchWidth(root, frame, table) {
  root.watcher?.disconnect()
  root.watcher = new ResizeObserver(() => {
    frame.classList.remove('wide')
    frame.classList.toggle('wide', table.scrollWidth > frame.clientWidth + 1)
  })
  root.watcher.observe(root)
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('#root')
  const focused = root.querySelector('button:focus')?.dataset.id
  const press = (id) => {
    for (const cell of root.querySelectorAll('button.cell')) cell.setAttribute('aria-pressed', String(cell.dataset.id === id))
    if (id) awaitClosing(root, id)
  }
  const open = (id) => { press(id); setTriggerValue('cell', id) }
  const rows = data.rows.map((row) => ({ rank: row.rank, made: element('tr', { class: row.segments ? 'scaled' : 'worded' },
    rowHead(row, (id) => setTriggerValue('issue', id)),
    ...row.boxes.map((box, place) => element('td', {}, boxButton(box, data.columns[place], row.steps, open))),
    gapCell(row)) }))
  const body = element('tbody')
  const table = element('table', {},
    element('caption', { text: data.caption }),
    element('thead', {}, element('tr', {},
      element('th', { class: 'issue', scope: 'col', 'aria-label': 'Issue' }, element('span', { class: 'hint', text: 'A cell opens its evidence' })),
      ...data.columns.map((column) => head(column, (id) => setTriggerValue('unfold', id))), gapHead(root, rows, body))),
    body)
  moveByKeys(table)
  table.style.setProperty('--columns', data.columns.length)
  const frame = element('div', { class: 'scroll' }, table)
  root.replaceChildren(element('div', { class: 'wrap' }, frame, legend(data.legend)))
  watchWidth(root, frame, table)
  press(data.opened)
  const first = root.querySelector(`[data-id="${CSS.escape(focused ?? '')}"]`) ?? root.querySelector('button.cell')
  if (first) {
    if (first.classList.contains('cell')) first.tabIndex = 0
    else root.querySelector('button.cell').tabIndex = 0
    if (focused) first.focus({ preventScroll: true })
  }
}

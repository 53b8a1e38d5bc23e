// Draws the table from finished words; nothing from data is ever read as HTML.
function head(column, unfold, place) {
  const made = element('th', { scope: 'col' }, element('span', { class: 'name' }, marker(column), element('span', { dir: 'auto', text: column.name })))
  if (column.under) made.append(' ', element('span', { class: 'under', dir: 'auto', text: column.under }))
  if (column.fold) {
    const fold = linkButton(`fold.${column.id}`, column.fold.words, () => unfold(column.id), place)
    fold.setAttribute('aria-expanded', String(column.fold.open))
    made.append(' ', fold)
    if (column.fold.silent) made.append(element('span', { class: 'under silent', dir: 'auto', text: column.fold.silent }))
  }
  return made
}

// Every button knows the column that it stands in, by which arrows find the next one.
function linkButton(id, text, act, place, kind = 'link') {
  const made = element('button', { type: 'button', class: kind, 'data-id': id, 'data-place': place, tabindex: -1, dir: 'auto', text })
  made.onclick = act
  return made
}

function rowHead(row, data, answer) {
  const name = linkButton(`issue.${row.id}`, row.name, () => answer('issue', row.id), 0, 'issue')
  name.setAttribute('aria-label', `${row.name}: ${data.labels.issue}`)
  const only = linkButton(`only.${row.id}`, data.alone ? data.labels.every : data.labels.only, () => answer('only', row.id), 0, data.alone ? 'link' : 'link only')
  only.setAttribute('aria-label', `${row.name}: ${only.textContent}`)
  const pin = element('div', { class: 'pin' }, name, ...(row.question ? [element('small', { dir: 'auto', text: row.question })] : []))
  pin.append(only)
  return element('th', { scope: 'row' }, pin)
}

// A look is told by its parts: the style sheet knows edges, sides and fills, and no state.
function looked(made, look) {
  for (const part of ['edge', 'left', 'fill']) made.dataset[part] = look[part]
  for (const part of ['bold', 'italic', 'mute']) made.classList.toggle(part, look[part])
  return made
}

function strip(blocks, steps) {
  return element('span', { class: 'strip', 'aria-hidden': 'true' },
    ...blocks.map((kind, place) => element('i', { class: 'block', 'data-kind': kind, title: steps[place] })))
}

const SHORT = 20 // letters of a part that stays in one piece

// A line is broken between its parts, not inside a short one, and no line begins with a dot.
function parts(text) {
  const all = text.split(' · ')
  return all.flatMap((part, place) => {
    const told = LEFTWARD.test(part) ? [element('bdi', { text: part })] : [part]
    if (place < all.length - 1) told.push(' ·')
    return [...(place ? [' '] : []), ...(part.length > SHORT ? told : [element('span', { class: 'piece' }, ...told)])]
  })
}

function lines(texts, part) {
  return texts.filter((text) => text).map((text) => element('span', { class: part, dir: 'auto' }, ...(text.includes(' · ') ? parts(text) : [text])))
}

// How many lines a tight cell leaves out: fewer where there is room for asides and for what else is current.
function leftOut({ left_out: roomy, without_others: narrow, alone }) {
  return [['long', roomy], ['short told', narrow], ['short untold', alone]].filter(([, count]) => count.short)
    .map(([kind, count]) => element('span', { class: `more ${kind}`, title: count.words, text: count.short }))
}

function boxButton(box, place, row, data, all, open) {
  const column = data.columns[place]
  const made = element('button', { type: 'button', class: 'cell', 'data-id': box.id, 'data-state': box.state, 'data-place': place + 1, tabindex: -1, 'aria-label': `${box.label}. ${data.labels.evidence}` },
    element('span', { class: 'party' }, marker(column), element('bdi', { text: column.name })))
  const more = all ? [] : leftOut(box.tight)
  if (box.strip.length) made.append(element('span', { class: 'top' }, strip(box.strip, row.steps), ...more))
  const { title, body, evidence, others, notes } = box.words
  const short = element('span', { class: 'short', dir: 'auto', text: box.tight.title })
  made.append(element('span', { class: 'title', dir: 'auto' }, element('span', { class: 'long', dir: 'auto', text: title }), short))
  if (all) {
    made.append(...lines(body, 'body'), ...lines([evidence], 'evidence'), ...lines(others, 'other'))
    if (notes.length) made.append(element('span', { class: 'notes' }, ...lines(notes, 'note')))
  } else {
    made.append(...lines(box.tight.lines, 'body'))
    if (!box.strip.length && more.length) made.lastChild.append(' ', ...more)
    made.append(...lines(box.tight.asides, 'body aside'), ...lines(box.tight.others, 'other long'))
  }
  made.onclick = () => open(box.id)
  return looked(made, box.look)
}

function gapCell(row, words, all) {
  const made = element('div', { class: 'pin' }, element('span', { class: 'of', text: words }))
  if (row.segments) {
    const bar = element('div', { class: 'bar', 'aria-hidden': 'true' })
    for (let place = 0; place < row.segments; place += 1) {
      const segment = element('i')
      const fill = Math.max(0, Math.min(1, row.gap.filled - place))
      if (fill) segment.style.setProperty('--fill', fill)
      bar.append(segment)
    }
    made.append(bar)
  }
  made.append(element('b', { text: row.gap.size }), ...(all ? [...row.gap.pairs, ...row.gap.wider] : row.pairs).map((text) => element('div', { dir: 'auto', text })))
  return element('td', { class: 'gap' }, made)
}

function legend(shown, hint) {
  const made = element('div', { class: 'legend' }, element('span', { class: 'hint', text: hint }))
  for (const [kind, text] of shown.strips) made.append(element('span', {}, element('i', { class: 'block', 'data-kind': kind }), text))
  for (const look of shown.looks) made.append(element('span', {}, looked(element('i', { class: 'swatch' }), look), look.words))
  if (shown.direction) made.append(element('span', { class: 'direction', text: shown.direction }))
  return made
}

// One tab stop for the whole table, at first its first cell; arrows, Home and End move inside it.
function moveByKeys(table) {
  table.onkeydown = (event) => {
    const grid = [...table.rows].map((row) => [...row.querySelectorAll('button')]).filter((row) => row.length)
    const row = grid.findIndex((buttons) => buttons.includes(event.target))
    if (row < 0) return
    const column = grid[row].indexOf(event.target)
    const beside = { ArrowRight: column + 1, ArrowLeft: column - 1, Home: 0, End: grid[row].length - 1 }[event.key]
    const other = { ArrowDown: grid[row + 1], ArrowUp: grid[row - 1] }[event.key]
    const found = other ? below(other, event.target) : grid[row][beside]
    if (!found && !event.key.startsWith('Arrow')) return
    event.preventDefault()
    if (found) stop(table, found).focus()
  }
}

function below(buttons, from) {
  const away = (button) => Math.abs(button.dataset.place - from.dataset.place)
  return [...buttons].sort((one, other) => away(one) - away(other))[0]
}

function stop(table, button) {
  for (const one of table.querySelectorAll('button')) one.tabIndex = -1
  button.tabIndex = 0
  return button
}

// The head of the gaps sorts the issues by the size of their gap, and back; in this browser only.
function gapHead(root, rows, body, data) {
  const button = linkButton('sort', data.labels.gap, null, data.columns.length + 1, 'sort')
  const made = element('th', { class: 'gap', scope: 'col' }, button)
  const show = () => {
    const sorted = root.dataset.sorted === 'true'
    made.setAttribute('aria-sort', sorted ? 'descending' : 'none')
    button.title = sorted ? data.labels.unsort : data.labels.sort
    body.append(...(sorted ? [...rows].sort((one, other) => one.rank - other.rank) : rows).map((row) => row.made))
  }
  button.onclick = () => { root.dataset.sorted = String(root.dataset.sorted !== 'true'); show() }
  show()
  return made
}

// Few words in each cell, or all of them; in this browser only.
function issueHead(root, data, redraw) {
  const all = root.dataset.words === 'all'
  const button = linkButton('words', data.labels[all ? 'few' : 'all'], null, 0)
  button.onclick = () => { root.dataset.words = all ? 'few' : 'all'; redraw() }
  return element('th', { class: 'issue', scope: 'col', 'aria-label': 'Issue' }, button)
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
// Cells that are wide enough have the full label of a step, others its short one.
const ROOMY = 225

function watchWidth(root, frame, table) {
  root.watcher?.disconnect()
  root.watcher = new ResizeObserver(() => {
    frame.classList.remove('wide')
    frame.classList.toggle('wide', table.scrollWidth > frame.clientWidth + 1)
    table.classList.toggle('roomy', table.querySelector('td').clientWidth >= ROOMY)
    showAsides(table)
  })
  root.watcher.observe(root)
}

// Age and members elsewhere are told where the row has room for them as it is; the strip and the look show them everywhere.
function showAsides(table) {
  const cells = [...table.querySelectorAll('button.cell')].filter((cell) => cell.querySelector('.aside'))
  for (const cell of cells) cell.removeAttribute('data-fits')
  for (const cell of cells) {
    const row = cell.closest('tr')
    const { height } = row.getBoundingClientRect()
    cell.setAttribute('data-fits', '')
    if (row.getBoundingClientRect().height > height + 0.5) cell.removeAttribute('data-fits')
  }
}

function draw(root, data, answer) {
  const all = root.dataset.words === 'all'
  const focused = root.querySelector('button:focus')?.dataset.id
  const press = (id) => {
    for (const cell of root.querySelectorAll('button.cell')) cell.setAttribute('aria-pressed', String(cell.dataset.id === id))
    if (id) awaitClosing(root, id)
  }
  const open = (id) => { press(id); answer('cell', id) }
  const rows = data.rows.map((row) => ({ rank: row.rank, made: element('tr', { class: row.segments ? 'scaled' : 'worded' },
    rowHead(row, data, answer),
    ...row.boxes.map((box, place) => element('td', {}, boxButton(box, place, row, data, all, open))),
    gapCell(row, data.labels.gap, all)) }))
  const body = element('tbody')
  const table = element('table', { class: all ? 'all' : 'tight' },
    element('caption', { text: data.caption }),
    element('thead', {}, element('tr', {},
      issueHead(root, data, () => draw(root, data, answer)),
      ...data.columns.map((column, place) => head(column, (id) => answer('unfold', id), place + 1)), gapHead(root, rows, body, data))),
    body)
  moveByKeys(table)
  table.style.setProperty('--columns', data.columns.length)
  const frame = element('div', { class: 'scroll' }, table)
  root.replaceChildren(element('div', { class: 'wrap' }, frame, legend(data.legend, data.labels.hint)))
  watchWidth(root, frame, table)
  press(data.opened)
  const kept = root.querySelector(`[data-id="${CSS.escape(focused ?? '')}"]`)
  const first = kept ?? root.querySelector('button.cell')
  if (first) stop(table, first)
  kept?.focus({ preventScroll: true })
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  draw(parentElement.querySelector('#root'), data, setTriggerValue)
}

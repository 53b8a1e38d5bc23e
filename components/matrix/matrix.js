// Draws the table from finished words; nothing from data is ever read as HTML.
function head(column, unfold) {
  const made = element('th', { scope: 'col' }, marker(column), document.createTextNode(column.name))
  const small = column.of ?? column.kind
  if (small) made.append(element('span', { class: 'of', text: small }))
  if (column.fold) {
    const fold = element('button', { type: 'button', class: 'fold', 'aria-expanded': String(column.fold.open), 'data-id': `fold.${column.id}`, text: column.fold.words })
    fold.onclick = () => unfold(column.id)
    made.append(element('br'), fold)
    if (column.fold.silent) made.append(element('span', { class: 'of', text: column.fold.silent }))
  }
  return made
}

function rowHead(row, openIssue) {
  const name = element('button', { type: 'button', class: 'issue', 'data-id': `issue.${row.id}`, 'aria-label': `${row.name}: all about this issue`, text: row.name })
  name.onclick = () => openIssue(row.id)
  return element('th', { scope: 'row' }, name, element('small', { text: row.question }))
}

function cellButton(cell, column, open) {
  const words = cell.state === 'stated' && !cell.tint ? ' words' : ''
  const button = element('button', {
    type: 'button', class: `cell ${cell.state}${words}${cell.thin ? ' thin' : ''}`, 'data-id': cell.id, tabindex: -1,
    'aria-label': `${cell.label} ${cell.evidence}. Show the evidence`,
  },
  element('span', { class: 'party' }, marker(column), column.name),
  element('b', { text: cell.title }),
  element('span', { class: 'detail', text: cell.detail }),
  element('span', { class: 'evidence', text: cell.evidence }))
  if (cell.tint) button.style.setProperty('--tint', cell.tint)
  button.onclick = () => open(cell.id)
  return button
}

function gapCell(gap) {
  const made = element('td', { class: 'gap' })
  if (gap.segments) {
    const bar = element('div', { class: 'bar', 'aria-hidden': 'true' })
    for (let place = 0; place < gap.segments; place += 1) {
      const segment = element('i')
      segment.style.setProperty('--fill', Math.max(0, Math.min(1, gap.filled - place)))
      bar.append(segment)
    }
    made.append(bar, element('b', { text: gap.interval ? `${gap.words} (${gap.interval})` : gap.words }))
  } else {
    made.append(element('span', { text: gap.words }))
  }
  for (const pair of gap.pairs) made.append(element('div', { text: pair }))
  return made
}

function legend(shown) {
  const made = element('div', { class: 'legend' })
  const tints = element('span', { class: 'tints' })
  for (const tint of shown.tints) {
    const swatch = element('i', { class: 'swatch' })
    swatch.style.background = tint
    tints.append(swatch)
  }
  made.append(element('span', { text: shown.low }), tints, element('span', { text: `${shown.high}; direction carries no merit` }))
  for (const blank of shown.blanks) {
    made.append(element('span', {}, element('i', { class: `swatch blank ${blank.state}` }), document.createTextNode(blank.words)))
  }
  if (shown.thin) made.append(element('span', {}, element('i', { class: 'swatch thin' }), document.createTextNode('fewer than half of the members')))
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

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('#root')
  const focused = root.querySelector('button:focus')?.dataset.id
  const open = (id) => {
    for (const cell of root.querySelectorAll('button.cell')) cell.setAttribute('aria-pressed', String(cell.dataset.id === id))
    setTriggerValue('cell', id)
  }
  const unfold = (id) => setTriggerValue('unfold', id)
  const rows = data.rows.map((row) => element('tr', {},
    rowHead(row, (id) => setTriggerValue('issue', id)),
    ...row.cells.map((cell, place) => element('td', {}, cellButton(cell, data.columns[place], open))),
    gapCell(row.gap)))
  const table = element('table', {},
    element('caption', { text: data.caption }),
    element('thead', {}, element('tr', {}, element('th', { class: 'issue', scope: 'col', 'aria-label': 'Issue' }),
      ...data.columns.map((column) => head(column, unfold)), element('th', { class: 'gap', scope: 'col', text: 'Widest gap' }))),
    element('tbody', {}, ...rows))
  moveByKeys(table)
  table.style.setProperty('--columns', data.columns.length)
  root.replaceChildren(element('div', { class: 'wrap' }, element('div', { class: 'scroll' }, table), legend(data.legend)))
  const first = root.querySelector(`[data-id="${CSS.escape(focused ?? '')}"]`) ?? root.querySelector('button.cell')
  if (first) {
    if (first.classList.contains('cell')) first.tabIndex = 0
    else root.querySelector('button.cell').tabIndex = 0
    if (focused) first.focus({ preventScroll: true })
  }
}

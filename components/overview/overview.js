// Draws the grid from finished words: one element per cell, so that 38 parties by 38 issues stay light.
function tile(shown, place, row, issue, say) {
  const words = `${row.name}, ${issue[1]}: ${shown.title}`
  const made = element('td', { role: 'gridcell', tabindex: -1, 'data-kind': shown.kind, 'data-place': place, 'data-id': `${row.id}.${issue[0]}`, 'aria-label': words })
  if (shown.share !== null) made.style.setProperty('--share', shown.share)
  made.onmouseenter = made.onfocus = () => say(words)
  return made
}

function headButton(kind, id, name, hint, place) {
  return element('button', { type: 'button', tabindex: -1, 'data-kind': kind, 'data-id': id, 'data-place': place, 'aria-label': `${name}: ${hint}`, title: name }, element('span', { dir: 'auto', text: name }))
}

function partyRow(row, data, say) {
  const far = row.distance ? element('small', { text: `${row.distance} · ${row.compared}` }) : ''
  const head = element('th', { scope: 'row', role: 'rowheader' }, marker(row), headButton('party', row.id, row.name, data.labels.party, 0), far)
  return element('tr', { role: 'row', class: row.id === data.near ? 'near' : '' }, head,
    ...row.tiles.map((shown, place) => tile(shown, place + 1, row, data.issues[place], say)))
}

// One tab stop for the whole grid; arrows, Home and End move inside it.
function moveInGrid(table) {
  const rows = [...table.rows].map((row) => [...row.querySelectorAll('[data-place]')])
  table.onkeydown = (event) => {
    if (event.key === 'Enter' && event.target.matches('td')) event.target.click()
    const row = rows.findIndex((places) => places.includes(event.target))
    if (row < 0) return
    const here = Number(event.target.dataset.place)
    const [down, across] = { ArrowRight: [0, here + 1], ArrowLeft: [0, here - 1], Home: [0, 0], End: [0, Infinity], ArrowDown: [1, here], ArrowUp: [-1, here] }[event.key] ?? [0, null]
    if (across === null) return
    event.preventDefault()
    const line = rows[row + down]
    const found = line?.find((one) => Number(one.dataset.place) === across) ?? (down || across === Infinity ? line?.at(down ? 0 : -1) : line?.find((one) => across <= 0 && one.dataset.place === '0'))
    if (!found) return
    event.target.tabIndex = -1
    found.tabIndex = 0
    found.focus()
  }
  rows[1][0].tabIndex = 0
}

function legendOf(data) {
  const made = element('p', { class: 'legend' })
  for (const [kind, text] of data.legend) {
    const swatches = kind === 'firm' ? [0, 0.25, 0.5, 0.75, 1] : [0.5]
    made.append(element('span', {}, ...swatches.map((share) => element('i', { 'data-kind': kind, style: `--share: ${share}` })), text))
  }
  return made
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('#root')
  const focused = root.querySelector(':focus')?.dataset
  const left = root.querySelector('.frame')?.scrollLeft ?? 0
  const said = element('p', { class: 'said', 'aria-hidden': 'true', text: data.labels.hint })
  const say = (words) => { said.textContent = words }
  const heads = data.issues.map(([id, name], place) => element('th', { scope: 'col', role: 'columnheader' }, headButton('issue', id, name, data.labels.issue, place + 1)))
  const corner = element('td', { class: 'corner', text: data.near ? data.labels.distance : '' })
  const table = element('table', { role: 'grid', 'aria-label': data.labels.caption },
    element('thead', {}, element('tr', { role: 'row' }, corner, ...heads)),
    element('tbody', {}, ...data.rows.map((row) => partyRow(row, data, say))))
  table.onclick = (event) => {
    const chosen = event.target.closest('button, td[data-id]')
    if (chosen) setTriggerValue(chosen.matches('td') ? 'cell' : chosen.dataset.kind, chosen.dataset.id)
  }
  moveInGrid(table)
  const frame = element('div', { class: 'frame' }, table)
  root.replaceChildren(element('div', { class: 'overview' }, frame, said, legendOf(data)))
  frame.scrollLeft = left
  if (focused?.id) root.querySelector(`[data-id="${CSS.escape(focused.id)}"][data-kind="${focused.kind}"]`)?.focus({ preventScroll: true })
}

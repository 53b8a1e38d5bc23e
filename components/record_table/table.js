// Draws rows from finished words; sorting and searching stay in this browser.
const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘ʼʻʹ′`´]/g, "'").toLowerCase()

function compare(one, other) {
  if (one === null || other === null) return (one === null) - (other === null)
  return typeof one === 'number' ? one - other : String(one).localeCompare(String(other), 'en')
}

function cell(value, column, button) {
  const made = button ? element('th', { scope: 'row' }, button) : element('td', { class: column.kind, 'data-label': column.label })
  if (value.link) {
    made.append(element('a', { href: value.link, target: '_blank', rel: 'noopener noreferrer', tabindex: -1, 'aria-label': `${value.text}: ${value.note}`, text: value.text }))
    return made
  }
  if (!value.text) made.classList.add('empty')
  const words = button ? made : element('div', {}, element('span', { dir: 'auto', text: value.text }))
  if (value.note) words.append(element('small', { dir: 'auto', text: value.note }))
  if (!button) made.append(words)
  return made
}

function drawnRow(row, data, choose) {
  const button = element('button', { type: 'button', tabindex: -1, 'data-id': row.id, dir: 'auto', text: row.values[0].text })
  const made = element('tr', {}, ...row.values.map((value, place) => cell(value, data.columns[place], place === 0 ? button : null)))
  made.onclick = (event) => { if (event.target.tagName !== 'A') choose(row.id) }
  return { row, made, button, words: folded(row.values.map((value) => `${value.text} ${value.link ? '' : value.note}`).join(' ')) }
}

// One tab stop for the rows and one for the link of the row; arrows, Home and End move between rows.
function stopAt(rows, here) {
  for (const { made } of rows) for (const one of made.querySelectorAll('button, a')) one.tabIndex = -1
  if (here) for (const one of here.made.querySelectorAll('button, a')) one.tabIndex = 0
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('#root')
  const before = { id: root.querySelector(':focus')?.dataset.id, text: root.querySelector('input')?.value ?? '', top: root.querySelector('.frame')?.scrollTop ?? 0 }
  root.order ??= { column: data.order, descending: data.columns[data.order].largest_first }
  const mark = (id) => {
    for (const one of rows) {
      one.made.classList.toggle('now', one.row.id === id)
      one.button.setAttribute('aria-current', String(one.row.id === id))
    }
    stopAt(rows, rows.find((one) => one.row.id === id && !one.made.hidden) ?? rows.find((one) => !one.made.hidden))
  }
  const choose = (id) => {
    mark(id)
    rows.find((one) => one.row.id === id).button.focus({ preventScroll: true })
    root.chosen = id
    setTriggerValue('row', id)
  }
  let rows = data.rows.map((row) => drawnRow(row, data, choose))
  const body = element('tbody')
  const nothing = element('div', { class: 'none', text: `None of the ${data.nouns[1]} holds these words.` })
  const count = element('span', { role: 'status' })
  const input = element('input', { type: 'search', 'data-id': 'search', autocomplete: 'off' })
  input.value = before.text
  const find = () => {
    const wanted = folded(input.value).split(/\s+/).filter((word) => word)
    for (const one of rows) one.made.hidden = !wanted.every((word) => one.words.includes(word))
    const left = rows.filter((one) => !one.made.hidden).length
    count.textContent = wanted.length ? `${left} of ${rows.length} ${data.nouns[1]}` : `${rows.length} ${data.nouns[rows.length === 1 ? 0 : 1]}`
    nothing.hidden = left > 0
    mark(root.chosen ?? data.opened)
  }
  input.oninput = find
  const heads = data.columns.map((column, place) => {
    const button = element('button', { type: 'button', 'data-id': `sort.${place}`, text: column.label })
    button.onclick = () => {
      root.order = { column: place, descending: root.order.column === place ? !root.order.descending : column.largest_first }
      sort()
    }
    return element('th', { scope: 'col' }, button)
  })
  const sort = () => {
    const { column, descending } = root.order
    const order = ({ row }) => row.values[column].order
    rows = [...rows].sort((one, other) => {
      const missing = (order(one) === null) - (order(other) === null)
      return missing || compare(order(one), order(other)) * (descending ? -1 : 1)
    })
    heads.forEach((head, place) => head.setAttribute('aria-sort', place !== column ? 'none' : descending ? 'descending' : 'ascending'))
    body.append(...rows.map((one) => one.made))
    stopAt(rows, rows.find((one) => one.button.tabIndex === 0) ?? rows.find((one) => !one.made.hidden))
  }
  const table = element('table', {}, element('caption', { text: data.name }), element('thead', {}, element('tr', {}, ...heads)), body)
  table.onkeydown = (event) => {
    const seen = rows.filter((one) => !one.made.hidden)
    const place = seen.findIndex((one) => one.button === event.target)
    const next = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: seen.length - 1 }[event.key]
    if (place < 0 || next === undefined) return
    event.preventDefault()
    const target = seen[Math.max(0, Math.min(seen.length - 1, next))]
    stopAt(rows, target)
    target.button.focus()
  }
  const above = element('div', { class: 'find' })
  if (data.search) above.append(element('label', {}, data.search, input))
  above.append(count)
  const frame = element('div', { class: 'frame' }, table, nothing)
  root.replaceChildren(element('div', { class: 'records' }, above, frame))
  root.chosen = null
  find()
  sort()
  frame.scrollTop = before.top
  if (!before.top) rows.find((one) => one.row.id === data.opened)?.made.scrollIntoView({ block: 'nearest' })
  if (before.id) root.querySelector(`[data-id="${CSS.escape(before.id)}"]`)?.focus({ preventScroll: true })
}

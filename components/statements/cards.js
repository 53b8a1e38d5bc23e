// Groups of statements, each with a heading and a note; before them where the cell stands on its scale.
function scaleList(steps) {
  return element('ol', { class: 'scale', start: 0 }, ...steps.map(([kind, label, short]) => {
    const words = element('span', { dir: 'auto', text: label })
    if (short) words.append(element('small', { dir: 'auto', text: short }))
    return element('li', kind ? { class: 'at' } : {}, element('i', { class: 'block', 'data-kind': kind, 'aria-hidden': 'true' }), words)
  }))
}

function groupOf(group, head) {
  const section = element('section', group.sets ? { class: 'sets' } : {})
  if (group.title) section.append(element(head, { class: 'title', dir: 'auto', text: group.title }))
  if (group.note) section.append(element('p', { class: 'note', dir: 'auto', text: group.note }))
  section.append(...group.cards.map(drawn))
  return section
}

const HEIGHT = 260 // about what a card and its share of heads take, in pixels, until they are laid out

// Groups in columns below a heading of their own.
function partOf(part) {
  const longest = Math.max(...part.columns.map((groups) => groups.flatMap((group) => group.cards).length))
  const columns = part.columns.map((groups) => element('div', {}, ...groups.map((group) => groupOf(group, 'h4'))))
  const made = element('div', { class: 'part' }, element('h3', { text: part.title }), element('p', { class: 'about', text: part.note }), element('div', { class: 'columns' }, ...columns))
  made.style.containIntrinsicHeight = `auto ${longest * HEIGHT}px`
  if (part.left) made.append(element('p', { class: 'about', text: part.left }))
  return made
}

export default function ({ data: [data], parentElement }) {
  const made = element('div', { class: 'cards' })
  if (data.scale.length) made.append(scaleList(data.scale))
  made.append(...data.groups.map((group) => groupOf(group, 'h3')), ...data.parts.map(partOf))
  parentElement.querySelector('#root').replaceChildren(made)
}

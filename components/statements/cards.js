// Groups of statements, each with a heading and a note; before them where the cell stands on its scale.
function scaleList(steps) {
  return element('ol', { class: 'scale', start: 0 }, ...steps.map(([kind, label, short]) => {
    const words = element('span', { dir: 'auto', text: label })
    if (short) words.append(element('small', { dir: 'auto', text: short }))
    return element('li', kind ? { class: 'at' } : {}, element('i', { class: 'block', 'data-kind': kind, 'aria-hidden': 'true' }), words)
  }))
}

export default function ({ data: [data], parentElement }) {
  const made = element('div', { class: 'cards' })
  if (data.scale.length) made.append(scaleList(data.scale))
  for (const group of data.groups) {
    const section = element('section', group.sets ? { class: 'sets' } : {})
    if (group.title) section.append(element('h3', { dir: 'auto', text: group.title }))
    if (group.note) section.append(element('p', { class: 'note', dir: 'auto', text: group.note }))
    section.append(...group.cards.map(drawn))
    made.append(section)
  }
  parentElement.querySelector('#root').replaceChildren(made)
}

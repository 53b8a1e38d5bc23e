// Groups of statements, each with a heading and a note.
export default function ({ data, parentElement }) {
  const made = element('div', { class: 'cards' })
  for (const group of data.groups) {
    if (group.title) made.append(element('h3', { dir: 'auto', text: group.title }))
    if (group.note) made.append(element('p', { class: 'note', dir: 'auto', text: group.note }))
    made.append(...group.cards.map(drawn))
  }
  parentElement.querySelector('#root').replaceChildren(made)
}

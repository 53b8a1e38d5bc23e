// Draws cards from finished words; nothing from data is ever read as HTML.
function quotation(card) {
  if (card.passage) {
    const [before, phrase, after] = card.passage
    return element('blockquote', {}, before, element('mark', { text: phrase }), after)
  }
  return element('blockquote', { text: `“${card.phrase}”` })
}

function drawn(card) {
  const who = element('p', { class: 'line' })
  if (card.shape) who.append(marker(card))
  who.append(element('span', { class: 'side', text: card.side }), ` · ${card.issue} · ${card.said}`)
  const made = element('article', { 'data-id': card.id }, who, element('p', { class: 'summary', text: card.summary }))
  if (card.phrase) made.append(quotation(card))
  made.append(element('p', { class: 'line', text: card.who }), element('p', { class: 'line', text: card.source }))
  if (card.facts.length) {
    made.append(element('dl', {}, ...card.facts.flatMap(([name, value]) => [element('dt', { text: name }), element('dd', { text: value })])))
  }
  return made
}

export default function ({ data, parentElement }) {
  const made = element('div', { class: 'cards' })
  for (const group of data.groups) {
    if (group.title) made.append(element('h3', { text: group.title }))
    if (group.note) made.append(element('p', { class: 'note', text: group.note }))
    made.append(...group.cards.map(drawn))
  }
  parentElement.querySelector('#root').replaceChildren(made)
}

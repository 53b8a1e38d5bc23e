// Draws one statement; put in front of every script that shows statements.
function quotation(card) {
  if (card.passage) {
    const [before, phrase, after] = card.passage
    return element('blockquote', {}, before, element('mark', { text: phrase }), after)
  }
  return element('blockquote', { text: card.phrase })
}

function copyButton(label, text) {
  const button = element('button', { type: 'button', class: 'copy', text: label })
  button.onclick = async () => {
    await copied(text)
    button.textContent = 'Copied'
    setTimeout(() => { button.textContent = label }, 1600)
  }
  return button
}

// The clipboard is closed to pages that are served without encryption; then a field is copied.
async function copied(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text)
  const field = element('textarea', { text })
  document.body.append(field)
  field.select()
  document.execCommand('copy')
  return field.remove()
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
  made.append(element('p', { class: 'copies' }, ...card.copies.map(([label, text]) => copyButton(label, text))))
  return made
}

// Draws one statement; put in front of every script that shows statements.
function quotation(card) {
  if (card.passage) {
    const [before, phrase, after] = card.passage
    return element('blockquote', { dir: 'auto' }, before, element('mark', { text: phrase }), after)
  }
  return element('blockquote', { dir: 'auto', text: card.phrase })
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
  const field = element('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  document.execCommand('copy')
  return field.remove()
}

function pairs(facts) {
  return element('dl', {}, ...facts.flatMap(([name, value]) => [element('dt', { text: name }), element('dd', { dir: 'auto', text: value })]))
}

function sourceLine(card) {
  const line = element('p', { class: 'line', dir: 'auto' }, card.source)
  if (card.link) line.append(' · ', element('a', { href: card.link, target: '_blank', rel: 'noopener noreferrer', text: 'original' }))
  if (card.translated) line.append(` · ${card.translated}`)
  return line
}

function drawn(card) {
  const who = element('p', { class: 'line' })
  if (card.shape) who.append(marker(card))
  who.append(element('bdi', { class: 'side', text: card.side }), ' · ', element('bdi', { text: card.issue }), ` · ${card.said}`)
  const made = element('article', { 'data-id': card.id }, who)
  if (card.phrase) made.append(quotation(card))
  made.append(
    element('p', { class: 'summary', dir: 'auto', text: card.summary }),
    element('p', { class: 'line speaker', dir: 'auto', text: card.who }),
    sourceLine(card),
  )
  if (card.facts.length) made.append(pairs(card.facts))
  made.append(
    element('details', {}, element('summary', { text: 'How it is coded' }), pairs(card.codes)),
    element('p', { class: 'copies' }, ...card.copies.map(([label, text]) => copyButton(label, text))),
  )
  return made
}

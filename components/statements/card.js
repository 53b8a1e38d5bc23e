// Draws one statement; put in front of every script that shows statements.
function quotation(card) {
  if (card.passage) {
    const [before, phrase, after] = card.passage
    return element('blockquote', { dir: 'auto' }, before, element('mark', { text: phrase }), after)
  }
  return element('blockquote', { dir: 'auto', text: card.phrase })
}

// What is copied, behind one "Copy" for all; who hears the page hears the whole label.
function copyButton(label, text) {
  const button = element('button', { type: 'button', class: 'copy' })
  const say = (shown, heard) => { button.textContent = shown; button.setAttribute('aria-label', heard) }
  const rest = () => say(label.replace('Copy ', ''), label)
  button.onclick = async () => {
    await copied(text)
    say('Copied', 'Copied')
    setTimeout(rest, 1600)
  }
  rest()
  return button
}

// The clipboard is closed to pages that are served without encryption; then a field is copied.
async function copied(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text)
  const field = element('textarea')
  field.value = text
  // Beside an open drawer nothing outside it can be selected.
  ;(document.querySelector('[role=dialog]') ?? document.body).append(field)
  field.select()
  document.execCommand('copy')
  return field.remove()
}

function pairs(facts) {
  return element('dl', {}, ...facts.flatMap(([name, value]) => [element('dt', { text: name }), element('dd', { dir: 'auto', text: value })]))
}

// Who said it, with office and authority; the side's mark in front.
function speakerLine(card) {
  const line = element('p', { class: 'line speaker', dir: 'auto' })
  if (card.shape) line.append(marker(card))
  return addAll(line, [element('bdi', { class: 'side', text: card.side }), card.issue, element('span', { text: card.who })])
}

function sourceLine(card) {
  const source = card.span ? `${card.source}, ${card.span}` : card.source
  const links = card.links.map(([text, href]) => element('a', { href, target: '_blank', rel: 'noopener noreferrer', text }))
  return addAll(element('p', { class: 'line', dir: 'auto' }), [card.said, source, ...links, card.translated])
}

function addAll(line, parts) {
  const told = parts.filter((part) => part).map((part) => (typeof part === 'string' ? element('bdi', { text: part }) : part))
  told.forEach((part, place) => line.append(...(place ? [' · ', part] : [part])))
  return line
}

// Words first: the phrase, what it comes to, who said it; then when and where; codes are folded.
function drawn(card) {
  const made = element('article', { 'data-id': card.id })
  if (card.phrase) made.append(quotation(card))
  made.append(element('p', { class: 'summary', dir: 'auto', text: card.summary }), speakerLine(card), sourceLine(card))
  if (card.facts.length) made.append(pairs(card.facts))
  made.append(element('div', { class: 'foot' },
    element('details', {}, element('summary', { text: 'How it is coded' }), pairs(card.codes)),
    element('p', { class: 'copies' }, element('span', { 'aria-hidden': 'true', text: 'Copy' }), ...card.copies.map(([label, text]) => copyButton(label, text)))))
  return made
}

// Text at the left, its statements at the right; a click on either finds the other.
function pieces(view, show) {
  const pane = element('div', { class: 'text', dir: 'auto', tabindex: 0, role: 'region', 'aria-label': 'Source text with coded passages' })
  for (const piece of view.pieces) {
    if (!piece.ids.length) {
      pane.append(piece.text)
      continue
    }
    const count = piece.ids.length === 1 ? '1 statement' : `${piece.ids.length} statements`
    // A span, not a button: a button would not wrap with the lines of the text.
    const passage = element('span', {
      role: 'button', tabindex: 0, class: piece.colours.length ? 'passage' : 'passage commentary',
      'data-ids': piece.ids.join(' '), 'aria-label': `${piece.text.trim()} (${count})`, text: piece.text,
    })
    if (piece.colours.length) passage.style.setProperty('--colour', piece.colours[0])
    passage.onclick = () => show(piece.ids)
    passage.onkeydown = (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      show(piece.ids)
    }
    pane.append(passage)
  }
  return pane
}

// Where the words that the reader has marked begin and end in the text, in characters; null for none.
function marked(pane) {
  const root = pane.getRootNode(), selection = root.getSelection?.() ?? getSelection()
  const range = selection?.getComposedRanges?.({ shadowRoots: [root] })[0] ?? (selection?.rangeCount ? selection.getRangeAt(0) : null)
  if (!range || !pane.contains(range.startContainer) || !pane.contains(range.endContainer)) return null
  const before = document.createRange()
  before.setStart(pane, 0)
  const upTo = (node, offset) => { before.setEnd(node, offset); return [...before.toString()].length }
  const span = [upTo(range.startContainer, range.startOffset), upTo(range.endContainer, range.endOffset)]
  return span[0] < span[1] ? span : null
}

// A button that makes a statement of the marked words; what is marked stays known while it is clicked.
function coding(pane, send) {
  const button = element('button', { type: 'button', class: 'copy code', text: 'Make a statement of the marked words', disabled: '' })
  let span = null
  const look = () => {
    if (!pane.isConnected) { document.removeEventListener('selectionchange', look); return }
    span = marked(pane) ?? span
    button.disabled = !span
  }
  document.addEventListener('selectionchange', look)
  button.onclick = () => send('marked', span)
  return button
}

function reader({ data: [data], parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('#root')
  const select = (pattern) => [...root.querySelectorAll(pattern)]
  const mark = (ids) => {
    for (const card of select('article')) card.classList.toggle('now', ids.includes(card.dataset.id))
    for (const piece of select('.passage')) piece.classList.toggle('now', piece.dataset.ids.split(' ').some((id) => ids.includes(id)))
  }
  const into = (found) => found?.scrollIntoView({ block: 'center', behavior: 'auto' })
  const toCards = (ids) => { mark(ids); into(select('article').find((card) => ids.includes(card.dataset.id))) }
  const toText = (id) => { mark([id]); into(select('.passage').find((piece) => piece.dataset.ids.split(' ').includes(id))) }
  const list = element('div', { class: 'list cards', tabindex: 0, role: 'region', 'aria-label': 'Statements of this source' }, ...data.cards.map((card) => {
    const made = drawn(card)
    if (card.marked) {
      const back = element('button', { type: 'button', class: 'copy', text: 'Show in the text' })
      back.onclick = () => toText(card.id)
      made.querySelector('.copies').prepend(back)
    }
    return made
  }))
  const panes = element('div', { class: data.pieces.length ? 'panes' : 'panes alone' })
  if (data.pieces.length) {
    const pane = pieces(data, toCards)
    panes.append(data.coded ? element('div', { class: 'coding' }, coding(pane, setTriggerValue), pane) : pane)
  }
  panes.append(list)
  root.replaceChildren(element('div', { class: 'reader' }, panes))
}

export default reader

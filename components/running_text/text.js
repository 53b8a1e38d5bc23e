// One passage of running text: numbers lead to the notes below, one button copies rich text and Markdown.
export default function ({ data: [data], parentElement }) {
  const root = parentElement.querySelector('#root')
  const notes = element('ol', {}, ...data.notes.map((words, place) => element('li', { id: `note-${place + 1}`, dir: 'auto', tabindex: '-1', text: words })))
  const counted = `${data.notes.length} ${data.notes.length === 1 ? 'note' : 'notes'}`
  const below = element('details', {}, element('summary', { text: counted }), notes)
  const shown = number => {
    below.open = true
    const note = root.querySelector(`#note-${number}`)
    note.focus()
    note.scrollIntoView({ block: 'nearest' })
  }
  const numbered = number => {
    const button = element('button', { type: 'button', class: 'number', text: number, 'aria-label': `Note ${number}`, title: data.notes[number - 1] })
    button.onclick = () => shown(number)
    return element('sup', {}, button)
  }
  const copy = element('button', { type: 'button', class: 'copy', text: 'Copy with footnotes' })
  copy.onclick = () => {
    copyBoth(data.html, data.markdown)
    copy.textContent = 'Copied'
    setTimeout(() => { copy.textContent = 'Copy with footnotes' }, 1600)
  }
  const told = data.paragraphs.map(parts => element('p', { dir: 'auto' }, ...parts.flatMap(({ words, notes }) => [words, ...separated(notes.map(numbered))])))
  root.className = 'cards text'
  root.replaceChildren(
    element('h3', { text: data.title }),
    element('p', { class: 'copies' }, copy, element('span', { class: 'line', text: 'Rich text for Word, Markdown for plain text' })),
    ...told, ...data.below.map(line => element('p', { class: 'line', text: line })),
    ...(data.notes.length ? [below] : []),
  )
}

function separated(numbers) {
  return numbers.flatMap((one, place) => (place ? [element('sup', { text: ',' }), one] : [one]))
}

// The event of copying takes both forms as they are; the other way would drop what makes footnotes of them.
function copyBoth(html, text) {
  const put = event => {
    event.clipboardData.setData('text/html', html)
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
  }
  const field = element('textarea', { text: '.' })
  document.body.append(field)
  field.select()
  document.addEventListener('copy', put, { once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', put)
  field.remove()
}

// The field shows the day of the view; Enter, or leaving the field, sends what was typed over it.
export default function ({ data: [data], parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('#root')
  let input = root.querySelector('input')
  if (!input) {
    input = element('input', { type: 'text', 'aria-label': 'As of, a day to type', autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'go' })
    root.replaceChildren(element('div', { class: 'day' },
      element('label', {}, element('span', { text: data.label }), input), element('p', { class: 'fault', role: 'alert' })))
  }
  const fault = root.querySelector('.fault')
  const send = () => {
    const text = input.value.trim()
    if (!text) input.value = root.shown
    else if (text !== root.shown) { root.shown = text; setTriggerValue('typed', text) }
  }
  input.onkeydown = (event) => {
    if (event.key === 'Enter') send()
    if (event.key === 'Escape') input.value = root.shown
  }
  input.onfocus = () => input.select()
  input.onblur = send
  fault.textContent = data.fault
  fault.hidden = !data.fault
  if (!data.fault) { root.shown = data.day; input.value = data.day }
}

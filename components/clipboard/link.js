// Buttons that copy a text, or the address as it stands when the button is pressed.
export default function ({ data: [data], parentElement }) {
  const made = data.copies.map(({ label, text }) => {
    const button = element('button', { type: 'button', class: 'copy', text: label })
    button.onclick = async () => {
      await copied(text ?? window.location.href)
      button.textContent = 'Copied'
      setTimeout(() => { button.textContent = label }, 1600)
    }
    return button
  })
  parentElement.querySelector('#root').replaceChildren(...made)
}

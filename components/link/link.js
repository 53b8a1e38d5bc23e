// Copies the address as it stands when the button is pressed.
export default function ({ data, parentElement }) {
  const button = element('button', { type: 'button', class: 'copy', text: data.label })
  button.onclick = async () => {
    await copied(window.location.href)
    button.textContent = data.done
    setTimeout(() => { button.textContent = data.label }, 1600)
  }
  parentElement.querySelector('#root').replaceChildren(button)
}

// While this stands on the page, the browser asks before the tab is closed or reloaded.
const askBeforeLeaving = event => event.preventDefault()

export default function () {
  window.addEventListener('beforeunload', askBeforeLeaving)
  return () => window.removeEventListener('beforeunload', askBeforeLeaving)
}

// Follows changes while a site is written: takes the new text of this page in place of the old,
// with scroll and open details kept. Loads the page anew only where its frame has changed.
const parser = new DOMParser()

async function refresh() {
  const response = await fetch(location.href, { cache: "no-store" })
  const fresh = parser.parseFromString(await response.text(), "text/html")
  const [old, now] = [document.querySelector("main"), fresh.querySelector("main")]
  const frame = (page) => [...page.querySelectorAll("head > *, body > header, body > footer")]
    .filter((element) => !element.matches("link[rel=stylesheet]"))
    .map((element) => element.outerHTML.replace(/ hidden(="")?/g, ""))
    .join("")
  if (!old || !now || document.title !== fresh.title && frame(document).length === 0) {
    location.reload()
    return
  }
  style(fresh)
  const open = [...old.querySelectorAll("details")].map((details) => details.open)
  const { scrollX, scrollY } = window
  old.replaceChildren(...now.childNodes)
  old.querySelectorAll("details").forEach((details, index) => {
    if (open[index] !== undefined) details.open = open[index]
  })
  document.title = fresh.title
  window.scrollTo(scrollX, scrollY)
  document.dispatchEvent(new CustomEvent("instep:changed"))
}

// A new style sheet is put beside the old one, which goes when the new one is there: no flash.
function style(fresh) {
  const [old, now] = [document, fresh].map((page) => page.querySelector("link[rel=stylesheet]"))
  if (!old || !now || old.getAttribute("href") === now.getAttribute("href")) return
  const link = document.importNode(now)
  link.addEventListener("load", () => old.remove())
  old.after(link)
}

let seen
const events = new EventSource("/_instep/events")
events.addEventListener("hello", (event) => {
  // A page that was away while something changed is told so by a newer count.
  if (seen !== undefined && seen !== event.lastEventId) refresh()
  seen = event.lastEventId
})
events.addEventListener("changed", (event) => {
  seen = event.lastEventId
  refresh()
})

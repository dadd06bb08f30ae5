// Follows changes while a site is written. This is the one element that a preview adds to a page.

import "./panel.js"
import { swap } from "./swap.js"

const panel = document.body.appendChild(document.createElement("instep-panel"))
const parser = new DOMParser()

const element = (page) => page.querySelector("[data-instep-preview]")

// The page as it is served, without what scripts have made of it, and the hash of it.
const served = async () => {
  const response = await fetch(location.pathname + location.search, { cache: "no-store" })
  const page = parser.parseFromString(await response.text(), "text/html")
  const version = element(page)?.dataset.instepPreview
  element(page)?.remove()
  return { page, version }
}
const notes = async () => {
  const response = await fetch("/_instep/page" + location.pathname, { cache: "no-store" })
  return response.ok ? response.json() : { broken: [] }
}

// What this page was made from, once the page has looked at itself.
const shown = element(document)?.dataset.instepPreview
let source

// One look at a time; a change meanwhile asks for one more.
let looking = false
let again = false
const look = async () => {
  if (looking) { again = true; return }
  looking = true
  do {
    again = false
    // A server that is gone is waited for: the stream of events comes back with it.
    await refresh().catch(() => {})
  } while (again)
  looking = false
}

const refresh = async () => {
  const [now, told] = await Promise.all([served(), notes()])
  // It changed again before anything told of changes.
  if (!source && now.version !== shown) {
    location.reload()
    return
  }
  const old = source ?? now
  source = old
  panel.show(told)
  // The last good page stays while the new one cannot be what was meant.
  if (told.broken.length) return
  if (old.version !== now.version && !swap(old.page, now.page)) {
    location.reload()
    return
  }
  source = now
  panel.place()
}

let seen
const events = new EventSource("/_instep/events")
events.addEventListener("hello", (event) => {
  // The first look, so that no change falls between it and the first event; and a page that was
  // away while something changed is told so by another count.
  if (seen !== event.lastEventId) look()
  seen = event.lastEventId
})
events.addEventListener("changed", (event) => {
  seen = event.lastEventId
  look()
})
addEventListener("pagehide", () => events.close())
// A page that comes back from the browser's memory has missed what happened meanwhile.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload() })

// Puts the new state of a page in the place of the old one, part by part. What the reader did on it
// stays: scroll, open details, open menus.

// Parts that may be replaced: the text, and whatever has a name by which it is found again.
const isPart = (old, now) => old.localName === now.localName && !old.matches("html, head, body, script")
  && (old.localName === "main" || old.id && old.id === now.id)

const attributes = (element) => [...element.attributes].map(({ name, value }) => name + "=" + value).sort().join("\n")
const ownText = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
  .map((node) => node.data.trim()).join("")

// The parts that differ, as pairs; none where what differs is no part.
const differing = (old, now) => {
  if (old.isEqualNode(now)) return []
  if (isPart(old, now)) return [[old, now]]
  const alike = old.localName === now.localName && attributes(old) === attributes(now)
    && ownText(old) === ownText(now) && old.childElementCount === now.childElementCount && old.childElementCount > 0
  if (!alike) return null
  const pairs = []
  for (const [index, child] of [...old.children].entries()) {
    const found = differing(child, now.children[index])
    if (!found) return null
    pairs.push(...found)
  }
  return pairs
}

const named = (list) => new Map([...list].map((element) => [element.outerHTML, element]))

// Brings the head up to date. False where a script is another: it cannot be taken back.
const head = (old, now) => {
  const [before, after] = [named(old.head.children), named(now.head.children)]
  const gone = [...before].filter(([html]) => !after.has(html)).map(([, element]) => element)
  const came = [...after].filter(([html]) => !before.has(html)).map(([, element]) => element)
  if ([...gone, ...came].some((element) => element.matches("script[src], base, meta[http-equiv]"))) return false
  const sheets = (list) => list.filter((element) => element.matches("link[rel~=stylesheet]"))
  const [sheetsGone, sheetsCame] = [sheets(gone), sheets(came)]
  // The old style holds until the new one is there: no flash.
  const links = sheetsCame.map((sheet) => document.importNode(sheet))
  const loaded = links.map((link) => new Promise((ready) => { link.onload = link.onerror = ready }))
  const live = (sheet) => [...document.head.querySelectorAll("link[rel~=stylesheet]")]
    .find((link) => link.getAttribute("href") === sheet.getAttribute("href"))
  const leaving = sheetsGone.map(live).filter(Boolean)
  if (leaving[0]) leaving[0].before(...links)
  else document.head.append(...links)
  Promise.all(loaded).then(() => leaving.forEach((link) => link.remove()))
  document.title = now.title
  return true
}

// Details by the words that one sees of them when they are closed.
const folds = (element) => {
  const seen = new Map()
  return [...element.querySelectorAll("details")].map((details) => {
    const words = details.querySelector("summary")?.textContent.trim() ?? ""
    const turn = seen.get(words) ?? 0
    seen.set(words, turn + 1)
    return [words + "\n" + turn, details]
  })
}

// The place of the reader: a named element at the top of the window, and how far from it.
const readingPlace = () => {
  const known = [...document.querySelectorAll("main [id]")].map((element) => [element.id, element.getBoundingClientRect().top])
  const above = known.filter(([, top]) => top < innerHeight / 3)
  return { place: above.at(-1), x: scrollX, y: scrollY }
}
const goBack = ({ place, x, y }) => {
  const element = place && document.getElementById(place[0])
  const top = element ? scrollY + element.getBoundingClientRect().top - place[1] : y
  // At the very top the page is meant, not its first section.
  scrollTo({ left: x, top: y < 8 ? y : top, behavior: "instant" })
}

const put = (live, now) => {
  const open = new Map(folds(live).map(([key, details]) => [key, details.open]))
  const focus = live.contains(document.activeElement) ? document.activeElement.id : ""
  const { scrollTop, scrollLeft } = live
  live.replaceChildren(...document.importNode(now, true).childNodes)
  for (const { name } of [...live.attributes]) if (!now.hasAttribute(name)) live.removeAttribute(name)
  for (const { name, value } of [...now.attributes]) live.setAttribute(name, value)
  for (const [key, details] of folds(live)) if (open.has(key)) details.open = open.get(key)
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true })
  live.scrollTo({ top: scrollTop, left: scrollLeft, behavior: "instant" })
}

/** Takes `now` in the place of `old`, both as they were served. False where only a new load helps. */
export const swap = (old, now) => {
  const same = ["lang", "dir"].every((name) => old.documentElement.getAttribute(name) === now.documentElement.getAttribute(name))
  const found = same && differing(old.body, now.body)
  if (!found) return false
  const parts = found.map(([before, after]) => [before.localName === "main" ? document.querySelector("main") : document.getElementById(before.id), after])
  if (parts.some(([live]) => !live) || !head(old, now)) return false
  for (const { name, value } of now.documentElement.attributes) document.documentElement.setAttribute(name, value)
  const place = readingPlace()
  for (const [live, after] of parts) put(live, after)
  const regions = parts.map(([live]) => live)
  // The theme's own script sets up what it has set up on the page before.
  document.dispatchEvent(new CustomEvent("instep:changed", { detail: { regions } }))
  goBack(place)
  return true
}

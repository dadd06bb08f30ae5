// What is found of the page that is shown, beside it and at its place. Only a preview has it.

import { locate } from "./places.js"

const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""))
  return element
}
const remember = (key, value) => { try { sessionStorage.setItem("instep-" + key, value) } catch {} }
const recall = (key) => { try { return sessionStorage.getItem("instep-" + key) } catch { return null } }
const counted = (count, noun) => count + " " + noun + (count === 1 ? "" : "s")

const style = fetch(new URL("panel.css", import.meta.url)).then((response) => response.text()).then((text) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
})

// Names in backticks are code.
const message = (text) => text.split(/`([^`]*)`/).map((part, index) => index % 2 ? make("code", {}, make("bdi", {}, part)) : part)

// A place in a file, and the way to it in the editor; the page's own file needs no name.
const editor = ({ path, line, column, address }, own) => {
  const words = path === own ? "line " + line : path + (line > 1 || column > 1 ? ":" + line : "")
  return address ? make("a", { href: address, className: "file", textContent: words, title: "Open in the editor" })
    : make("span", { className: "file", textContent: words })
}

// Differences are made by the program and hold no markup but these; others are read as text.
const difference = (html) => {
  const parsed = new DOMParser().parseFromString(html, "text/html").body
  const copy = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)]
    const children = [...node.childNodes].flatMap(copy)
    return ["P", "INS", "DEL"].includes(node.nodeName) ? [make(node.localName, {}, ...children)] : children
  }
  return make("div", { className: "difference", dir: "auto" }, ...[...parsed.childNodes].flatMap(copy))
}

const STATES = {
  newest: "The newest text", "up-to-date": "Up to date", behind: "Behind", incomplete: "Incomplete",
  missing: "Not translated", absent: "Not to be translated", orphan: "Its source is gone", unknown: "Cannot be told",
}
const EVIDENCE = {
  "source-hash": "by the hash of its source", "source-commit": "by the history of its source",
  units: "by its translation units", shape: "by the shape of both texts", dates: "by dates",
}
const CHANGES = { changed: "changed", missing: "missing here", extra: "not in the newest text", renamed: "renamed", moved: "moved", added: "added", removed: "removed" }

class Panel extends HTMLElement {
  #told = { broken: [] }
  #root = this.attachShadow({ mode: "open" })
  #button = make("button", { type: "button", className: "pill" })
  #box = make("section", { className: "box", hidden: true })
  #marks = make("div", { className: "marks" })
  #overlay = make("section", { className: "overlay", hidden: true })
  #placed = []

  connectedCallback() {
    this.lang = "en"
    this.dir = "ltr"
    this.#button.setAttribute("aria-expanded", "false")
    this.#box.setAttribute("aria-label", "Preview")
    this.#overlay.setAttribute("role", "alert")
    this.#root.append(this.#marks, this.#box, this.#button, this.#overlay)
    // Nothing is seen before it has its style.
    style.then((sheet) => { this.#root.adoptedStyleSheets = [sheet]; this.dataset.ready = "" })
    this.#button.addEventListener("click", () => this.#open(this.#box.hidden))
    this.#root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.#box.hidden) return
      this.#open(false)
      this.#button.focus()
    })
    new ResizeObserver(() => this.#draw()).observe(document.body)
    if (recall("open")) this.#open(true)
  }

  /** Shows what is known of the page. */
  show(told) {
    this.#cover(told.broken)
    // Of what is broken nothing is known that would hold.
    if (told.broken.length && this.#told.findings) return
    this.#told = told
    this.#summary()
    this.#fill()
    this.place()
  }

  /** Looks for the findings on the page. */
  place() {
    const findings = this.#told.findings ?? []
    this.#placed = findings.map((finding) => ({ finding, found: locate(finding) })).filter(({ found }) => found)
    for (const level of ["deny", "warn", "note"]) {
      const ranges = this.#placed.filter(({ finding, found }) => finding.level === level && found.range).map(({ found }) => found.range)
      CSS.highlights?.set("instep-" + level, new Highlight(...ranges))
    }
    this.#draw()
  }

  #open(open) {
    this.#box.hidden = !open
    this.#button.setAttribute("aria-expanded", open)
    remember("open", open ? "yes" : "")
  }

  #summary() {
    const { findings = [], drift } = this.#told
    const parts = ["deny", "warn", "note"].map((level) => [level, findings.filter((finding) => finding.level === level).length])
    const dots = parts.filter(([, count]) => count).map(([level, count]) => make("span", { className: "count " + level, title: counted(count, level) }, String(count)))
    const lag = drift && ["behind", "incomplete", "orphan"].includes(drift.status) ? make("span", { className: "state" }, STATES[drift.status].toLowerCase()) : null
    const rest = dots.length || lag ? null : make("span", { className: "state" }, findings ? "nothing found" : "")
    this.#button.replaceChildren(make("span", { className: "name" }, "Instep"), ...dots, ...[lag, rest].filter(Boolean))
  }

  #fill() {
    const { file, findings, drift, dates = [], languages = [] } = this.#told
    const head = make("header", {}, make("h2", {}, "Preview"), file ? editor(file) : null)
    const parts = findings ? [this.#findings(findings), this.#drift(drift), this.#dates(dates), this.#languages(languages)] : [make("p", { className: "none" }, "This page is made from many; nothing is known of it alone.")]
    const scroll = this.#box.scrollTop
    this.#box.replaceChildren(head, ...parts.filter(Boolean))
    this.#box.scrollTop = scroll
  }

  #part(title, count, ...children) {
    const key = "part-" + title
    const details = make("details", { open: recall(key) !== "closed" }, make("summary", {}, title, count ? make("span", { className: "amount" }, String(count)) : null), ...children)
    details.addEventListener("toggle", () => remember(key, details.open ? "" : "closed"))
    return details
  }

  #editor(file) {
    return editor(file, this.#told.file?.path)
  }

  #findings(findings) {
    const item = (finding) => {
      const show = make("button", { type: "button", className: "message", title: "Show it on the page" }, ...message(finding.message))
      show.addEventListener("click", () => this.#go(finding))
      return make("li", { className: finding.level },
        show,
        finding.help ? make("p", { className: "help" }, ...message(finding.help)) : null,
        make("p", { className: "from" }, this.#editor(finding.file), make("span", { className: "code" }, finding.code)))
    }
    return this.#part("Findings", findings.length, findings.length ? make("ul", { className: "findings" }, ...findings.map(item)) : make("p", { className: "none" }, "Nothing found."))
  }

  #drift(drift) {
    if (!drift) return null
    const state = [STATES[drift.status] ?? drift.status]
    if (drift.days > 0) state.push(counted(drift.days, "day"))
    const evidence = drift.evidence ? EVIDENCE[drift.evidence] : ""
    const sections = drift.sections.map((section) => make("li", {},
      section.reference ? make("a", { href: section.reference }, make("bdi", {}, section.title)) : make("bdi", {}, section.title),
      " ", make("span", { className: "change" }, CHANGES[section.change] ?? section.change), " ", this.#editor(section.file)))
    const values = drift.values.filter((value) => value.found || value.expected).slice(0, 20).map((value) => make("li", {},
      make("span", { className: "change" }, value.kind), " ",
      value.found ? make("del", {}, make("bdi", {}, value.found)) : null, " ",
      value.expected ? make("ins", {}, make("bdi", {}, value.expected)) : null, " ", this.#editor(value.file)))
    const source = drift.source.map((part) => make("details", { className: "source" },
      make("summary", {}, make("bdi", {}, part.title || "The opening"), " ", make("span", { className: "change" }, CHANGES[part.change] ?? part.change)),
      difference(part.html)))
    return this.#part("Translation", "",
      make("p", { className: "verdict " + drift.status }, state.join(", "), evidence ? make("small", {}, " " + evidence) : null),
      drift.reference ? make("p", { className: "from" }, make("a", { href: drift.reference.address }, "The newest text"), " (" + drift.reference.locale + ") ", editor(drift.reference.file)) : null,
      sections.length ? make("h3", {}, "Sections") : null, sections.length ? make("ul", {}, ...sections) : null,
      values.length ? make("h3", {}, "Values") : null, values.length ? make("ul", { className: "values" }, ...values) : null,
      source.length ? make("h3", {}, "What changed in the source") : null, ...source)
  }

  #dates(dates) {
    if (!dates.length) return null
    const item = (date) => make("li", { className: date.status },
      make("bdi", {}, date.text), " ", make("small", {}, date.role + " " + date.date + ", " + (date.status === "passed" ? "passed" : date.days === 0 ? "today" : "in " + counted(date.days, "day"))), " ", this.#editor(date.file))
    return this.#part("Dates", dates.length, make("ul", { className: "dates" }, ...dates.map(item)))
  }

  #languages(languages) {
    if (languages.length < 2) return null
    const item = ({ tag, name, address, status, days }) => {
      const here = address === location.pathname
      const title = make("bdi", { lang: tag }, name)
      return make("li", {}, address && !here ? make("a", { href: address, hreflang: tag }, title) : title, " ",
        make("small", { className: "verdict " + status }, (STATES[status] ?? status).toLowerCase() + (status === "behind" && days > 0 ? ", " + counted(days, "day") : "")))
    }
    return this.#part("Languages", languages.length, make("ul", { className: "languages" }, ...languages.map(item)))
  }

  // What is broken is shown over the last good page.
  #cover(broken) {
    this.#overlay.hidden = !broken.length
    if (!broken.length) return
    const drawn = broken.map(({ drawn, file }) => make("article", {}, make("pre", { textContent: drawn, tabIndex: 0 }), file ? make("p", {}, editor(file)) : null))
    const away = make("button", { type: "button", className: "away", textContent: "Look at the page" })
    away.addEventListener("click", () => { this.#overlay.hidden = true })
    this.#overlay.replaceChildren(
      make("h2", {}, broken.length === 1 ? "This cannot be shown as it is meant" : broken.length + " things cannot be shown as they are meant"),
      ...drawn, make("p", { className: "foot" }, "Below stands the last page that could be shown. This goes away when it is mended. ", away))
  }

  #go(finding) {
    const found = this.#placed.find((placed) => placed.finding === finding)?.found
    if (!found) return
    for (let parent = found.place.closest("details"); parent; parent = parent.parentElement?.closest("details")) parent.open = true
    found.place.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" })
    this.#flash(found.place)
  }

  #flash(place) {
    const { top, left, width, height } = place.getBoundingClientRect()
    const frame = make("div", { className: "flash" })
    Object.assign(frame.style, { top: top + scrollY - 4 + "px", left: left + scrollX - 6 + "px", width: width + 12 + "px", height: height + 8 + "px" })
    this.#marks.append(frame)
    setTimeout(() => frame.remove(), 1600)
  }

  // A mark beside each block that has findings, in the weight of the heaviest.
  #draw() {
    const blocks = new Map()
    for (const { finding, found } of this.#placed) blocks.set(found.place, [...(blocks.get(found.place) ?? []), finding])
    const marks = [...blocks].filter(([place]) => place.getClientRects().length).map(([place, findings]) => {
      const level = ["deny", "warn", "note"].find((level) => findings.some((finding) => finding.level === level)) ?? "note"
      const mark = make("button", { type: "button", className: "mark " + level, title: findings.map((finding) => finding.message).join("\n"), tabIndex: -1 })
      mark.setAttribute("aria-label", counted(findings.length, "finding"))
      const { top, left, right } = place.getBoundingClientRect()
      const rtl = getComputedStyle(place).direction === "rtl"
      Object.assign(mark.style, { top: top + scrollY + 3 + "px", left: (rtl ? Math.min(right + 8, innerWidth - 18) : Math.max(left - 20, 2)) + scrollX + "px" })
      mark.addEventListener("click", () => this.#read(findings))
      return mark
    })
    this.#marks.replaceChildren(...marks)
  }

  #read(findings) {
    this.#open(true)
    const list = [...this.#box.querySelectorAll(".findings > li")]
    const items = findings.map((finding) => list[this.#told.findings.indexOf(finding)]).filter(Boolean)
    items[0]?.closest("details").setAttribute("open", "")
    items[0]?.scrollIntoView({ block: "nearest" })
    items[0]?.querySelector("button").focus()
  }
}

customElements.define("instep-panel", Panel)

// Words are underlined on the page without a change to it; style sheets of a document reach them.
const underline = new CSSStyleSheet()
underline.replaceSync(["deny #c0271a", "warn #b06a00", "note #4a6fa5"].map((pair) => {
  const [level, colour] = pair.split(" ")
  return "::highlight(instep-" + level + "){text-decoration:underline wavy " + colour + ";text-decoration-skip-ink:none}"
}).join(""))
document.adoptedStyleSheets = [...document.adoptedStyleSheets, underline]

// Comforts for the reader. Every page is complete without them.

const root = document.documentElement
const words = document.getElementById("words")?.dataset ?? {}
const all = (selector, from = document) => [...from.querySelectorAll(selector)]
const one = (selector, from = document) => from.querySelector(selector)
const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children)
  return element
}
// Storage may be forbidden; then a choice lasts as long as the page.
const remember = (key, value) => { try { localStorage.setItem(key, value) } catch {} }
const recall = (key) => { try { return localStorage.getItem(key) } catch { return null } }

// Sentences with numbers, in the plural form that the language has for them.
const plural = new Intl.PluralRules(root.lang)
const digits = new Intl.NumberFormat(root.lang)
const counted = (forms, count) => {
  const known = JSON.parse(forms || "{}")
  const form = known[plural.select(count)] ?? known.other ?? "{n}"
  return form.replace("{n}", digits.format(count))
}

// Colours

const choice = one("[data-theme-choice]")
if (choice) {
  choice.closest("label").hidden = false
  choice.value = recall("theme") || "system"
  choice.addEventListener("change", () => {
    const theme = choice.value === "system" ? "" : choice.value
    remember("theme", theme)
    if (theme) root.dataset.theme = theme
    else delete root.dataset.theme
  })
}

// Contents that follow the reader, and switches that keep the section

let headings = []
let entries = new Map()
let switches = []
let section = null

const collect = () => {
  headings = all(".text :is(h1, h2, h3, h4, h5, h6)[id]")
  entries = new Map(all(".contents a[href^='#']").map((link) => [decodeURIComponent(link.hash.slice(1)), link]))
  switches = all("[data-switch]").map((link) => {
    const address = link.dataset.address ??= link.getAttribute("href")
    return { link, address, lacks: link.dataset.switch }
  })
}

const keepSection = () => {
  for (const { link, address, lacks } of switches) {
    const elsewhere = JSON.parse(lacks || "{}")
    const target = section && section in elsewhere ? elsewhere[section] : section
    link.href = target ? address + "#" + encodeURIComponent(target) : address
    link.title = target === section ? "" : target ? words.nearest : words.top
  }
}

const follow = () => {
  const line = innerHeight / 4
  const above = headings.filter((heading) => heading.getBoundingClientRect().top < line)
  const last = scrollY + innerHeight >= root.scrollHeight - 2 ? headings : above
  const reached = above.length || scrollY > 0 ? last.at(-1)?.id ?? null : null
  // At the very top the page is meant, not its first section.
  const at = scrollY < 8 ? null : reached
  if (at === section && entries.size) return
  section = at
  for (const [id, link] of entries) {
    if (id === at) link.setAttribute("aria-current", "true")
    else link.removeAttribute("aria-current")
  }
  entries.get(at)?.scrollIntoView({ block: "nearest" })
  keepSection()
}

collect()
let waiting = false
const soon = () => {
  if (waiting || !headings.length) return
  waiting = true
  requestAnimationFrame(() => { waiting = false; follow() })
}
addEventListener("scroll", soon, { passive: true })
addEventListener("resize", soon, { passive: true })
if (headings.length) follow()
for (const panel of all("nav[popover]")) {
  panel.addEventListener("click", (event) => {
    if (event.target.closest("a") && panel.matches(":popover-open")) panel.hidePopover()
  })
}
one(".guides [aria-current]")?.scrollIntoView({ block: "nearest" })

// The language: remembered when it is chosen, offered where all of them are

addEventListener("click", (event) => {
  const link = event.target.closest?.("#languages a, [data-start] a")
  if (link) remember("language", link.hreflang)
})
const start = one("[data-start]")
if (start && !location.hash) {
  const offered = all("a", start)
  const wanted = [recall("language"), ...navigator.languages].filter(Boolean).map((tag) => tag.toLowerCase())
  const fits = (tag) => offered.find((link) => link.hreflang.toLowerCase() === tag)
    ?? offered.find((link) => link.hreflang.toLowerCase().split("-")[0] === tag.split("-")[0])
  const found = wanted.map(fits).find(Boolean)
  if (found) location.replace(found.href)
}

// Code

const dressCode = (from) => {
  for (const pre of all("pre", from)) dressBlock(pre)
}
const dressBlock = (pre) => {
  if (pre.scrollWidth > pre.clientWidth) pre.tabIndex = 0
  if (!navigator.clipboard) return
  const button = make("button", { type: "button", className: "copy", textContent: words.copy })
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(one("code", pre)?.innerText ?? pre.innerText)
    button.textContent = words.copied
    setTimeout(() => { button.textContent = words.copy }, 2000)
  })
  const box = make("div", { className: "code" })
  pre.replaceWith(box)
  box.append(button, pre)
}

// Tabs, in step over blocks and pages

let tabbed = []
const dressTabs = (from) => {
  const boxes = all(".tabs", from).map(tabs)
  tabbed = [...tabbed.filter(({ box }) => box.isConnected), ...boxes]
  for (const { panels } of boxes) if (panels[0]) select(panels[0].dataset.tab)
  if (boxes.length) for (const name of (recall("tabs") ?? chosen).split(" ")) if (name) select(name)
}
const tabs = (box, index) => {
  const panels = all(":scope > [data-tab]", box)
  const list = make("div", { className: "tablist", role: "tablist" })
  const buttons = panels.map((panel, place) => {
    const title = one(".tab-title", panel)
    panel.id ||= "tabs-" + index + "-" + place
    panel.role = "tabpanel"
    panel.tabIndex = 0
    const tab = make("button", { type: "button", role: "tab", id: panel.id + "-tab", textContent: title?.textContent ?? panel.dataset.tab })
    if (title) title.hidden = true
    tab.setAttribute("aria-controls", panel.id)
    panel.setAttribute("aria-labelledby", tab.id)
    tab.addEventListener("click", () => choose(panel.dataset.tab))
    return tab
  })
  list.append(...buttons)
  list.addEventListener("keydown", (event) => {
    const forward = root.dir === "rtl" ? "ArrowLeft" : "ArrowRight"
    const back = root.dir === "rtl" ? "ArrowRight" : "ArrowLeft"
    const step = { [forward]: 1, [back]: -1 }[event.key]
    if (!step) return
    const next = (buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length
    choose(panels[next].dataset.tab)
    buttons[next].focus()
    event.preventDefault()
  })
  box.prepend(list)
  return { box, panels, buttons }
}
const select = (name) => {
  for (const { panels, buttons } of tabbed) {
    if (!panels.some((panel) => panel.dataset.tab === name)) continue
    panels.forEach((panel, place) => {
      const chosen = panel.dataset.tab === name
      panel.hidden = !chosen
      buttons[place].setAttribute("aria-selected", chosen)
      buttons[place].tabIndex = chosen ? 0 : -1
    })
  }
}
let chosen = ""
const choose = (name) => {
  const kept = (recall("tabs") ?? chosen).split(" ").filter((other) => other && other !== name)
  chosen = [...kept.slice(-9), name].join(" ")
  remember("tabs", chosen)
  select(name)
}

// Two languages side by side

const dressBilingual = (from) => {
  const bilingual = one("[data-bilingual]", from)
  if (!bilingual) return
  const sources = all("[data-source]")
  const show = (shown) => {
    for (const source of sources) source.hidden = !shown
    bilingual.setAttribute("aria-pressed", shown)
  }
  bilingual.hidden = false
  bilingual.addEventListener("click", () => {
    const shown = bilingual.getAttribute("aria-pressed") !== "true"
    remember("bilingual", shown ? "yes" : "")
    show(shown)
  })
  if (recall("bilingual")) show(true)
}

// Deadlines, by the reader's own clock

const midnight = new Date()
midnight.setHours(0, 0, 0, 0)
// The last day that a date covers: a month or a year lasts to its end.
const lastDay = (time) => {
  const [year, month, day] = time.dateTime.split("-").map(Number)
  if (time.dataset.precision === "quarter") return new Date(year, month + 2, 0)
  return day ? new Date(year, month - 1, day) : month ? new Date(year, month, 0) : new Date(year, 12, 0)
}
const daysTo = (time) => Math.round((lastDay(time) - midnight) / 864e5)
const due = 30
const dressDeadlines = (from) => {
  const dated = all("time[data-role]", from).filter((time) => time.dataset.role !== "mention")
  const passed = dated.filter(dressDate)
  const notice = one("[data-passed-notice]", from)
  const onPage = passed.filter((time) => time.closest(".text"))
  if (notice && onPage.length) {
    const first = onPage[0]
    first.tabIndex = -1
    first.id ||= "passed-deadline"
    notice.append(counted(words.notice, onPage.length), " ", make("a", { href: "#" + first.id, textContent: words.act }))
    notice.hidden = false
  }
  for (const list of all("[data-deadlines]", from)) {
    const over = all("li", list).filter((item) => one("[data-over]", item))
    if (!over.length) continue
    const past = make("ul", { className: "deadlines" }, ...over.reverse())
    const box = make("details", { className: "past" }, make("summary", { textContent: list.dataset.deadlines }), past)
    list.after(box)
  }
}
// Marks a date; true where a reader was to act by it and it has passed.
const dressDate = (time) => {
  const { role } = time.dataset
  // What shall happen before a day is due on the day before it.
  const days = daysTo(time) - (role === "before" ? 1 : 0)
  const over = days < 0
  const binding = role === "before" || role === "by"
  const text = over ? words.passed : days === 0 ? words.today : days <= due ? counted(words.due, days) : ""
  if (text && (binding || !over)) {
    time.append(make("span", { className: over ? "badge passed" : "badge", textContent: text }))
  }
  if (over) time.dataset.over = ""
  return over && binding
}

// The table of states: sorted by any column, filtered by state

const dressTable = (table) => {
  const body = table.tBodies[0]
  const original = [...body.rows]
  const order = new Intl.Collator(root.lang, { numeric: true })
  const harm = ["missing", "orphan", "incomplete", "behind", "unknown", "absent", "up-to-date", "newest"]
  const value = (cell) => cell.dataset.status ? String(harm.indexOf(cell.dataset.status)) : cell.textContent
  const heads = [...table.tHead.rows[0].cells]
  heads.forEach((head, column) => {
    const button = make("button", { type: "button" }, ...head.childNodes)
    head.append(button)
    head.setAttribute("aria-sort", "none")
    button.addEventListener("click", () => {
      const next = { none: "ascending", ascending: "descending", descending: "none" }[head.getAttribute("aria-sort")]
      for (const other of heads) other.setAttribute("aria-sort", other === head ? next : "none")
      const sorted = next === "none" ? original : [...original].sort((a, b) => order.compare(value(a.cells[column]), value(b.cells[column])))
      body.append(...(next === "descending" ? sorted.reverse() : sorted))
    })
  })
}
const dressFilter = (filter) => {
  const rows = all("tbody tr", document.getElementById(filter.dataset.filter))
  filter.closest("p").hidden = false
  filter.addEventListener("change", () => {
    for (const row of rows) row.hidden = filter.value !== "" && !one("[data-status='" + filter.value + "']", row)
  })
}

// Images in full

const dressImage = (image) => {
  if (image.closest("a")) return
  const button = make("button", { type: "button", className: "enlarge" })
  button.setAttribute("aria-label", [words.enlarge, image.alt].filter(Boolean).join(": "))
  image.replaceWith(button)
  button.append(image)
  button.addEventListener("click", () => {
    const large = make("img", { src: image.currentSrc || image.src, alt: image.alt })
    const close = make("button", { type: "button", className: "tool", textContent: words.close })
    const box = make("dialog", { className: "lightbox", ariaLabel: image.alt || words.enlarge }, close, large)
    document.body.append(box)
    box.addEventListener("click", () => box.close())
    box.addEventListener("close", () => { box.remove(); button.focus() })
    box.showModal()
  })
}

// All of it, on the whole page; and again on parts that a preview has put in the place of others

const dress = (from) => {
  dressCode(from)
  dressTabs(from)
  dressBilingual(from)
  dressDeadlines(from)
  all("table[data-sort]", from).forEach(dressTable)
  all("[data-filter]", from).forEach(dressFilter)
  all("figure.image img", from).forEach(dressImage)
}
dress(document)
document.addEventListener("instep:changed", (event) => {
  for (const region of event.detail.regions) dress(region)
  collect()
  section = undefined
  if (headings.length) follow()
})

// Search, loaded when it is first asked for

const search = one("#search")
const opener = one("[data-search]")
if (search && opener) {
  const input = one("input", search)
  const count = one(".count", search)
  const list = one(".results", search)
  const more = one(".more", search)
  let engine = null
  let found = []
  let turn = 0

  const load = () => engine ??= import("/pagefind/pagefind.js").then(async (module) => { await module.init(); return module })
  const excerpt = (html) => {
    // Pagefind marks words with <mark>; its text is escaped, and parsed here without running.
    const parsed = new DOMParser().parseFromString(html, "text/html").body
    return [...parsed.childNodes].map((node) => node.nodeName === "MARK" ? make("mark", { textContent: node.textContent }) : node.textContent)
  }
  const show = async (results) => {
    for (const page of await Promise.all(results.map((result) => result.data()))) {
      const link = make("a", { href: page.url }, make("strong", { textContent: page.meta?.title ?? page.url }), make("span", {}, ...excerpt(page.excerpt)))
      const item = make("li", {}, link)
      const parts = (page.sub_results ?? []).filter((part) => part.url !== page.url).slice(0, 3)
      item.append(...parts.map((part) => make("a", { href: part.url, className: "part", textContent: part.title })))
      list.append(item)
    }
    more.hidden = list.children.length >= found.length
  }
  const ask = async () => {
    const mine = ++turn
    const query = input.value.trim()
    if (!query) { list.replaceChildren(); count.textContent = ""; more.hidden = true; return }
    count.textContent ||= words.loading
    try {
      const pagefind = await load()
      const answer = await pagefind.debouncedSearch(query, {}, 150)
      if (mine !== turn || !answer) return
      found = answer.results
      list.replaceChildren()
      count.textContent = found.length ? counted(words.results, found.length) : words.none
      await show(found.slice(0, 8))
    } catch {
      engine = null
      count.textContent = words.failed
    }
  }
  const open = () => { if (!search.open) { search.showModal(); input.select(); load().catch(() => { engine = null }) } }

  opener.hidden = false
  opener.addEventListener("click", open)
  input.addEventListener("input", ask)
  more.addEventListener("click", () => show(found.slice(list.children.length, list.children.length + 8)))
  search.addEventListener("click", (event) => { if (event.target === search || event.target.closest(".results a")) search.close() })
  search.addEventListener("keydown", (event) => {
    const links = all(".results a", search)
    const at = links.indexOf(document.activeElement)
    if (event.key === "ArrowDown" && links[at + 1]) links[at + 1].focus()
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? input).focus()
    else if (event.key === "Enter" && event.target === input) links[0]?.click()
    else return
    event.preventDefault()
  })
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey
    const control = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)
    if (slash || control) { event.preventDefault(); open() }
  })
}

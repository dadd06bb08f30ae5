// Comforts for the reader. Every page is complete without them.

const root = document.documentElement
const phrases = document.getElementById("words")
const words = phrases?.dataset ?? {}
// The interface may speak another language than the page.
const tongue = phrases?.lang ? { lang: phrases.lang } : {}
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

// Sentences with numbers, in the plural form that their language has for them.
const plural = new Intl.PluralRules(tongue.lang ?? root.lang)
const digits = new Intl.NumberFormat(tongue.lang ?? root.lang)
const counted = (forms, count) => {
  const known = JSON.parse(forms || "{}")
  const form = known[plural.select(count)] ?? known.other ?? "{n}"
  return form.replace("{n}", digits.format(count))
}

// A `%` need not be encoded in what a reader types or a page of others holds.
const placeOf = (hash) => {
  try { return decodeURIComponent(hash.slice(1)) } catch { return hash.slice(1) }
}
const aim = () => document.getElementById(placeOf(location.hash))

// Colours

const choice = one("[data-theme-choice]")
if (choice) {
  choice.value = recall("theme") || "system"
  choice.addEventListener("change", () => {
    const theme = choice.value === "system" ? "" : choice.value
    remember("theme", theme)
    if (theme) root.dataset.theme = theme
    else delete root.dataset.theme
  })
}

// Contents that follow the reader, and switches that keep the section

let headings, entries, switches
let section = null

const collect = () => {
  headings = all(".text :is(h1, h2, h3, h4, h5, h6)[id]")
  entries = new Map(all(".contents a[href^='#']").map((link) => [placeOf(link.hash), link]))
  switches = all("[data-switch]").map((link) => {
    const address = link.dataset.address ??= link.getAttribute("href")
    return { link, address, lacks: link.dataset.switch }
  })
}
collect()

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
  // What stands in a closed tab has no place on the page.
  const placed = headings.filter((heading) => heading.offsetParent)
  const above = placed.filter((heading) => heading.getBoundingClientRect().top < line)
  const last = scrollY + innerHeight >= root.scrollHeight - 2 ? placed : above
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

// What is wider than the page is scrolled by keys; the rest is no place to stop at

const reach = new ResizeObserver((boxes) => {
  for (const { target } of boxes) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0
    else target.removeAttribute("tabindex")
  }
})

// What is set up on a page, and again on each part of it that a preview puts in the place of another

const dress = (from) => {
  const all = (selector, within = from) => [...within.querySelectorAll(selector)]
  const one = (selector, within = from) => within.querySelector(selector)

  for (const box of all("pre, .table")) reach.observe(box)

  // Code

  for (const pre of navigator.clipboard ? all("pre:not(.compared)") : []) {
    const button = make("button", { ...tongue, type: "button", className: "copy", textContent: words.copy })
    button.addEventListener("click", async () => {
      const code = one("code", pre) ?? pre
      try {
        await navigator.clipboard.writeText(code.innerText)
        button.textContent = words.copied
        setTimeout(() => { button.textContent = words.copy }, 2000)
      } catch {
        // A browser may refuse; what is selected can still be copied by the reader.
        getSelection().selectAllChildren(code)
      }
    })
    const box = make("div", { className: "code" })
    pre.replaceWith(box)
    box.append(button, pre)
  }

  // Tabs, in step over blocks and pages

  // A tab may stand for several choices, as in `linux+macos`.
  const named = (tab) => tab.dataset.tab.split("+")
  const chosen = (recall("tabs") ?? "").split(" ").filter(Boolean)
  const tabbed = all(".tabs").map((box) => {
    const list = one(":scope > ul", box)
    const panels = all(":scope > .panel", box)
    const tabs = all("a", list)
    list.role = "tablist"
    panels.forEach((panel, place) => {
      const tab = tabs[place]
      tab.id = panel.id + "-tab"
      tab.role = "tab"
      tab.parentElement.role = "presentation"
      tab.setAttribute("aria-controls", panel.id)
      panel.role = "tabpanel"
      panel.tabIndex = 0
      panel.dataset.title = panel.ariaLabel
      panel.removeAttribute("aria-label")
      panel.setAttribute("aria-labelledby", tab.id)
    })
    list.addEventListener("click", (event) => {
      const tab = event.target.closest("a")
      if (!tab) return
      event.preventDefault()
      choose(tab)
    })
    list.addEventListener("keydown", (event) => {
      const open = tabs.filter((tab) => !tab.parentElement.hidden)
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] * (root.dir === "rtl" ? -1 : 1)
      const at = open.indexOf(event.target) + (step || 0)
      const next = { Home: open[0], End: open.at(-1), " ": event.target }[event.key] ?? (step ? open.at(at % open.length) : null)
      if (!next) return
      event.preventDefault()
      choose(next)
      next.focus()
    })
    return { panels, tabs }
  })
  // A tab may depend on the choice in another group: those that depend on none come first.
  const depends = ({ tabs }) => tabs.some((tab) => tab.dataset.condition)
  const order = [...tabbed.filter((group) => !depends(group)), ...tabbed.filter(depends)]
  const showTabs = () => {
    const standing = new Set()
    for (const { panels, tabs } of order) {
      const open = tabs.filter((tab) => !tab.dataset.condition || standing.has(tab.dataset.condition))
      const offered = open.length ? open : tabs
      const rank = (tab) => Math.max(...named(tab).map((name) => chosen.lastIndexOf(name)))
      const best = offered.reduce((a, b) => (rank(b) > rank(a) ? b : a))
      for (const name of named(best)) standing.add(name)
      tabs.forEach((tab, place) => {
        tab.parentElement.hidden = !offered.includes(tab)
        tab.setAttribute("aria-selected", tab === best)
        tab.tabIndex = tab === best ? 0 : -1
        panels[place].hidden = tab !== best
      })
    }
  }
  const choose = (tab) => {
    chosen.push(...named(tab))
    remember("tabs", [...new Set([...chosen].reverse())].slice(0, 12).reverse().join(" "))
    showTabs()
  }
  // A link into a closed tab opens it.
  const uncover = () => {
    const target = aim()
    const panel = target?.closest(".panel[hidden]")
    if (!panel) return
    choose(panel)
    target.scrollIntoView()
  }
  if (tabbed.length) {
    showTabs()
    uncover()
    addEventListener("hashchange", uncover)
  }

  // Zones: one choice for all zones of a page, kept over pages

  const pivots = one("[data-pivots]")
  if (pivots) {
    const zones = all("[data-pivot]")
    const options = all("input", pivots)
    const show = (name) => {
      for (const zone of zones) zone.hidden = !zone.dataset.pivot.split(" ").includes(name)
      for (const option of options) option.checked = option.value === name
    }
    const pick = (name) => {
      const kept = (recall("pivots") ?? "").split(" ").filter((other) => other && other !== name)
      remember("pivots", [...kept.slice(-9), name].join(" "))
      show(name)
    }
    // A section within a zone is shown to whoever follows a link to it.
    const reveal = () => {
      const target = aim()
      const zone = target?.closest("[data-pivot]")
      if (!zone?.hidden) return
      show(zone.dataset.pivot.split(" ")[0])
      target.scrollIntoView()
    }
    const offered = options.map((option) => option.value)
    const asked = new URLSearchParams(location.search).get("pivots")
    const kept = (recall("pivots") ?? "").split(" ").reverse()
    show([asked, ...kept].find((name) => offered.includes(name)) ?? offered[0])
    for (const option of options) option.addEventListener("change", () => pick(option.value))
    for (const title of all(".zone-title")) title.hidden = true
    pivots.hidden = false
    addEventListener("hashchange", reveal)
    reveal()
  }

  // Two languages side by side

  const bilingual = one("[data-bilingual]")
  if (bilingual) {
    const sources = all("[data-source]")
    const show = (shown) => {
      for (const source of sources) source.hidden = !shown
      bilingual.setAttribute("aria-pressed", shown)
    }
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
  // The day that counts: of a month, quarter or year the last where the limit includes it, else the first.
  const limit = (time) => {
    const [year, month, day] = time.dateTime.split("-").map(Number)
    if (time.dataset.role === "before" || time.dataset.role === "after") return new Date(year, (month || 1) - 1, day || 1)
    if (time.dataset.precision === "quarter") return new Date(year, month + 2, 0)
    return day ? new Date(year, month - 1, day) : month ? new Date(year, month, 0) : new Date(year, 12, 0)
  }
  const daysTo = (time) => Math.round((limit(time) - midnight) / 864e5)
  const dated = all("time[data-role]").filter((time) => time.dataset.role !== "mention")
  const due = Number(words.within ?? 30)
  const passed = []
  for (const time of dated) {
    const { role } = time.dataset
    // What shall happen before a day is due on the day before it.
    const days = daysTo(time) - (role === "before" ? 1 : 0)
    const over = days < 0
    const binding = role === "before" || role === "by"
    if (over && binding) passed.push(time)
    const text = over ? words.passed : days === 0 ? words.today : days <= due ? counted(words.due, days) : ""
    if (text && (binding || !over)) {
      time.append(make("span", { ...tongue, className: over ? "badge passed" : "badge", textContent: text }))
    }
    if (over) time.dataset.over = ""
  }
  const notice = one("[data-passed-notice]")
  const onPage = passed.filter((time) => time.closest(".text"))
  if (notice && onPage.length) {
    const first = onPage[0]
    first.tabIndex = -1
    first.id ||= "passed-deadline"
    notice.append(counted(words.notice, onPage.length), " ", make("a", { href: "#" + first.id, textContent: words.act }))
    notice.hidden = false
  }
  for (const list of all("[data-deadlines]")) {
    const over = all("li", list).filter((item) => one("[data-over]", item))
    if (!over.length) continue
    const past = make("ul", { className: "deadlines" }, ...over.reverse())
    const box = make("details", { className: "past" }, make("summary", { ...tongue, textContent: list.dataset.deadlines }), past)
    list.after(box)
  }

  for (const line of all(".timeline")) {
    const [first, last] = [line.dataset.first, line.dataset.last].map((day) => new Date(day))
    const share = (midnight - first) / (last - first)
    const x = 360 * (root.dir === "rtl" ? 1 - share : share)
    const today = document.createElementNS("http://www.w3.org/2000/svg", "path")
    today.setAttribute("class", "today")
    today.setAttribute("d", "M" + x.toFixed(1) + " 0v35")
    if (share > 0 && share < 1) line.append(today)
  }

  // The table of states: sorted by any column, filtered by state

  for (const table of all("table[data-sort]")) {
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
  for (const filter of all("[data-filter]")) {
    const rows = all("tbody tr", document.getElementById(filter.dataset.filter))
    filter.addEventListener("change", () => {
      for (const row of rows) row.hidden = filter.value !== "" && !one("[data-status='" + filter.value + "']", row)
    })
  }

  // Images in full: those with a large one of their own, and those that the page shows smaller

  const enlarge = (opener, address, alt) => {
    const large = make("img", { src: address, alt })
    const close = make("button", { type: "button", className: "tool", textContent: words.close })
    const box = make("dialog", { className: "lightbox", ariaLabel: alt || words.enlarge }, close, large)
    document.body.append(box)
    box.addEventListener("click", () => box.close())
    box.addEventListener("close", () => { box.remove(); opener.focus() })
    box.showModal()
  }
  for (const link of all(".text a[href$='#lightbox']")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      enlarge(link, link.getAttribute("href").replace("#lightbox", ""), one("img", link)?.alt ?? "")
    })
  }
  const offer = (image) => {
    if (image.naturalWidth < image.clientWidth * 1.1 || image.closest("a, button")) return
    const button = make("button", { type: "button", className: "enlarge" })
    button.setAttribute("aria-label", [words.enlarge, image.alt].filter(Boolean).join(": "))
    image.replaceWith(button)
    button.append(image)
    button.addEventListener("click", () => enlarge(button, image.currentSrc || image.src, image.alt))
  }
  for (const image of all(".text img")) {
    if (image.complete) offer(image)
    else image.addEventListener("load", () => offer(image), { once: true })
  }
}

dress(document)
document.addEventListener("instep:changed", (event) => {
  event.detail.regions.forEach(dress)
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
  const limits = all(".within select", search)
  let engine = null
  let found = []
  let turn = 0

  const load = () => engine ??= import("../pagefind/pagefind.js").then(async (module) => {
    await module.init()
    return module
  })
  // In scripts without spaces, and in words with endings, the index may have cut elsewhere than
  // the reader: pairs of letters are found wherever they stand.
  const runsOn = /^(ja|ko|zh|yue|th|lo|km|my)(-|$)/.test(root.lang)
  const paired = (query) => query.split(/\s+/).flatMap((word) => {
    const letters = [...new Intl.Segmenter(root.lang).segment(word)].map(({ segment }) => segment)
    return letters.length < 3 ? letters : letters.slice(1).map((letter, at) => letters[at] + letter)
  }).join(" ")
  // Words that stand on every page say nothing, and where they stand is the largest part of an index.
  const small = new Set((words.small ?? "").split(" "))
  const telling = (query) => {
    const kept = query.split(/\s+/).filter((word) => !small.has(word.toLowerCase()))
    return query.startsWith('"') || !kept.length ? query : kept.join(" ")
  }
  // Korean is indexed by its syllables (src/io/search.rs).
  const korean = /^ko(-|$)/.test(root.lang)
  const apart = (query) => {
    const syllables = query.replace(/(?<=\p{sc=Hang})(?=\p{sc=Hang})/gu, " ")
    return /\s/.test(query) ? syllables : '"' + syllables + '"'
  }
  const joined = (text) => text.replaceAll("\u200b", "")
  const excerpt = (html) => {
    // Pagefind marks words with <mark>; its text is escaped, and parsed here without running.
    const parsed = new DOMParser().parseFromString(html, "text/html").body
    return [...parsed.childNodes].map((node) => node.nodeName === "MARK" ? make("mark", { textContent: node.textContent }) : node.textContent)
  }
  // Adds results, unless they come when something else has been asked for.
  const show = async (results, mine = turn) => {
    more.hidden = true
    const pages = await Promise.all(results.map((result) => result.data()))
    if (mine !== turn) return
    for (const page of pages) {
      const link = make("a", { href: page.url }, make("strong", { textContent: joined(page.meta?.title ?? page.url) }), make("span", {}, ...excerpt(joined(page.excerpt))))
      const item = make("li", {}, link)
      const parts = (page.sub_results ?? []).filter((part) => part.title !== page.meta?.title && part.url !== page.url).slice(0, 3)
      item.append(...parts.map((part) => make("a", { href: part.url, className: "part", textContent: joined(part.title) })))
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
      // What is typed on is not looked for: each beginning of a word has a part of the index of its own.
      await new Promise((settled) => setTimeout(settled, 200))
      if (mine !== turn) return
      const options = { filters: Object.fromEntries(limits.filter((limit) => limit.value).map((limit) => [limit.name, limit.value])) }
      let answer = await pagefind.search(korean ? apart(telling(query)) : telling(query), options)
      if (!answer.results.length && runsOn) answer = await pagefind.search(paired(query), options)
      if (mine !== turn) return
      found = answer.results
      list.replaceChildren()
      count.textContent = found.length ? counted(words.results, found.length) : words.none
      await show(found.slice(0, 8))
    } catch {
      if (mine !== turn) return
      engine = null
      count.textContent = words.failed
    }
  }
  const open = () => { if (!search.open) { search.showModal(); input.select(); load().catch(() => { engine = null }) } }

  opener.addEventListener("click", open)
  input.addEventListener("input", ask)
  for (const limit of limits) limit.addEventListener("change", ask)
  more.addEventListener("click", () => show(found.slice(list.children.length, list.children.length + 8)))
  search.addEventListener("click", (event) => { if (event.target === search || event.target.closest(".results a")) search.close() })
  search.addEventListener("keydown", (event) => {
    // Enter and arrows belong to the input method while it composes.
    if (event.isComposing || limits.includes(event.target)) return
    const links = all(".results a", search)
    const at = links.indexOf(document.activeElement)
    if (event.key === "ArrowDown" && links[at + 1]) links[at + 1].focus()
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? input).focus()
    else if (event.key === "Enter" && event.target === input) links[0]?.click()
    // A search field would only be emptied by the first press.
    else if (event.key === "Escape") search.close()
    else return
    event.preventDefault()
  })
  addEventListener("keydown", (event) => {
    // Focus stays in a field that was just closed until the page is drawn again.
    const closed = !search.open && search.contains(event.target)
    const typing = !closed && event.target.closest?.("input, textarea, select, [contenteditable]")
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey
    const control = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)
    if (slash || control) { event.preventDefault(); open() }
  })
}

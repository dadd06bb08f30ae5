// Opens one page in EVERY of a site, does what readers do, and tells all that should not happen:
// `node xss.mjs SITE kept|dropped EVERY`. With `dropped` pages lose their Content Security Policy, so
// that nothing but the pages themselves keeps a script from running.

import { chromium } from "playwright-core"
import { existsSync } from "node:fs"
import { readdir } from "node:fs/promises"
import { resolve } from "node:path"
import { serve } from "./server.mjs"

const [folder, policy, every] = process.argv.slice(2)
const site = resolve(folder)
// To open the search of a page starts its engine, which complains where a busy machine lets it wait.
// Nothing is searched before all pages have been opened.
let searches = false
const server = await serve(site, (file, bytes) => {
  if (!searches && file.endsWith("pagefind.js")) return "export const init = async () => {}"
  if (policy === "kept" || !file.endsWith(".html")) return bytes
  return bytes.toString().replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
})
// Without all that is for screens the same browser opens a page in two thirds of the time.
const [whole, shell] = ["/usr/bin/chromium", "/usr/bin/chromium-headless-shell"]
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? (existsSync(shell) ? shell : whole),
  args: [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    // No other machine is ever found.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    // Nobody goes back: pages that were left need not be kept.
    "--disable-features=BackForwardCache",
  ],
})
// To draw a page costs by its size.
const context = await browser.newContext({ viewport: { width: 400, height: 200 } })
const happened = []
const seen = new Set()
const tell = (kind, page, what) => {
  const key = kind + page + what
  if (seen.size < 2000 && !seen.has(key)) happened.push({ kind, page, what: String(what).slice(0, 300) })
  seen.add(key)
}

// Nothing is asked of any other machine; that it would be asked is what counts. Requests are watched
// and not held up: to let each through by hand took most of the time.
context.on("request", (request) => {
  const url = request.url()
  if (url.startsWith(server.base + "/")) return
  let place = ""
  try { place = request.frame().url() } catch { /* a page that was only begun, or a worker, has none */ }
  tell("request", place, url)
})

const events = [
  "click", "mouseover", "mouseenter", "pointerenter", "pointerdown", "focus", "blur", "input", "change", "toggle", "beforetoggle",
  "animationstart", "animationend", "transitionend", "wheel", "scrollend", "load", "error", "begin", "start", "cancel", "slotchange", "beforeinput",
]

// What a reader could set off, without leaving the page.
const poke = (events) => {
  const wrong = []
  addEventListener("click", (event) => event.preventDefault())
  for (const element of document.querySelectorAll("body *")) {
    for (const event of events) element.dispatchEvent(new Event(event, { bubbles: false, cancelable: true }))
    for (const name of element.getAttributeNames()) if (/^on/i.test(name)) wrong.push(element.outerHTML.slice(0, 200))
    const address = element.href?.baseVal ?? element.href ?? element.src ?? element.action
    if (typeof address === "string" && address && !/^(https?|mailto|tel|ftp|xref):/.test(address)) wrong.push(element.outerHTML.slice(0, 200))
  }
  return wrong
}

const watch = (page) => {
  page.on("dialog", (dialog) => { tell("dialog", page.url(), dialog.message()); dialog.dismiss().catch(() => {}) })
  page.on("pageerror", (error) => tell("error", page.url(), error.message))
  // A picture that is not there is no fault of the page's safety, nor is an engine that starts late:
  // of one that the policy stops the browser tells by itself.
  page.on("console", (message) => {
    if (!/Failed to load resource|Worker initialization timeout/.test(message.text())) tell("console", page.url(), message.text())
  })
  page.on("popup", (popup) => tell("popup", page.url(), popup.url()))
  return page
}

const files = (await readdir(site, { recursive: true }))
  .filter((name) => /\.(html|xml|txt)$/.test(name))
  .sort()
  .filter((_, at) => at % every === 0)
const address = (file) => server.base + "/" + file.replace(/(^|\/)index\.html$/, "$1").split("/").map(encodeURIComponent).join("/")
const queue = [...files]
let pages = 0

const open = async () => {
  const page = watch(await context.newPage())
  page.setDefaultTimeout(20_000)
  for (let file; (file = queue.pop()) !== undefined;) {
    const to = address(file)
    await page.goto(to, { waitUntil: "load" }).catch((error) => tell("navigation", to, error.message))
    if (file.endsWith(".html")) {
      const wrong = await page.evaluate(poke, events).catch((error) => [error.message])
      for (const what of wrong) tell("markup", to, what)
    }
    pages += 1
  }
  await page.close()
}
await Promise.all(Array.from({ length: 3 }, open))

// Search shows what the pages hold.
searches = true
let results = 0
const page = watch(await context.newPage())
await page.goto(server.base + "/en-us/p000a/")
if (await page.$("#query")) {
  const found = (some) => page.waitForFunction((some) => (document.querySelector("#search .results > li") !== null) === some, some)
  for (const query of ["needle", "alert", "script", "javascript", "onerror"]) {
    // A click beside it, which is among what readers do, closes the search.
    if (!(await page.isVisible("#query"))) await page.keyboard.press("/")
    await page.fill("#query", "")
    await found(false)
    await page.fill("#query", query)
    await found(true)
    results += await page.$$eval("#search .results > li", (list) => list.length)
    for (const what of await page.evaluate(poke, events)) tell("markup", "search " + query, what)
  }
}

await browser.close()
server.stop()
console.log(JSON.stringify({ pages, results, happened }))

// One suite over one built site: `node run.mjs SITE SUITE`. Prints what it found, and ends with 1
// where something does not hold.

import { chromium } from "playwright-core"
import { resolve } from "node:path"
import { serve } from "./server.mjs"

const [site, suite] = process.argv.slice(2)
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium"
const args = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
  "--disable-background-networking", "--disable-component-update",
]

const { default: run } = await import("./suites/" + suite + ".mjs")
const server = await serve(resolve(site))

// What a browser without script makes of a page: no script runs, and `noscript` is shown.
const scriptless = (html) => html.replace(/<script\b.*?<\/script>/gs, "").replace(/<\/?noscript>/g, "")
const withoutScript = async (route) => {
  try {
    const answer = await route.fetch()
    const kind = answer.headers()["content-type"] ?? ""
    if (!kind.startsWith("text/html")) return await route.fulfill({ response: answer })
    await route.fulfill({ response: answer, body: scriptless(await answer.text()) })
  } catch (error) {
    // A page that was closed waits for no answer.
    if (!/disposed|closed/.test(error.message)) throw error
  }
}

// Opened when a suite first asks: some look at files only.
let browser = null
const open = async ({ script = true, base = server.base, ...options } = {}) => {
  browser ??= await chromium.launch({ executablePath, args, headless: true })
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options })
  context.setDefaultTimeout(20_000)
  // Nothing is asked of any other machine.
  await context.route((url) => !url.href.startsWith(base), (route) => route.abort())
  if (!script) await context.route((url) => url.href.startsWith(base), withoutScript)
  return context
}

const failures = []
const check = (holds, what) => { if (!holds) failures.push(what) }

// A browser that does not answer in time has said nothing yet, unless something did not hold before.
const unanswered = (error) => {
  for (const failure of [...failures, error.stack]) console.log("FAILED: " + failure)
  process.exit(failures.length ? 1 : 3)
}
process.on("unhandledRejection", unanswered)
try {
  const figures = await run({ base: server.base, asked: server.asked, site: resolve(site), open, check })
  for (const line of [figures ?? []].flat()) console.log(line)
} catch (error) {
  unanswered(error)
}
await browser?.close()
server.stop()
for (const failure of failures) console.log("FAILED: " + failure)
console.log(suite + ": " + (failures.length ? failures.length + " failures" : "ok"))
process.exit(failures.length ? 1 : 0)

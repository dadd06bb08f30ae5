// A page is light: what it takes beyond its text, compressed, before search is opened; and nothing
// of it is needed from a script to read.

import { gzipSync } from "node:zlib"
import { readFile, readdir } from "node:fs/promises"

const size = (text) => gzipSync(text, { level: 9 }).length

/** The text of a page, without its markup. */
const words = (html) => html.replace(/<(script|style|template)\b.*?<\/\1>/gs, "").replace(/<[^>]*>/g, "").replace(/\s+/g, " ")

export default async ({ base, site, asked, open, check }) => {
  const pages = (await readdir(site, { recursive: true })).filter((name) => /^[a-z-]+\/(guides|reference)\/\w+\/index\.html$/.test(name))
  const beyond = []
  for (const name of pages) {
    const html = await readFile(site + "/" + name, "utf8")
    beyond.push(size(html) - size(words(html)))
  }
  beyond.sort((a, b) => a - b)
  const html = beyond[beyond.length >> 1]
  const context = await open()
  const page = await context.newPage()
  const before = asked.length
  await page.goto(base + "/en-us/guides/move/", { waitUntil: "networkidle" })
  const loaded = asked.slice(before).map((answer) => answer.path)
  const weigh = async (end) => {
    let bytes = 0
    for (const path of loaded.filter((path) => path.endsWith(end))) bytes += size(await readFile(site + path))
    return bytes
  }
  const [css, js] = [await weigh(".css"), await weigh(".js")]
  check(html <= 7 * 1024, `the median guide takes ${html} bytes beyond its text`)
  check(css > 0 && css <= 10 * 1024, `the style sheets take ${css} bytes`)
  check(js > 0 && js <= 8 * 1024, `the scripts take ${js} bytes before search is opened`)
  check(!loaded.some((path) => path.startsWith("/pagefind/")), "search is loaded before it is asked for")
  await context.close()
  const plain = await open({ script: false })
  const still = await plain.newPage()
  await still.goto(base + "/en-us/reference/constructs/")
  const hidden = await still.$$eval("article :is(p, li, h2, pre)", (parts) => parts.filter((part) => !part.checkVisibility() && !part.closest(".visually-hidden")).map((part) => part.textContent))
  check(hidden.length === 0, "without script these are hidden: " + hidden)
  await plain.close()
  return `weight, compressed: HTML beyond its text ${html} (median of ${pages.length}, ${beyond[0]} to ${beyond.at(-1)}), CSS ${css}, script ${js} bytes`
}

// What a query costs the reader of a large site, by kind:
//
//     node benches/search.mjs SITE [--queries 40] [--locale en-us]... [--each] [--key 120]
//
// SITE is a built site (benches/search/tree.mjs makes a tree to build). A Chromium opens a page with
// nothing in its cache, opens search, enters a query and waits for the results; all that was sent
// for it is counted, text as compressed by gzip. Queries are drawn from the pages by a fixed seed: a
// word of a title, a whole title, two words and four words of a text, and, as the worst that is likely,
// two of the words that most of the pages drawn hold. `--each` tells of each query; with `--key` it is
// typed, a key every so many milliseconds: who rests for a fifth of a second while typing is shown
// what is found by then, which is a query more. Needs `npm ci` in tests/browser.

import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { gzipSync } from "node:zlib"
import { chromium } from "../tests/browser/node_modules/playwright-core/index.mjs"
import { serve } from "../tests/browser/server.mjs"
import { drawn } from "./search/draw.mjs"

const { values, positionals: [site] } = parseArgs({
  allowPositionals: true,
  options: {
    queries: { type: "string", default: "40" },
    locale: { type: "string", multiple: true },
    key: { type: "string" },
    each: { type: "boolean", default: false },
  },
})
const KINDS = [
  ["script", /\.js$|entry\.json$/],
  ["program", /\/wasm\./],
  ["meta", /\.pf_meta$/],
  ["filters", /\.pf_filter$/],
  ["index", /\.pf_index$/],
  ["fragments", /\.pf_fragment$/],
]
const kind = (path) => KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? "other"
const PACKED = /\.pf_\w+$|\/wasm\./

const server = await serve(site)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync", "--disable-background-networking", "--disable-component-update"],
  headless: true,
})

/** The bytes of a file as they are sent. */
const sent = async (path) => {
  const bytes = await readFile(join(site, path))
  return PACKED.test(path) ? bytes.length : gzipSync(bytes, { level: 9 }).length
}

/** What is sent for one query, by kind, and how many results are told. */
const ask = async (locale, query) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(`${server.base}/${locale}/`)
  const before = server.asked.length
  await page.keyboard.press("/")
  if (values.key) await page.keyboard.type(query, { delay: Number(values.key) })
  else await page.keyboard.insertText(query)
  await page.waitForFunction(() => {
    const { none, loading } = document.getElementById("words").dataset
    const said = document.querySelector("#search .count").textContent
    return said === none || said && said !== loading && document.querySelector("#search .results > li")
  })
  // What was asked for while keys were pressed may still come.
  await page.waitForTimeout(300)
  const results = await page.locator("#search .results > li").count()
  const said = await page.textContent("#search .count")
  await context.close()
  const paths = new Set(server.asked.slice(before).map(({ path }) => path).filter((path) => path.startsWith("/pagefind/")))
  const bytes = Object.fromEntries(KINDS.map(([name]) => [name, 0]))
  for (const path of paths) bytes[kind(path)] += await sent(path)
  return { query, bytes, results, said, all: Object.values(bytes).reduce((a, b) => a + b) }
}

const at = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))]
const kilo = (bytes) => (bytes / 1000).toFixed(0).padStart(5)
const line = (name, list) => console.log(`  ${name.padEnd(10)}${[0.5, 0.95, 1].map((share) => kilo(at(list, share))).join("")} kB`)

const locales = values.locale ?? Object.keys(JSON.parse(await readFile(join(site, "pagefind/pagefind-entry.json"), "utf8")).languages)
for (const locale of locales) {
  const names = (await readdir(join(site, locale), { recursive: true })).filter((name) => name.endsWith(".md")).sort()
  const texts = (name) => readFile(join(site, locale, name), "utf8")
  const queries = await drawn(names, texts, { locale, count: Number(values.queries) })
  const answers = []
  for (const query of queries) {
    answers.push(await ask(locale, query))
    const { all, said, bytes } = answers.at(-1)
    if (values.each) console.log(`  ${kilo(all)} kB  ${query}  (${said}; index ${kilo(bytes.index).trim()})`)
  }
  const found = answers.filter(({ results }) => results > 0).length
  console.log(`${locale}: ${answers.length} queries over ${names.length} pages, ${found} find something; median, 95 %, most:`)
  for (const [name] of KINDS) line(name, answers.map(({ bytes }) => bytes[name]))
  line("all", answers.map(({ all }) => all))
  const worst = answers.reduce((a, b) => (b.all > a.all ? b : a))
  console.log(`  the most is sent for: ${worst.query}`)
}
await browser.close()
server.stop()

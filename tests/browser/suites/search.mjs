// Search finds what stands on a page, in scripts without spaces too, tells how much it found, and
// sends little.

import { readFile } from "node:fs/promises"
import { gzipSync } from "node:zlib"

const queries = JSON.parse(await readFile(new URL("../queries.json", import.meta.url), "utf8"))

const find = async (page, query) => {
  await page.fill("#query", "")
  await page.waitForFunction(() => document.querySelector("#search .count").textContent === "")
  await page.fill("#query", query)
  await page.waitForFunction(() => {
    const { none, loading } = document.getElementById("words").dataset
    const said = document.querySelector("#search .count").textContent
    return said === none || said !== "" && said !== loading && document.querySelector("#search .results > li")
  })
  return page.$$eval("#search .results > li > a:first-child", (links) => links.map((link) => new URL(link.href).pathname))
}

/** The words of a page as its reader sees them, without the spaces between. */
const words = (page, address) => page.evaluate(async (address) => {
  const text = await (await fetch(address)).text()
  return new DOMParser().parseFromString(text, "text/html").querySelector("article").textContent
}, address)

const finds = async (page, check) => {
  const found = await find(page, "pilot")
  check(found.length >= 2, "`pilot` stands on two pages, found were " + found)
  const said = await page.textContent("#search .count")
  check(/^\d+ /.test(said), "the number of results is not told: " + said)
  check((await find(page, "zyzzyva")).length === 0, "a word that stands nowhere is found")
  check((await page.textContent("#search .count")).length > 5, "that nothing was found is not told")
  check((await find(page, "superseded")).length === 0 && !(await find(page, "paper form")).some((address) => address.includes("2025")), "a superseded page is found")
}

/** Whether the addresses found come to be as they should; search takes its time after a choice. */
const become = (page, holds, wanted) => page.waitForFunction(([holds, wanted]) => {
  const found = [...document.querySelectorAll("#search .results > li > a:first-child")].map((link) => link.pathname)
  return found.length > 1 && (holds === "all" ? found.every((address) => address.includes(wanted)) : found.some((address) => address.includes(wanted)) === (holds === "some"))
}, [holds, wanted]).then(() => true, () => false)

const filters = async (page, check) => {
  await find(page, "harbour")
  const parts = await page.$$eval("#search [name=section] option", (options) => options.map((option) => option.textContent))
  check(parts.length === 3, "the parts of the site are not offered: " + parts)
  await page.selectOption("#search [name=section]", "Reference")
  check(await become(page, "all", "/reference/"), "search kept to a part finds pages of others")
  await page.selectOption("#search [name=section]", "")
  for (const [version, holds] of [["harbour-1", "none"], ["harbour-2", "some"]]) {
    await page.selectOption("#search [name=version]", version)
    check(await become(page, holds, "/night/"), `search kept to ${version} does not find ${holds} of its pages`)
  }
  await page.selectOption("#search [name=version]", "")
}

/** In the place of pagefind's: finds 20 pages, or one; those of `slow` come when they are released. */
const engine = `
const waiting = []
globalThis.release = () => { for (const come of waiting.splice(0)) come() }
const page = (query, number) => ({ url: "/" + query + "/" + number, meta: { title: query + " " + number }, excerpt: query, sub_results: [] })
const data = (query, number) => query === "slow"
  ? new Promise((ready) => waiting.push(() => ready(page(query, number))))
  : Promise.resolve(page(query, number))
export const init = async () => {}
export const search = async (query) => ({
  results: Array.from({ length: query === "one" ? 1 : 20 }, (_, number) => ({ data: () => data(query, number) })),
})`

/** A page whose search asks the engine above. */
const staged = async (open, address) => {
  const context = await open()
  await context.route("**/pagefind/pagefind.js", (route) => route.fulfill({ contentType: "text/javascript", body: engine }))
  const page = await context.newPage()
  await page.goto(address)
  await page.keyboard.press("/")
  return page
}
const listed = (page) => page.$$eval("#search .results strong", (titles) => titles.map((title) => title.textContent))
const told = (page, pattern) => page.waitForFunction((pattern) => new RegExp(pattern).test(document.querySelector("#search .count").textContent), pattern)
const release = (page) => page.evaluate(() => { globalThis.release(); return new Promise((ready) => setTimeout(ready, 50)) })

const keepsToTheLast = async ({ base, open, check }) => {
  const page = await staged(open, base + "/en-us/")
  for (const last of ["quick", ""]) {
    await page.fill("#query", "slow")
    await told(page, "^20 ")
    await page.waitForFunction(() => !document.querySelector("#search .results > li"))
    await page.fill("#query", last)
    await page.waitForFunction((last) => document.querySelector("#search .results strong")?.textContent.startsWith(last) ?? last === "", last)
    await release(page)
    check((await listed(page)).every((title) => last && title.startsWith(last)), `after ${last || "nothing"} was asked for, there is ${await listed(page)}`)
  }
  await page.fill("#query", "slow")
  await told(page, "^20 ")
  for (const most of [8, 16, 20]) {
    check(await page.isHidden("#search .more"), "more can be asked for while it comes")
    await release(page)
    const all = await listed(page)
    check(all.length === most && new Set(all).size === most, `asked for more, there is ${all}`)
    if (most < 20) await page.click("#search .more")
  }
  await page.context().close()
}

/** Thai has no plural, the English of an interface that lacks Thai has one. */
const countsInItsOwnLanguage = async ({ base, open, check }) => {
  const page = await staged(open, base + "/th-th/")
  await page.fill("#query", "one")
  await told(page, "^1 ")
  const said = await page.textContent("#search .count")
  check(said === "1 result", "one result is told as " + said)
  await page.context().close()
}

const opens = async (page, check) => {
  for (const keys of ["/", "Control+k"]) {
    await page.keyboard.press(keys)
    check(await page.isVisible("#query"), keys + " does not open search")
    check(await page.evaluate(() => document.activeElement.id === "query"), keys + " does not lead into the field")
    await page.keyboard.press("Escape")
    check(!(await page.isVisible("#query")), "Escape does not close search")
  }
}

export default async ({ base, asked, site, open, check }) => {
  const figures = []
  await keepsToTheLast({ base, open, check })
  await countsInItsOwnLanguage({ base, open, check })
  const context = await open()
  const page = await context.newPage()
  await page.goto(base + "/en-us/guides/move/")
  await opens(page, check)
  await page.keyboard.press("/")
  const before = asked.length
  await finds(page, check)
  const sent = new Set(asked.slice(before - 1).map((answer) => answer.path).filter((path) => path.startsWith("/pagefind/")))
  let bytes = 0
  for (const path of sent) bytes += gzipSync(await readFile(site + path)).length
  figures.push(`search: ${sent.size} files, ${bytes} bytes compressed for the first queries`)
  await filters(page, check)
  for (const [locale, asks] of Object.entries(queries)) {
    const addresses = ["guides/move/", "reference/signals/"].map((path) => `/${locale}/${path}`)
    await page.goto(base + addresses[0])
    const texts = await Promise.all(addresses.map((address) => words(page, address)))
    await page.keyboard.press("/")
    let right = 0
    for (const query of asks) {
      const holds = addresses.filter((_, at) => texts[at].includes(query))
      check(holds.length > 0, `${locale}: the fixture's query ${query} stands on no page`)
      const found = await find(page, query)
      const all = holds.every((address) => found.includes(address))
      check(all, `${locale}: ${query} stands on ${holds}, found is ${found}`)
      right += all ? 1 : 0
    }
    figures.push(`search ${locale}: ${right} of ${asks.length} queries find every page that holds them`)
  }
  await context.close()
  const plain = await open({ script: false })
  const still = await plain.newPage()
  await still.goto(base + "/en-us/guides/move/")
  await still.click(".tool-hint summary")
  check(await still.isVisible(".tool-hint p"), "without script nothing says how to search")
  await plain.close()
  return figures
}

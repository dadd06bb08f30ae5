// What a writer meets while a site is written: the program (`INSTEP`) serves a copy of
// tests/sites/preview with the theme's own style, and the copy is changed as it goes.

import { spawn } from "node:child_process"
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"

/** A copy of the site, with the style of the built-in theme in a file of its own. */
const copied = async () => {
  const site = await mkdtemp(join(tmpdir(), "instep-preview-"))
  const root = new URL("../../../", import.meta.url)
  await cp(new URL("tests/sites/preview", root), site, { recursive: true })
  await mkdir(site + "/themes/default/static", { recursive: true })
  await cp(new URL("themes/default/static/style.css", root), site + "/themes/default/static/style.css")
  return site
}

/** The program at work on a site: the address it gives, and how to stop it. */
const served = async (site) => {
  const instep = spawn(process.env.INSTEP, ["serve", "--root", site, "--port", "21500", "--today", "2026-11-21"], { stdio: ["ignore", "ignore", "pipe"] })
  // However the suite ends, the program does not outlive it.
  process.on("exit", () => instep.kill("SIGINT"))
  const lines = []
  const base = await new Promise((ready, failed) => {
    createInterface({ input: instep.stderr }).on("line", (line) => {
      lines.push(line)
      const address = /^http:\S+/.exec(line)
      if (address) ready(address[0].replace(/\/$/, ""))
    })
    instep.on("exit", () => failed(new Error(lines.join("\n"))))
  })
  return { base, lines, stop: () => new Promise((gone) => instep.on("exit", gone).kill("SIGINT")) }
}

/** What is tried, by what shall be true. */
const trials = ({ context, base, site, check }) => {
  const look = async (address) => {
    const page = await context.newPage()
    page.on("pageerror", (error) => check(false, "an error on " + address + ": " + error))
    const told = page.waitForResponse((response) => new URL(response.url()).pathname === "/_instep/events")
    await page.goto(base + address)
    await told
    await page.waitForFunction(() => document.querySelector("instep-panel")?.dataset.ready === "")
    // What changes before the page has compared itself with what is served is loaded anew, as it
    // shall be; then it shows its panel.
    await page.waitForFunction(() => document.querySelector("instep-panel").shadowRoot.querySelector(".box header"))
    return page
  }
  const change = async (path, edit) => {
    const file = site + "/" + path
    await writeFile(file, edit(await readFile(file, "utf8")))
  }
  const has = (page, text) => page.waitForFunction((text) => document.body.innerText.includes(text), text)
  const overlay = (page) => page.locator("instep-panel .overlay")

  const lineOf = async (path, words) => (await readFile(site + "/" + path, "utf8")).split("\n").findIndex((line) => line.includes(words)) + 1
  const columnOf = async (path, words) => (await readFile(site + "/" + path, "utf8")).split("\n").find((line) => line.includes(words)).indexOf(words) + 1

  return {
    async "the text is replaced in place, with scroll, details and tabs as they were"() {
      const page = await look("/en-us/long/")
      await page.evaluate(() => { window.mine = true })
      await page.locator("main details summary").first().click()
      await page.locator("#part-20").evaluate((element) => element.scrollIntoView({ block: "start" }))
      const top = () => page.locator("#part-20").evaluate((element) => element.getBoundingClientRect().top)
      const before = await top()
      await change("content/en-US/long.md", (text) => text.replace("Words of part 3.", "Words of part 3.\n\nMore of them.\n\nAnd more."))
      await has(page, "And more.")
      check(await page.evaluate(() => window.mine), "the page was loaded anew")
      check(Math.abs(await top() - before) < 2, `the reader was moved by ${await top() - before} pixels`)
      check(await page.locator("main details").first().evaluate((element) => element.open), "open details were closed")
      check(await page.locator("main pre button").count() === 0 && await page.locator("main .code button").count() > 0, "code lost its button")
      check(await page.locator("[data-instep-preview]").count() === 1, "there is not one marked element")
      await page.close()
    },

    async "a new heading comes into the contents and the switches without a load"() {
      const page = await look("/en-us/long/")
      await page.evaluate(() => { window.mine = true })
      await change("content/en-US/long.md", (text) => text + "\n## A late part\n\nIts words.\n")
      await page.waitForFunction(() => [...document.querySelectorAll(".contents a")].some((link) => link.textContent === "A late part"))
      check(await page.evaluate(() => window.mine), "the page was loaded anew")
      await page.close()
    },

    async "a style is swapped without a load and without a moment without style"() {
      const page = await look("/en-us/long/")
      await page.evaluate(() => {
        window.mine = true
        window.bare = 0
        const look = () => {
          if (getComputedStyle(document.querySelector(".skip")).position !== "absolute" && getComputedStyle(document.body).margin !== "0px") window.bare += 1
          requestAnimationFrame(look)
        }
        look()
      })
      await change("themes/default/static/style.css", (text) => text + "\nmain { outline: 3px solid rgb(1, 2, 3) }\n")
      await page.waitForFunction(() => getComputedStyle(document.querySelector("main")).outlineColor === "rgb(1, 2, 3)")
      check(await page.evaluate(() => window.mine && window.bare === 0), "the page was bare for a moment, or loaded anew")
      check(await page.locator("link[rel=stylesheet]").count() === 1, "the old style stays")
      await page.close()
    },

    async "windows in two languages follow one edit"() {
      const [english, french] = [await look("/en-us/start/"), await look("/fr-fr/start/")]
      await french.evaluate(() => { window.mine = true })
      await change("content/en-US/start.md", (text) => text.replace("2026-01-01", "2026-10-01").replace("## Two", "## Two and a half"))
      await has(english, "Two and a half")
      await french.waitForFunction(() => document.querySelector(".notice.behind"))
      // The English one has its day in the list of its versions, which belongs to the frame.
      check(await french.evaluate(() => window.mine), "a window was loaded anew")
      await Promise.all([english.close(), french.close()])
    },

    async "broken front matter is shown over the last good page, and goes when it is mended"() {
      const page = await look("/en-us/start/")
      const words = await page.locator("main").innerText()
      await change("content/en-US/start.md", (text) => text.replace("title: Start", "title: [Start"))
      await overlay(page).waitFor({ state: "visible" })
      check((await overlay(page).innerText()).includes("front-matter/invalid"), "the overlay does not say what is wrong")
      check((await overlay(page).innerText()).includes("3 | ms.date: 2026"), "the line is not drawn")
      check(await page.locator("main").innerText() === words, "the last good page is gone")
      await change("content/en-US/start.md", (text) => text.replace("title: [Start", "title: Start"))
      await overlay(page).waitFor({ state: "hidden" })
      await page.close()
    },

    async "a broken template is shown over the last good page, and goes when it is mended"() {
      const page = await look("/en-us/start/")
      await mkdir(site + "/themes/default/templates", { recursive: true })
      await writeFile(site + "/themes/default/templates/guide.html", "{% extends \"default/guide.html\" %}\n{% block contents %}{{ page.titel }}{% endblock contents %}\n")
      await overlay(page).waitFor({ state: "visible" })
      check((await overlay(page).innerText()).includes("page.titel"), "the line is not drawn")
      await rm(site + "/themes/default/templates/guide.html")
      await overlay(page).waitFor({ state: "hidden" })
      await page.close()
    },

    async "settings that cannot be read are shown, and go when they are mended"() {
      const page = await look("/en-us/start/")
      await change("site.yaml", (text) => "titel: x\n" + text)
      await overlay(page).waitFor({ state: "visible" })
      check((await overlay(page).innerText()).includes("titel"), "the overlay does not name the key")
      await change("site.yaml", (text) => text.replace("titel: x\n", ""))
      await overlay(page).waitFor({ state: "hidden" })
      await page.close()
    },

    async "findings stand in the panel and at their place, with the way to the editor"() {
      const page = await look("/en-us/start/")
      await page.locator("instep-panel .pill").click()
      const item = page.locator("instep-panel .findings > li", { hasText: "gone.md" })
      await item.waitFor()
      const address = await item.locator("a.file").getAttribute("href")
      check(address === `vscode://file${site}/content/en-US/start.md:${await lineOf("content/en-US/start.md", "gone.md")}:${await columnOf("content/en-US/start.md", "gone.md")}`, "the editor is led to " + address)
      check(await page.evaluate(() => [...CSS.highlights].some(([, marked]) => [...marked].some((range) => range.toString() === "a page"))), "its words are not marked")
      check(await page.locator("instep-panel .mark").count() > 0, "no mark stands beside it")
      await item.locator("button").click()
      await page.locator("instep-panel .flash").waitFor()
      await page.close()
    },

    async "the panel shows how far a page is behind, and what changed in its source"() {
      const page = await look("/fr-fr/start/")
      await page.locator("instep-panel .pill").click()
      check((await page.locator("instep-panel .verdict.behind").first().innerText()).startsWith("Behind"), "it does not say that it is behind")
      await page.locator("instep-panel .source summary").first().click()
      check(await page.locator("instep-panel .difference ins").count() > 0, "it does not show what came")
      check(await page.locator("instep-panel .languages a", { hasText: "English" }).getAttribute("href") === "/en-us/start/", "it does not lead to the other language")
      await page.close()
    },

    async "a page that goes and comes back is followed"() {
      const page = await look("/en-us/short/")
      const text = await readFile(site + "/content/en-US/short.md", "utf8")
      await rm(site + "/content/en-US/short.md")
      await page.waitForFunction(() => !document.body.innerText.includes("Few words."))
      await writeFile(site + "/content/en-US/short.md", text)
      await has(page, "Few words.")
      await page.close()
    },

    async "search finds what was written just now"() {
      const page = await look("/en-us/start/")
      await change("content/en-US/short.md", (text) => text + "\nA quokka.\n")
      const find = async () => {
        await page.goto(base + "/en-us/start/")
        await page.locator("[data-search]").click()
        await page.locator("#query").fill("quokka")
        return page.locator(".results a").first().waitFor({ timeout: 4_000 }).then(() => true, () => false)
      }
      let found = false
      for (let tries = 0; tries < 8 && !found; tries += 1) found = await find()
      check(found, "it is not found")
      await page.close()
    },

    async "the page without the preview's element is the page that is built"() {
      const answer = await (await fetch(base + "/en-us/long/")).text()
      check((answer.match(/_instep/g) ?? []).length === 1, "more than one element is of the preview")
    },
  }
}

export default async ({ open, check }) => {
  const site = await copied()
  const { base, lines, stop } = await served(site)
  const context = await open({ base, viewport: { width: 1280, height: 800 } })
  const failed = []
  const tests = trials({ context, base, site, check: (holds, what) => { if (!holds) failed.push(what) } })
  let count = 0
  for (const [name, test] of Object.entries(tests)) {
    if (!name.includes(process.env.ONLY ?? "")) continue
    failed.length = 0
    await test().catch((error) => { throw Object.assign(error, { stack: name + ": " + error.stack + "\n" + lines.join("\n") }) })
    for (const what of failed) check(false, name + ": " + what)
    if (failed.length) console.log(lines.join("\n"))
    count += 1
  }
  await context.close()
  await stop()
  await rm(site, { recursive: true })
  return `preview: ${count} trials`
}

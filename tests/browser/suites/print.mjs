// On paper stands the guide and nothing else: links are spelled out, notices stay, what is folded
// away on a screen is there, and nothing runs off the edge.

const chrome = [".top", ".guides", ".contents", ".foot", ".neighbours", ".edit", ".copy", ".quiet", ".anchor"]

/** What of a list of selectors is seen. */
const seen = (page, selectors) => page.evaluate((selectors) =>
  selectors.filter((selector) => [...document.querySelectorAll(selector)].some((element) => element.checkVisibility())), selectors)

const links = (page) => page.$$eval(".text a:is([href^='http'], [href^='/']):not([href$='#lightbox'])", (links) => links.map((link) => [link.getAttribute("href"), getComputedStyle(link, "::after").content]))

/** Words that stand beyond the edge of a sheet. */
const cut = (page) => page.evaluate(() => [...document.querySelectorAll("main *")]
  .filter((element) => element.checkVisibility() && !element.closest(".visually-hidden, .sr"))
  .filter((element) => { const { left, right } = element.getBoundingClientRect(); return left < -1 || right > innerWidth + 1 })
  .map((element) => element.outerHTML.slice(0, 80)))

export default async ({ base, open, check }) => {
  // A4 less its margins, at 96 dots an inch.
  const context = await open({ viewport: { width: 718, height: 1000 }, colorScheme: "dark" })
  const page = await context.newPage()
  await context.clock.setFixedTime(new Date("2026-11-20T12:00:00"))
  await page.emulateMedia({ media: "print" })
  let spelled = 0
  for (const address of ["/en-us/guides/move/", "/en-us/reference/constructs/", "/ar-sa/guides/move/", "/he-il/guides/move/"]) {
    await page.goto(base + address)
    const left = await seen(page, chrome)
    check(left.length === 0, `${address}: on paper stand ${left}`)
    check((await seen(page, ["article", "h1"])).length === 2, `${address}: the guide is not on paper`)
    for (const [href, after] of await links(page)) {
      spelled += 1
      check(after.includes("attr(href)") || after.includes(href), `${address}: where ${href} leads is not spelled out: ${after}`)
    }
    const beyond = await cut(page)
    check(beyond.length === 0, `${address}: beyond the edge of the sheet: ${beyond}`)
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    check(paper === "rgb(255, 255, 255)", `${address}: dark colours go to paper: ${paper}`)
  }
  await page.goto(base + "/en-us/guides/move/")
  check((await seen(page, [".notice.passed"])).length === 1, "the notice of a passed deadline is not on paper")
  await page.goto(base + "/en-us/guides/move/2025-06-10/")
  check((await seen(page, [".notice.superseded"])).length === 1, "the notice of a newer version is not on paper")
  await page.goto(base + "/en-us/reference/constructs/")
  const panels = await page.$$eval(".panel", (panels) => panels.map((panel) => [panel.checkVisibility(), getComputedStyle(panel, "::before").content]))
  check(panels.length > 3 && panels.every(([shown, title]) => shown && title.length > 3 && title !== "none"), "panels of tabs are not on paper, each under its title: " + JSON.stringify(panels))
  const sheets = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g).length
  check(sheets >= 2, "the page of every construct takes " + sheets + " sheets")
  await context.close()
  return `print: ${spelled} links spelled out, every construct on ${sheets} sheets`
}

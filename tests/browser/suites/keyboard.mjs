// Everything that can be done can be done by keys alone, and one sees where one is.

const guide = "/en-us/guides/move/"
const constructs = "/en-us/reference/constructs/"

const active = (page) => page.evaluate(() => {
  const element = document.activeElement
  return { id: element.id, text: element.textContent.trim().slice(0, 60), tag: element.tagName, selected: element.ariaSelected }
})

/** Presses Tab until what has the focus fits a selector. */
const tabTo = async (page, selector, limit = 80) => {
  for (let pressed = 0; pressed < limit; pressed += 1) {
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return true
    await page.keyboard.press("Tab")
  }
  return false
}

/** Scrolls as the wheel does, the focus staying where it is, until a section is the one being read. */
const scrollTo = async (page, id) => {
  await page.evaluate((id) => document.getElementById(id).scrollIntoView(), id)
  await page.waitForSelector(`.contents a[href="#${id}"][aria-current]`)
}

/** Whether what has the focus shows it: by an outline of its own, or of the box that stands for it. */
const isSeen = (page) => page.evaluate(() => {
  const shown = (element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1
  }
  const element = document.activeElement
  return shown(element) || element.parentElement !== null && element.parentElement.matches("label") && shown(element.parentElement)
})

/** Walks over the whole page: each stop is seen and stands in the window, and the walk comes out. */
const walk = async (page, check, address) => {
  const seen = []
  for (let pressed = 0; pressed < 200; pressed += 1) {
    await page.keyboard.press("Tab")
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (element === document.body) return null
      element.dataset.stop ??= String(document.querySelectorAll("[data-stop]").length)
      const { top, bottom } = element.getBoundingClientRect()
      return { name: element.outerHTML.slice(0, 90), stop: element.dataset.stop, inside: bottom > 0 && top < innerHeight }
    })
    if (!stop || seen.includes(stop.stop)) break
    seen.push(stop.stop)
    check(await isSeen(page), `${address}: the focus is not seen on ${stop.name}`)
    check(stop.inside, `${address}: the focus is out of sight on ${stop.name}`)
  }
  check(seen.length > 10 && seen.length < 200, `${address}: the keys reach ${seen.length} places, or are caught`)
  return seen.length
}

const skips = async (page, base, check) => {
  await page.goto(base + guide)
  await page.keyboard.press("Tab")
  check((await active(page)).text === "Skip to content", "the first stop does not lead to the content")
  await page.keyboard.press("Enter")
  await page.keyboard.press("Tab")
  check(await page.evaluate(() => document.activeElement.closest("main") !== null), "the skip link does not lead into the content")
}

const languages = async (page, base, check) => {
  await page.goto(base + guide)
  check(await tabTo(page, ".tongue"), "the languages are out of reach")
  await page.keyboard.press("Enter")
  check(await page.isVisible("#languages"), "Enter does not open the languages")
  await page.keyboard.press("Tab")
  check(await page.evaluate(() => document.activeElement.closest("#languages") !== null), "the open languages are not next")
  await page.keyboard.press("Escape")
  check(!(await page.isVisible("#languages")), "Escape does not close the languages")
  check((await active(page)).tag === "BUTTON", "the focus is lost when the languages close")
  await page.keyboard.press("Enter")
  check(await tabTo(page, "#languages a[hreflang='fr-FR']", 10), "French is out of reach")
  await scrollTo(page, "before-you-move")
  await Promise.all([page.waitForURL("**/fr-fr/**"), page.keyboard.press("Enter")])
  check(page.url().endsWith("/fr-fr/guides/move/#before-you-move"), "the language switch loses the section: " + page.url())
}

const versions = async (page, base, check) => {
  await page.goto(base + guide)
  check(await tabTo(page, ".dates"), "the versions are out of reach")
  await page.keyboard.press("Enter")
  check(await page.isVisible("#versions"), "Enter does not open the versions")
  check(await tabTo(page, "#versions a[href*='2025-06-10']", 5), "the older version is out of reach")
  await scrollTo(page, "after-the-move")
  await Promise.all([page.waitForURL("**/2025-06-10/**"), page.keyboard.press("Enter")])
  check(page.url().endsWith("/2025-06-10/#after-the-move"), "the version switch loses the section: " + page.url())
}

const tabs = async (page, base, check) => {
  await page.goto(base + constructs)
  check(await tabTo(page, "[role=tab]"), "the tabs are out of reach")
  await page.keyboard.press("ArrowRight")
  check((await active(page)).text === "Sailing ship" && (await active(page)).selected === "true", "the arrow does not choose the next tab")
  const shown = () => page.$$eval(".panel:not([hidden])", (panels) => panels.map((panel) => panel.textContent.trim()))
  check((await shown()).join() === "Take the sails down outside of the breakwater.,Furl the sails.", "two groups are not in step: " + await shown())
  await page.keyboard.press("End")
  await page.keyboard.press("Tab")
  check(await page.evaluate(() => document.activeElement.matches("[role=tabpanel]")), "Tab does not lead from the tab to its panel")
  await page.goto(base + "/ar-sa/reference/constructs/")
  check((await shown())[0].startsWith("أنزل"), "the choice is forgotten on the next page")
  await tabTo(page, "[role=tab]")
  await page.keyboard.press("ArrowRight")
  check((await active(page)).text === "سفينة بمحرك", "in a right-to-left page the right arrow does not lead back")
}

const copies = async (open, base, check) => {
  const context = await open({ permissions: ["clipboard-read", "clipboard-write"] })
  const page = await context.newPage()
  page.on("pageerror", (error) => check(false, "copying fails: " + error.message))
  await page.goto(base + constructs)
  const code = (await page.innerText("pre code")).trim()
  const asked = () => page.evaluate(() => navigator.clipboard.readText())
  const selected = () => page.evaluate(() => getSelection().toString().trim())
  check(await tabTo(page, ".copy"), "the code cannot be copied by keys")
  await page.keyboard.press("Enter")
  await page.getByText("Copied", { exact: true }).waitFor()
  check(code !== "" && (await asked()).trim() === code, "what is copied is not the code: " + await asked())
  check(await selected() === "", "what was copied is selected too")
  await page.evaluate(() => { navigator.clipboard.writeText = async () => { throw new DOMException("refused", "NotAllowedError") } })
  await page.keyboard.press("Enter")
  await page.waitForFunction(() => !getSelection().isCollapsed)
  check(await selected() === code, "what a browser refuses to copy is not selected: " + await selected())
  await context.close()
}

const lightbox = async (page, base, check) => {
  await page.goto(base + constructs)
  check(await tabTo(page, ".text a[href$='#lightbox']"), "the image is out of reach")
  await page.keyboard.press("Enter")
  check(await page.isVisible(".lightbox img"), "Enter does not enlarge the image")
  check((await active(page)).text === "Close", "the focus does not move to the image")
  await page.keyboard.press("Escape")
  // A dialog tells that it was closed a moment later.
  const gone = page.waitForSelector(".lightbox", { state: "detached", timeout: 10_000 })
  check(await gone.then(() => true, () => false), "Escape does not close the image")
  check(await page.evaluate(() => document.activeElement.matches("a[href$='#lightbox']")), "the focus does not come back to the image")
}

const bilingual = async (page, base, check) => {
  await page.goto(base + "/fr-fr/guides/move/")
  check(!(await page.isVisible("[data-source]")), "the original is shown before it is asked for")
  check(await tabTo(page, "[data-bilingual]"), "the bilingual switch is out of reach")
  await page.keyboard.press("Space")
  check(await page.isVisible("[data-source][lang^=en]"), "the original does not appear")
  await page.reload()
  check(await page.isVisible("[data-source]"), "the choice of the original is forgotten")
  await tabTo(page, "[data-bilingual]")
  await page.keyboard.press("Space")
  check(!(await page.isVisible("[data-source]")), "the original does not go away again")
}

const menu = async (open, base, check) => {
  const context = await open({ viewport: { width: 360, height: 700 } })
  const page = await context.newPage()
  await page.goto(base + guide)
  for (const [button, panel] of [[".menu", "#guides"], [".here", "#contents"]]) {
    check(await tabTo(page, button), button + " is out of reach")
    await page.keyboard.press("Enter")
    check(await page.isVisible(panel), "Enter does not open " + panel)
    await page.keyboard.press("Escape")
    check(!(await page.isVisible(panel)), "Escape does not close " + panel)
  }
  await context.close()
}

const colours = async (page, base, check) => {
  await page.goto(base + guide)
  check(await tabTo(page, "[data-theme-choice]"), "the colours are out of reach")
  check(await isSeen(page), "the focus is not seen on the colours")
  await page.selectOption("[data-theme-choice]", "dark")
  await page.reload()
  check(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme === "dark"), "the choice of colours is forgotten")
  await page.selectOption("[data-theme-choice]", "system")
}

export default async ({ base, open, check }) => {
  const context = await open()
  const page = await context.newPage()
  await skips(page, base, check)
  await languages(page, base, check)
  await versions(page, base, check)
  await tabs(page, base, check)
  await copies(open, base, check)
  await lightbox(page, base, check)
  await bilingual(page, base, check)
  await colours(page, base, check)
  await menu(open, base, check)
  let stops = 0
  for (const address of [guide, constructs, "/ar-sa/guides/move/", "/en-us/", "/en-us/status/"]) {
    await page.goto(base + address)
    stops += await walk(page, check, address)
  }
  await context.close()
  return `keyboard: ${stops} stops, each of them seen`
}

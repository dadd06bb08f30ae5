// Colours that the reader or the system chooses: what a colour says is said by a line too where
// the system sets all colours, and more contrast is had by asking for it.

const guide = "/en-us/guides/move/"

/** Contrast of the text of an element with what is behind the page (WCAG 2.2, relative luminance). */
const contrast = (page, selector) => page.evaluate((selector) => {
  const canvas = document.createElement("canvas").getContext("2d")
  const luminance = (color) => {
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark, light] = [getComputedStyle(document.querySelector(selector)).color, getComputedStyle(document.body).backgroundColor].map(luminance).sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}, selector)

/** Elements that fit a selector and have no line around them. */
const lineless = (page, selector) => page.$$eval(selector, (elements) => elements
  .filter((element) => element.checkVisibility())
  .filter((element) => { const style = getComputedStyle(element); return style.borderInlineStartStyle === "none" || parseFloat(style.borderInlineStartWidth) < 1 })
  .map((element) => element.outerHTML.slice(0, 60)))

const forced = async (open, base, check) => {
  const context = await open({ forcedColors: "active" })
  await context.clock.setFixedTime(new Date("2026-11-20T12:00:00"))
  const page = await context.newPage()
  let lines = 0
  for (const [address, selectors] of [
    [guide, [".notice", ".alert", ".badge", "pre", ".guides a[aria-current]"]],
    ["/en-us/reference/constructs/", [".alert", ".nextstepaction a"]],
    ["/ar-sa/guides/move/", [".notice", ".section-note", ".alert"]],
    ["/en-us/status/", [".bar"]],
  ]) {
    await page.goto(base + address)
    for (const selector of selectors) {
      const found = await page.$$(selector)
      check(found.length > 0, `${address}: there is no ${selector}`)
      lines += found.length
      const without = await lineless(page, selector)
      check(without.length === 0, `${address}: with colours of the system no line is around ${without}`)
    }
  }
  await page.goto(base + "/en-us/reference/constructs/")
  const [chosen, other] = await page.$$eval("[role=tab]", (tabs) => tabs.slice(0, 2).map((tab) => getComputedStyle(tab).borderBlockEndColor))
  check(chosen !== other, "with colours of the system the chosen tab looks like the others")
  await page.goto(base + "/en-us/status/")
  const [whole, share] = await page.$eval(".bar", (bar) => [...bar.querySelectorAll("rect")].map((rect) => getComputedStyle(rect).fill))
  check(whole !== share, "with colours of the system a bar does not show its share")
  await context.close()
  return lines
}

const more = async (open, base, check) => {
  const ratios = []
  for (const colorScheme of ["light", "dark"]) {
    const context = await open({ colorScheme, contrast: "more" })
    const page = await context.newPage()
    await page.goto(base + guide)
    for (const selector of ["article p", ".about span", ".guides a"]) {
      const ratio = await contrast(page, selector)
      ratios.push(ratio)
      check(ratio > 7, `${colorScheme}: with more contrast ${selector} has ${ratio.toFixed(1)}`)
    }
    await context.close()
  }
  return Math.min(...ratios)
}

const chosen = async (open, base, check) => {
  const context = await open({ colorScheme: "light" })
  const page = await context.newPage()
  await page.goto(base + guide)
  for (const [name, scheme] of [["dark", "dark"], ["contrast", "light dark"], ["light", "light"]]) {
    await page.selectOption("[data-theme-choice]", name)
    await page.goto(base + "/en-us/status/")
    const [theme, said] = await page.evaluate(() => [document.documentElement.dataset.theme, getComputedStyle(document.documentElement).colorScheme])
    check(theme === name && said === scheme, `the choice of ${name} is not kept on the next page: ${theme}, ${said}`)
    if (name === "contrast") check(await contrast(page, "main h1") > 20, "the choice of contrast gives too little")
  }
  await context.close()
}

export default async ({ base, open, check }) => {
  const lines = await forced(open, base, check)
  const least = await more(open, base, check)
  await chosen(open, base, check)
  return `colours: ${lines} parts keep a line with colours of the system; asked for more, the least contrast is ${least.toFixed(1)}`
}

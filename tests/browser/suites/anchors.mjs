// A section may be named `50%-off`: pages with such sections, and addresses that hold a `%` which
// encodes nothing, are as alive as others.

const dues = "/en-us/reference/dues/"

/** Opens an address; gives the page and what went wrong on it. */
const visit = async (context, address) => {
  const page = await context.newPage()
  const errors = []
  page.on("pageerror", (error) => errors.push(String(error)))
  await page.goto(address)
  return { page, errors }
}

const isAlive = async ({ page, errors }, what, check) => {
  await page.keyboard.press("/")
  check(await page.isVisible("#query"), what + ": search does not open")
  check(errors.length === 0, what + ": " + errors)
  await page.keyboard.press("Escape")
}

const target = (page) => page.evaluate(() => document.querySelector(":target")?.textContent ?? "")

export default async ({ base, open, check }) => {
  // Low, so that each section can be scrolled to its place.
  const context = await open({ viewport: { width: 1280, height: 400 } })
  const visited = await visit(context, base + dues)
  const { page } = visited
  await isAlive(visited, "a page with a section `50%-off`", check)
  for (const [id, title] of [["50%-off", "Half the dues"], ["100%", "Nothing to pay"]]) {
    const link = page.locator(".contents a", { hasText: title })
    await link.click()
    check((await target(page)).includes(title), `the contents lead to ${await target(page)} instead of ${title}`)
    const follows = page.waitForFunction((title) => document.querySelector(".contents [aria-current]")?.textContent === title, title)
    check(await follows.then(() => true, () => false), "the contents do not follow into " + title)
    const address = await page.locator("#languages a").first().getAttribute("href")
    check(!address.includes("#") || decodeURIComponent(address.split("#")[1]) === id, `at ${id} a switch leads to ${address}`)
  }
  await page.locator("article a", { hasText: "guest of the yard" }).click()
  check((await target(page)).includes("Nothing to pay"), "a link to `#100%25` does not lead to the section `100%`")
  for (const address of ["/en-us/reference/constructs/#50%", dues + "#sail-25%", dues + "#sail-25%25"]) {
    const reached = await visit(context, base + address)
    await isAlive(reached, address, check)
    if (address.startsWith(dues)) check(await reached.page.locator("#sail-25\\%").isVisible(), address + " does not open its tab")
    await reached.page.close()
  }
  await context.close()
}

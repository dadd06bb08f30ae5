// Nothing moves by itself for readers who asked for less motion.

const addresses = ["/en-us/guides/move/", "/en-us/reference/constructs/", "/en-us/", "/en-us/status/", "/ar-sa/guides/move/"]

/** What of a page would move: transitions, animations, scrolling that glides. */
const moving = (page) => page.evaluate(() => [...document.querySelectorAll("*")].flatMap((element) =>
  [null, "::before", "::after", "::backdrop"].map((part) => [element, part, getComputedStyle(element, part)]))
  .filter(([, , style]) => style.transitionDuration.split(",").some((time) => parseFloat(time) > 0) || style.animationName !== "none" || style.scrollBehavior === "smooth")
  .map(([element, part]) => element.tagName + "." + element.className + (part ?? "")))

export default async ({ base, open, check }) => {
  const count = {}
  for (const reducedMotion of ["reduce", "no-preference"]) {
    const context = await open({ reducedMotion })
    const page = await context.newPage()
    count[reducedMotion] = 0
    for (const address of addresses) {
      await page.goto(base + address)
      const found = await moving(page)
      count[reducedMotion] += found.length
      if (reducedMotion === "reduce") check(found.length === 0, `${address}: moves all the same: ${[...new Set(found)].slice(0, 5)}`)
    }
    await context.close()
  }
  // Else the rule above would hold of a page that never had anything to still.
  check(count["no-preference"] > 0, "nothing moves for anybody, so that nothing was tried")
  return `motion: ${count["no-preference"]} parts move, none for those who asked for less`
}

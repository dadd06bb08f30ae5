// With script off a page is read in full, and nothing stands on it that does nothing.

const addresses = ["/en-us/guides/move/", "/en-us/reference/constructs/", "/fr-fr/guides/move/", "/ar-sa/guides/move/", "/en-us/", "/en-us/status/", "/"]

/** Controls that only a script answers: those of HTML alone open a popover or send a form. */
const dead = (page) => page.$$eval("button, select, input:not([type=checkbox])", (controls) => controls
  .filter((control) => control.checkVisibility() && !control.matches("[popovertarget]"))
  .map((control) => control.outerHTML.slice(0, 80)))

const hidden = (page) => page.$$eval("main :is(h1, h2, h3, p, li, pre, td, th, time)", (parts) => parts
  .filter((part) => !part.checkVisibility() && !part.closest("details:not([open]), .visually-hidden, [data-source], [data-passed-notice], [popover], .scripted"))
  .map((part) => part.textContent.trim().slice(0, 60)))

export default async ({ base, open, check }) => {
  // The browser itself runs none, so that styles may not ask for a script either.
  const context = await open({ javaScriptEnabled: false })
  const page = await context.newPage()
  for (const address of addresses) {
    await page.goto(base + address)
    const idle = await dead(page)
    check(idle.length === 0, `${address}: without script these do nothing: ${idle}`)
    const unseen = await hidden(page)
    check(unseen.length === 0, `${address}: without script these are not seen: ${unseen}`)
  }
  await page.goto(base + "/")
  check(page.url() === base + "/" && await page.isVisible("[data-start] a[hreflang='fr-FR']"), "without script the start page offers no languages")
  await page.goto(base + "/en-us/guides/move/")
  await page.click(".tongue")
  await page.click("#languages a[hreflang='fr-FR']")
  check(page.url().endsWith("/fr-fr/guides/move/"), "without script the language switch leads to " + page.url())
  await page.goto(base + "/en-us/guides/move/")
  await page.click(".dates")
  await page.click("#versions a[href*='2025-06-10']")
  check(page.url().endsWith("/2025-06-10/"), "without script the version switch leads to " + page.url())
  const dates = await page.$$eval("time", (times) => times.map((time) => time.dateTime))
  check(dates.includes("2026-06-30"), "without script a deadline is not marked: " + dates)
  await page.goto(base + "/en-us/status/")
  check((await page.$$eval(".deadlines time", (times) => times.filter((time) => time.checkVisibility()).length)) > 1, "without script deadlines that may have passed are not listed")
  await context.close()
  return `scriptless: ${addresses.length} pages read, languages and versions switched`
}

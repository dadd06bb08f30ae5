// Every run of another language carries its `lang` (WCAG 3.1.2): on pages whose language has a
// script of its own, a run of Latin words must stand in an element that says so.

const scripts = { ar: "Arab", he: "Hebr", ja: "Jpan", ko: "Kore", zh: "Hans", th: "Thai" }
const locales = ["ar-sa", "he-il", "ja-jp", "ko-kr", "zh-cn", "th-th"]
const below = ["", "guides/move/", "guides/night/", "reference/constructs/", "reference/signals/", "status/", "404.html"]

export default async ({ base, open, check }) => {
  const context = await open()
  const page = await context.newPage()
  let runs = 0
  for (const locale of locales) {
    for (const path of below) {
      await page.goto(base + "/" + locale + "/" + path)
      const found = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        const runs = []
        while (walker.nextNode()) {
          const { parentElement, data } = walker.currentNode
          if (parentElement.closest("script, style, template, noscript, .foot li:last-child, code, kbd, samp, [translate=no]")) continue
          // Two words at least: names such as JavaScript or CSV belong to every language.
          for (const run of data.match(/\p{sc=Latn}{2,}(?:[ ,.’'-]+\p{sc=Latn}{2,})+/gu) ?? []) {
            runs.push([run, parentElement.closest("[lang]").lang])
          }
        }
        return runs
      })
      runs += found.length
      for (const [run, lang] of found) {
        check(!(lang.split("-")[0] in scripts), `/${locale}/${path}: “${run}” is said to be ${lang}`)
      }
    }
  }
  await context.close()
  return `languages: ${runs} runs of another language on ${locales.length * below.length} pages`
}

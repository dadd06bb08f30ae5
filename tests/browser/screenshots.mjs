// Pictures of every template, in both directions, light and dark, at three widths:
// `node screenshots.mjs SITE FOLDER [NAME…]`. With names, such as `ltr-guide-light-1280`, those
// alone; the set of docs/screenshots is made by docs/screenshots/make.

import { chromium } from "playwright-core"
import { mkdir } from "node:fs/promises"
import { serve } from "./server.mjs"
import { every } from "./pages.mjs"

const [site, folder, ...names] = process.argv.slice(2)
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium"
const server = await serve(site)
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"], headless: true })
await mkdir(folder, { recursive: true })
for (const width of [360, 768, 1280]) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: "reduce" })
    // The same day in every set of pictures.
    await context.clock.setFixedTime(new Date("2026-11-20T12:00:00"))
    const page = await context.newPage()
    for (const [direction, name, address] of every) {
      const picture = [direction, name, colorScheme, width].join("-")
      if (names.length && !names.includes(picture)) continue
      await page.goto(server.base + address + (name === "start" ? "#languages" : ""))
      await page.screenshot({ path: folder + "/" + picture + ".png", fullPage: !names.length })
    }
    await context.close()
  }
}
await browser.close()
server.stop()

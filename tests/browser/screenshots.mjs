// Pictures of every template, in both directions, light and dark, at three widths:
// `node screenshots.mjs SITE FOLDER [NAME…]`. With names, such as `ltr-guide-light-1280`, those
// alone, what is seen without scrolling, as WebP; the set of the manual is made by docs/screenshots.

import { chromium } from "playwright-core"
import { mkdir, writeFile } from "node:fs/promises"
import { serve } from "./server.mjs"
import { every } from "./pages.mjs"

const [site, folder, ...names] = process.argv.slice(2)
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium"
const server = await serve(site)
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"], headless: true })
await mkdir(folder, { recursive: true })

// The browser itself writes WebP, at a third of the bytes of PNG.
const studio = await (await browser.newContext()).newPage()
const webp = async (png) => {
  const address = await studio.evaluate(async (bytes) => {
    const picture = await createImageBitmap(await (await fetch("data:image/png;base64," + bytes)).blob())
    const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height })
    canvas.getContext("2d").drawImage(picture, 0, 0)
    return canvas.toDataURL("image/webp", 0.86)
  }, png.toString("base64"))
  return Buffer.from(address.split(",")[1], "base64")
}

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
      const png = await page.screenshot({ fullPage: !names.length })
      if (names.length) await writeFile(folder + "/" + picture + ".webp", await webp(png))
      else await writeFile(folder + "/" + picture + ".png", png)
    }
    await context.close()
  }
}
await browser.close()
server.stop()

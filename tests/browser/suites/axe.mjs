// No page breaks a rule of WCAG that a program can see: every template in both directions, light
// and dark, with and without script.

import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { every } from "../pages.mjs"

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

export default async ({ base, open, check }) => {
  let looked = 0
  for (const colorScheme of ["light", "dark"]) {
    for (const script of [true, false]) {
      const context = await open({ colorScheme, script, bypassCSP: true })
      const page = await context.newPage()
      for (const [direction, name, address] of every) {
        // The start page leads on by script; a fragment keeps the reader on it.
        await page.goto(base + address + (name === "start" ? "#languages" : ""))
        const tested = await page.evaluate(async ([axe, tags]) => {
          if (!window.axe) (0, eval)(axe)
          const { violations, passes } = await window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] })
          return { violations: violations.flatMap((rule) => rule.nodes.map((node) => rule.id + " " + node.target + " " + node.failureSummary)), passes: passes.length }
        }, [axe, tags])
        looked += 1
        check(tested.passes > 10, `${address}: axe looked at nothing`)
        const how = `${direction} ${name} ${colorScheme} ${script ? "with" : "without"} script`
        for (const violation of tested.violations) check(false, `${how}: ${violation}`)
      }
      await context.close()
    }
  }
  return `axe: ${looked} pages looked at`
}

// Every page is HTML as the standard has it, by html-validate's rules for documents and for
// accessibility.

import { readdir, readFile } from "node:fs/promises"
import { HtmlValidate } from "html-validate"

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  // Writers name sections as they like, `50%-off` too: an id may hold all but white space (HTML, 3.2.6).
  rules: { "valid-id": ["error", { relaxed: true }] },
})

export default async ({ site, check }) => {
  const files = (await readdir(site, { recursive: true })).filter((name) => name.endsWith(".html"))
  check(files.length > 20, "the site has hardly any page")
  for (const name of files.sort()) {
    const text = await readFile(site + "/" + name, "utf8")
    const report = await validator.validateString(text, name)
    for (const { messages } of report.results) {
      for (const message of messages) check(false, `${name}:${message.line}:${message.column} ${message.ruleId} ${message.message}`)
    }
  }
  return `html-validate: ${files.length} pages`
}

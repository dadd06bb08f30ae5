// One page a template passes the checker that the HTML standard's own site offers. It needs Java.

import { execFile } from "node:child_process"
import { createRequire } from "node:module"
import { promisify } from "node:util"
import { every } from "../pages.mjs"

const run = promisify(execFile)

export default async ({ site, check }) => {
  if (await run("java", ["-version"]).then(() => false, () => true)) return "vnu: left out, there is no Java"
  const jar = String(createRequire(import.meta.url)("vnu-jar"))
  const files = every.map(([, , address]) => site + address + (address.endsWith("/") ? "index.html" : ""))
  const checked = await run("java", ["-jar", jar, "--format", "json", "--exit-zero-always", ...files], { maxBuffer: 1 << 26 })
  for (const message of JSON.parse(checked.stderr).messages) {
    if (message.type !== "error") continue
    check(false, `${message.url.slice(message.url.indexOf(site) + site.length)}:${message.lastLine} ${message.message} ${message.extract}`)
  }
  return `vnu: ${files.length} pages`
}

// How long it takes from the write of a page to the changed bytes, and to a window that shows them:
//
//     node benches/preview.mjs target/release/instep [--pages 10000] [--edits 50] [--hugo BIN] [--window]
//
// Makes a site of so many pages in five languages in a temporary folder, starts the preview, and
// edits one page after the other: first the text, then the title, which stands in the navigation of
// the whole language. `--hugo` measures Hugo's server on the same pages, in turn. `--window` has a
// Chromium show each page (it needs `npm ci` in tests/browser). The clock runs from the return of the
// write; the address is asked every 2 ms over a new connection.

import { spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { get as httpGet } from "node:http"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { parseArgs } from "node:util"

const { values, positionals: [program] } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: "string", default: "10000" }, edits: { type: "string", default: "50" }, hugo: { type: "string" }, window: { type: "boolean", default: false } },
})
const edits = Number(values.edits)
const LOCALES = ["en-US", "fr-FR", "nl-NL", "sv-SE", "de-DE"]
const documents = Math.round(Number(values.pages) / LOCALES.length)
const PER_FOLDER = 50

// A page of about 7 kB: sections with prose, links, a list, a table, code and a deadline.
const WORDS = {
  "en-US": "the harbour keeps every boat that rests here safe until its owner returns and asks for the key of the quay",
  "fr-FR": "le port garde chaque bateau qui repose ici jusqu’à ce que son propriétaire revienne et demande la clé du quai",
  "nl-NL": "de haven bewaart elke boot die hier rust totdat de eigenaar terugkomt en om de sleutel van de kade vraagt",
  "sv-SE": "hamnen vaktar varje båt som vilar här tills ägaren kommer tillbaka och ber om nyckeln till kajen",
  "de-DE": "der Hafen bewahrt jedes Boot das hier ruht bis der Eigner wiederkommt und nach dem Schlüssel des Kais fragt",
}
const name = (document) => "boat-" + String(document).padStart(6, "0")
const folder = (document) => "quay-" + String(Math.floor(document / PER_FOLDER)).padStart(4, "0")
const sentence = (words, from) => {
  const all = words.split(" ")
  const turned = [...all.slice(from % all.length), ...all.slice(0, from % all.length)].join(" ")
  return turned[0].toUpperCase() + turned.slice(1) + "."
}
const title = (document, locale) => `${WORDS[locale].split(" ")[1 + document % 9]} ${document}`
const body = (document, locale, link) => {
  const prose = (seed, count) => Array.from({ length: count }, (_, turn) => sentence(WORDS[locale], document + seed * 7 + turn)).join(" ")
  const part = (number) => {
    const target = Math.floor(document / PER_FOLDER) * PER_FOLDER + (document * 7 + number * 11) % PER_FOLDER
    const extra = [
      "> [!NOTE]\n> " + prose(number, 1),
      "- " + [1, 2, 3].map((turn) => prose(number + turn, 1)).join("\n- "),
      "| A | B |\n|---|---|\n| `a` | 1 |\n| `b` | 2 |",
      "```bash\nharbour open --boat " + document + " --wait\n```",
    ][number % 4]
    return `## <a name="part-${number}"></a>${title(document + number, locale)}\n\n${prose(number, 3)} [${title(target, locale)}](${link(target % documents)})\n\n${extra}\n\n${prose(number + 3, 2)}\n`
  }
  return Array.from({ length: 8 }, (_, number) => part(number)).join("\n")
}
const put = (path, text) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
const every = (act) => LOCALES.forEach((locale) => Array.from({ length: documents }, (_, document) => act(document, locale)))

const SITES = {
  instep: {
    make: (root) => {
      put(root + "/site.yaml", "title: Harbour\nbase_url: https://example.com\nsource_locale: en-US\n")
      every((document, locale) => {
        const front = `---\ntitle: ${title(document, locale)}\nms.date: ${String(document % 12 + 1).padStart(2, "0")}/15/2025\n---\n\n`
        put(SITES.instep.file(root, document, locale), front + `# <a name="top"></a>${title(document, locale)}\n\n` + body(document, locale, (to) => `../${folder(to)}/${name(to)}.md`))
      })
    },
    file: (root, document, locale) => `${root}/content/${locale}/${folder(document)}/${name(document)}.md`,
    start: (root, port) => [program, ["serve", "--root", root, "--port", String(port), "--quiet"]],
  },
  hugo: {
    make: (root) => {
      const languages = LOCALES.map((locale, weight) => `[languages.${locale.toLowerCase()}]\nlocale = "${locale}"\nlabel = "${locale}"\nweight = ${weight + 1}\ncontentDir = "content/${locale.toLowerCase()}"\n`)
      put(root + "/hugo.toml", `baseURL = "https://example.com/"\ntitle = "Harbour"\ndefaultContentLanguage = "en-us"\ndefaultContentLanguageInSubdir = true\ndisableKinds = ["taxonomy", "term", "RSS"]\n[markup.goldmark.renderer]\nunsafe = true\n[markup.highlight]\nnoClasses = false\n${languages.join("")}`)
      const page = "<!doctype html><html lang=\"{{ .Language.Locale }}\"><head><title>{{ .Title }}</title></head><body><nav><ul>{{ range .AllTranslations }}<li><a href=\"{{ .RelPermalink }}\">{{ .Language.Label }}</a></li>{{ end }}</ul></nav><nav><ul>{{ range .CurrentSection.RegularPages }}<li><a href=\"{{ .RelPermalink }}\">{{ .LinkTitle }}</a></li>{{ end }}</ul></nav><main><h1>{{ .Title }}</h1>{{ .Content }}</main><aside>{{ .TableOfContents }}</aside></body></html>"
      put(root + "/layouts/page.html", page)
      put(root + "/layouts/list.html", "<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href=\"{{ .RelPermalink }}\">{{ .LinkTitle }}</a></li>{{ end }}</ul>")
      put(root + "/layouts/_markup/render-link.html", "{{ $page := .Page.GetPage .Destination }}<a href=\"{{ with $page }}{{ .RelPermalink }}{{ else }}{{ .Destination }}{{ end }}\">{{ .Text }}</a>")
      every((document, locale) => {
        const front = `---\ntitle: ${title(document, locale)}\ndate: 2025-${String(document % 12 + 1).padStart(2, "0")}-15\n---\n\n`
        put(SITES.hugo.file(root, document, locale), front + body(document, locale, (to) => `../${folder(to)}/${name(to)}.md`))
      })
    },
    file: (root, document, locale) => `${root}/content/${locale.toLowerCase()}/${folder(document)}/${name(document)}.md`,
    start: (root, port) => [values.hugo, ["server", "-s", root, "-p", String(port), "--bind", "127.0.0.1", "--quiet"]],
  },
}

const freePort = () => new Promise((ready) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address()
    server.close(() => ready(port))
  })
})
const ask = (port, path) => new Promise((ready) => {
  httpGet({ host: "127.0.0.1", port, path, agent: false }, (response) => {
    const chunks = []
    response.on("data", (chunk) => chunks.push(chunk)).on("end", () => ready({ status: response.statusCode, text: Buffer.concat(chunks).toString() }))
  }).on("error", () => ready({ status: 0, text: "" }))
})
const waitFor = async (port, path, holds) => {
  const begun = performance.now()
  while (!holds(await ask(port, path))) {
    if (performance.now() - begun > 120_000) throw new Error("waited in vain for " + path)
    await sleep(2)
  }
}
const share = (list, part) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))]
const figures = (list) => `p50 ${share(list, 0.5).toFixed(1).padStart(7)} ms   p95 ${share(list, 0.95).toFixed(1).padStart(7)} ms`
const memory = (pid) => {
  try { return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) } catch { return 0 }
}

const EDITS = {
  text: (text, mark) => text + "\n\n" + mark + "\n",
  title: (text, mark) => text.replace("title: ", "title: " + mark + " "),
}

// Edits pages one after the other; gives the milliseconds until each is there.
const measure = async (site, root, kind, shown) => {
  const times = []
  for (let turn = 0; turn < edits; turn += 1) {
    const document = 3 + turn * 7 % Math.min(documents - 4, 350)
    const file = site.file(root, document, "fr-FR")
    const path = `/fr-fr/${folder(document)}/${name(document)}/`
    const mark = kind.toUpperCase() + turn + "X" + Date.now()
    const there = await shown(path, mark)
    const before = readFileSync(file, "utf8")
    writeFileSync(file, EDITS[kind](before, mark))
    const begun = performance.now()
    await there()
    times.push(performance.now() - begun)
    await sleep(200)
    writeFileSync(file, before)
    await sleep(200)
  }
  return times
}

const run = async (which) => {
  const site = SITES[which]
  const root = mkdtempSync(join(tmpdir(), "preview-"))
  site.make(root)
  const port = await freePort()
  const begun = performance.now()
  const server = spawn(...site.start(root, port), { stdio: "ignore" })
  const say = (what, text) => console.log(`${which.padEnd(7)} ${what.padEnd(16)} ${text}`)
  try {
    await waitFor(port, `/fr-fr/${folder(3)}/${name(3)}/`, ({ status }) => status === 200)
    say("first page", ((performance.now() - begun) / 1000).toFixed(2) + " s")
    await sleep(Math.max(3000, documents))
    const served = (path, mark) => () => waitFor(port, path, ({ text }) => text.includes(mark))
    for (const kind of ["text", "title"]) {
      say(kind + ", bytes", figures(await measure(site, root, kind, async (path, mark) => served(path, mark))))
    }
    if (values.window) await inWindow(port, (shown) => measure(site, root, "text", shown), (times) => say("text, window", figures(times)))
    const used = memory(server.pid)
    if (used) say("memory", `${Math.round(used / 1024)} MB, ${(used / documents / LOCALES.length).toFixed(1)} kB a page`)
  } finally {
    server.kill("SIGINT")
    await sleep(300)
    rmSync(root, { recursive: true, force: true })
  }
}

const inWindow = async (port, act, tell) => {
  const { chromium } = await import("../tests/browser/node_modules/playwright-core/index.mjs")
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync", "--disable-background-networking", "--disable-component-update"]
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args, headless: true })
  const page = await browser.newPage()
  const shown = async (path, mark) => {
    await page.goto(`http://127.0.0.1:${port}${path}`)
    await sleep(500)
    // Waited for within the window, frame by frame, so that asking costs the window nothing.
    const seen = page.waitForFunction((mark) => document.body.textContent.includes(mark), mark, { polling: "raf", timeout: 120_000 })
    return () => seen
  }
  tell(await act(shown))
  await browser.close()
}

console.log(`${documents * LOCALES.length} pages in ${LOCALES.length} languages, ${edits} edits of each kind`)
await run("instep")
if (values.hugo) await run("hugo")

// Makes a tree to measure search with: `node benches/search/tree.mjs DIR [--pages 10000]`.
//
// Words are drawn as often as languages use theirs: the word of rank r with a weight of 1 / (r + 2.7)
// (Zipf and Mandelbrot), out of 20,000 a language; the commonest are real, the rest are made of
// syllables. Three words in ten are of the page's own subject, and each folder of 50 pages has words
// that its pages share, as guides have. A page has about 900 words, a table and a block of code. The
// same every time.

import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { parseArgs } from "node:util"
import { random } from "./draw.mjs"

const { values, positionals: [root] } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: "string", default: "10000" } },
})
const COMMON = {
  "en-US": "the of and to a in is that for it as with be on you this by are or your at from can not when",
  "fr-FR": "de la le et les des en un du une que est pour qui dans a par plus pas au sur vous ce avec votre",
  "de-DE": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden Sie",
  "nl-NL": "de van het een en in is dat op te voor met zijn niet aan er om ook als dan maar bij uit naar door",
  "sv-SE": "och i att det som en på är av för med till den har de inte om ett men var jag sig från vid så",
}
const STARTS = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "pr", "tr", "kl", "br", "pl"]
const VOWELS = ["a", "e", "i", "o", "u", "ei", "au", "ie"]
const ENDS = ["", "", "", "n", "r", "s", "t", "l", "nd", "rk"]
const WORDS = 20_000
const PER_FOLDER = 50

/** The words of a language by how common they are. */
const vocabulary = (common, next) => {
  const pick = (list) => list[Math.floor(next() * list.length)]
  const words = new Set(common.split(" "))
  while (words.size < WORDS) {
    const length = 1 + Math.floor(next() * 2 + Math.min(2, words.size / 2_000))
    words.add(Array.from({ length }, () => pick(STARTS) + pick(VOWELS) + pick(ENDS)).join(""))
  }
  return [...words]
}

/** Sums of the weights of all words up to each. */
const sums = () => {
  let sum = 0
  return Float64Array.from({ length: WORDS }, (_, rank) => (sum += 1 / (rank + 2.7)))
}
const SUMS = sums()
const rank = (next) => {
  const wanted = next() * SUMS[WORDS - 1]
  let [low, high] = [0, WORDS - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (SUMS[middle] < wanted) low = middle + 1
    else high = middle
  }
  return low
}

const large = (word) => word[0].toUpperCase() + word.slice(1)

/** A page: its title and its text. */
const page = (words, shared, next) => {
  const pick = (list) => list[Math.floor(next() * list.length)]
  const subject = [...shared, ...Array.from({ length: 30 }, () => words[100 + Math.floor(next() * (WORDS - 100))])]
  const word = () => (next() < 0.3 ? pick(subject) : words[rank(next)])
  const run = (length) => Array.from({ length }, word).join(" ")
  const sentence = () => large(run(8 + Math.floor(next() * 12))) + "."
  const prose = (sentences) => Array.from({ length: sentences }, sentence).join(" ")
  const title = large(Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(subject)).join(" "))
  const part = (number) => `## ${large(pick(subject))} ${run(2)}\n\n${prose(4)}\n\n${[
    "- " + [prose(1), prose(1), prose(1)].join("\n- "),
    `| ${large(pick(subject))} | ${large(pick(subject))} |\n|---|---|\n| ${run(2)} | ${Math.floor(next() * 9999)} |\n| ${run(2)} | ${Math.floor(next() * 9999)} |`,
    "```bash\n" + [1, 2, 3, 4].map(() => `${pick(subject)} --${pick(subject)} ${pick(subject)}_${Math.floor(next() * 99)}`).join("\n") + "\n```",
    "> [!NOTE]\n> " + prose(1),
  ][number % 4]}\n\n${prose(2)}\n`
  return { title, text: prose(3) + "\n\n" + Array.from({ length: 8 }, (_, number) => part(number)).join("\n") }
}

const documents = Math.round(Number(values.pages) / Object.keys(COMMON).length)
const put = (path, text) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
Object.entries(COMMON).forEach(([locale, common], at) => {
  const next = random(7 + at)
  const words = vocabulary(common, next)
  let shared = []
  for (let document = 0; document < documents; document += 1) {
    if (document % PER_FOLDER === 0) shared = Array.from({ length: 12 }, () => words[60 + Math.floor(next() * 2_000)])
    const { title, text } = page(words, shared, next)
    const name = `part-${String(Math.floor(document / PER_FOLDER)).padStart(4, "0")}/guide-${String(document).padStart(6, "0")}`
    put(join(root, "content", locale, name + ".md"), `---\ntitle: ${title}\nms.date: 2026-01-15\n---\n\n# ${title}\n\n${text}`)
  }
})
put(join(root, "site.yaml"), "title: Search\nsource_locale: en-US\n")

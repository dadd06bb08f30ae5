// Numbers and queries that look drawn at random and are the same every time.

/** Numbers from 0 to 1, always the same ones for a seed (mulberry32). */
export const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

const SEED = 20_261_121
const PAGES = 60
/** So much of a page is read, in letters. */
const READ = 20_000

/** The words of a Markdown page, its title first: without front matter, code blocks, markup and addresses. */
const words = (text, locale) => {
  const plain = text.slice(0, READ)
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/^```[\s\S]*?^```/gm, " ")
    .replace(/<[^>]*>|\]\([^)]*\)|\[!\w+\]|https?:\S+/g, " ")
  const [title, rest] = /^# (.*)$/m.test(plain) ? [/^# (.*)$/m.exec(plain)[1], plain.replace(/^# .*$/m, "")] : ["", plain]
  const segmenter = new Intl.Segmenter(locale, { granularity: "word" })
  const cut = (text) => [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
  return { title: cut(title), text: cut(rest) }
}

/** Queries over the pages of a locale, of five kinds in turn. */
export const drawn = async (names, read, { locale, count }) => {
  const next = random(SEED)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const pages = []
  for (let turn = 0; turn < PAGES; turn += 1) pages.push(words(await read(pick(names)), locale))
  const holding = new Map()
  for (const { title, text } of pages) {
    for (const word of new Set([...title, ...text].map((word) => word.toLowerCase()))) holding.set(word, (holding.get(word) ?? 0) + 1)
  }
  const long = (word) => word.length > 3 || /[^\p{sc=Latin}\d]/u.test(word)
  const frequent = [...holding].filter(([word]) => long(word)).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, 30).map(([word]) => word)
  const joined = /^(ja|zh|th)/.test(locale) ? "" : " "
  const run = ({ text }, length) => {
    const from = Math.floor(next() * Math.max(1, text.length - length))
    return text.slice(from, from + length).join(joined)
  }
  const kinds = [
    ({ title, text }) => pick(title.filter(long)) ?? pick(text),
    ({ title, text }) => title.slice(0, 6).join(joined) || text.slice(0, 2).join(joined),
    (page) => run(page, 2),
    (page) => run(page, 4),
    () => [pick(frequent), pick(frequent)].join(" "),
  ]
  return Array.from({ length: count }, (_, turn) => kinds[turn % kinds.length](pick(pages)))
}

// Finds on the page what stands in the source: a line of Markdown, by its words.

const BLOCKS = "p, li, td, th, h1, h2, h3, h4, h5, h6, pre, dt, dd, summary, figcaption, blockquote"

const squeezed = (text) => text.replace(/\s+/g, " ").trim()

// A line of Markdown as a reader sees it, near enough to be found.
const plain = (line) => squeezed(line
  .replace(/<[^>]*>/g, "")
  .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
  .replace(/^\s*(?:[>#*+-]+|\d+[.)])\s+/g, "")
  .replace(/\[!\w+\]/g, "")
  .replace(/[*_`|\\]/g, ""))

// The words of a block, without what the theme's script has put there.
const wordsOf = (block) => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let text = ""
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.closest(".badge, button, .anchor")) text += node.data
  }
  return text
}

const bare = (text) => squeezed(text.replace(/[*_`|\\]/g, ""))

// The blocks of a section, or those before the first heading.
const blocksOf = (text, section) => {
  const all = [...text.querySelectorAll(BLOCKS)]
  const heading = section && document.getElementById(section)
  const isHeading = (element) => /^H[1-6]$/.test(element.nodeName) && element.id
  const from = heading ? all.indexOf(heading) : 0
  if (from < 0) return all
  const after = all.slice(from + (heading ? 1 : 0))
  const next = after.findIndex(isHeading)
  return all.slice(from, next < 0 ? undefined : from + (heading ? 1 : 0) + next)
}

// The words within a block, as a range that can be marked without touching the page.
const rangeOf = (block, words) => {
  if (!words) return null
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const nodes = []
  let text = ""
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push([text.length, node])
    text += node.data
  }
  const start = text.indexOf(words)
  if (start < 0) return null
  const range = new Range()
  const at = (offset) => nodes.findLast(([from]) => from <= offset)
  const [first, last] = [at(start), at(start + words.length - 1)]
  range.setStart(first[1], start - first[0])
  range.setEnd(last[1], start + words.length - last[0])
  return range
}

/** Where a finding stands on the page: its block, and the words meant, where they are found. */
export const locate = ({ section, line, marked }) => {
  const text = document.querySelector("main .text") ?? document.querySelector("main")
  if (!text) return null
  const blocks = blocksOf(text, section)
  const wanted = plain(line ?? "")
  const fits = (block) => {
    const words = bare(wordsOf(block))
    return words && (words.includes(wanted.slice(0, 60)) || words.length > 12 && wanted.includes(words))
  }
  const block = wanted ? blocks.findLast(fits) : null
  const place = block ?? (section && document.getElementById(section))
  if (!place) return null
  const link = block && [...block.querySelectorAll("a[href], .outside")].find((element) => {
    const target = "](" + marked
    const words = element.textContent
    return marked && words && (line.includes("[" + words + target) || line.includes("[" + words + "][")) && line.includes(target)
  })
  const range = block && (rangeOf(block, marked) ?? rangeOf(block, bare(marked)) ?? (link && rangeOf(block, link.textContent)))
  return { place, range }
}

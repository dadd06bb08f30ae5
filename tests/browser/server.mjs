// A built site on the loopback, as a plain file server gives it: a folder by its index, and the
// nearest 404.html for what is not there.

import { createServer } from "node:http"
import { readFile, stat } from "node:fs/promises"
import { join, normalize, extname } from "node:path"

const kinds = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript",
  ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png",
  ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".md": "text/markdown; charset=utf-8",
  ".ics": "text/calendar", ".csv": "text/csv", ".wasm": "application/wasm",
}

const found = async (root, path) => {
  const place = join(root, normalize(path))
  const kind = await stat(place).catch(() => null)
  if (kind?.isFile()) return place
  if (!kind?.isDirectory() || !path.endsWith("/")) return null
  const index = join(place, "index.html")
  return (await stat(index).catch(() => null)) ? index : null
}

/** The path that is asked for, as it is written on the disk. What is no UTF-8 is on no disk, and stays as it came. */
const pathOf = (address) => {
  const path = address.split("?", 1)[0]
  try { return decodeURIComponent(path) } catch { return path }
}

const missing = async (root, path) => {
  const locale = path.split("/")[1] ?? ""
  return (await found(root, "/" + locale + "/404.html")) ?? (await found(root, "/404.html"))
}

/**
 * Serves a folder; gives its address, every answer so far, and how to stop. `change` is given the
 * path and the bytes of each file, and makes what is answered.
 */
export const serve = async (root, change = (file, bytes) => bytes) => {
  const asked = []
  const server = createServer(async (request, response) => {
    const path = pathOf(request.url)
    const there = await found(root, path)
    const file = there ?? (await missing(root, path))
    const body = file ? Buffer.from(change(file, await readFile(file))) : Buffer.from("404")
    asked.push({ path, status: there ? 200 : 404, bytes: body.length })
    response.writeHead(there ? 200 : 404, { "content-type": kinds[extname(file ?? "")] ?? "application/octet-stream" })
    response.end(body)
  })
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready))
  return { base: "http://127.0.0.1:" + server.address().port, asked, stop: () => server.close() }
}

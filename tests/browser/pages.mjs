// The pages of tests/sites/readers by what they are, one a template and more where one template
// has several faces, in both directions.

export const pages = {
  ltr: {
    start: "/",
    home: "/en-us/",
    guide: "/en-us/guides/move/",
    constructs: "/en-us/reference/constructs/",
    bilingual: "/fr-fr/guides/move/",
    superseded: "/en-us/guides/move/2025-06-10/",
    fallback: "/fr-fr/guides/night/",
    changes: "/en-us/guides/move/changes/",
    status: "/en-us/status/",
    "status-all": "/status/",
    missing: "/en-us/404.html",
    japanese: "/ja-jp/guides/move/",
    "japanese-home": "/ja-jp/",
    chinese: "/zh-cn/guides/move/",
    "chinese-status": "/zh-cn/status/",
  },
  rtl: {
    home: "/ar-sa/",
    guide: "/ar-sa/guides/move/",
    constructs: "/ar-sa/reference/constructs/",
    superseded: "/ar-sa/guides/move/2024-05-01/",
    fallback: "/ar-sa/guides/night/",
    changes: "/ar-sa/guides/move/changes/",
    status: "/ar-sa/status/",
    missing: "/ar-sa/404.html",
    hebrew: "/he-il/guides/move/",
    "hebrew-home": "/he-il/",
    "hebrew-status": "/he-il/status/",
  },
}

/** Every page as `[direction, name, address]`. */
export const every = Object.entries(pages).flatMap(([direction, named]) =>
  Object.entries(named).map(([name, address]) => [direction, name, address]))

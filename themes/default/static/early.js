// Before anything is painted: that what needs a script has one, and the colours that the reader chose.
document.documentElement.dataset.script = ""
try {
  const theme = localStorage.getItem("theme")
  if (theme) document.documentElement.dataset.theme = theme
} catch {}

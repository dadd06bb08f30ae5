# The words of the interface. English is the reference for all other languages.
# Messages named in templates have no variables; those with variables are filled in when a page is
# made. A message whose one variable is $count is also filled in by the reader's browser: there
# every plural form but "one" (in languages where it means 1 alone) must contain { $count }.

## Around every page

skip-to-content = Skip to content
menu = Menu
close = Close
navigation = Guides
breadcrumbs = You are here
contents = On this page
home = Home

# Switches of language, version and colours
languages = Language
language-missing = not translated
versions = Version
version-current = current
version-undated = undated
# Said of a link to the same page elsewhere, where the section at hand does not exist.
switch-nearest = leads to the nearest section
switch-top = leads to the top of the page
theme = Colours
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
theme-system = As the system

# Search
search = Search
search-hint = Press / or Ctrl+K
search-placeholder = Search the guides
search-loading = Searching…
search-none = No page contains these words.
search-more = More results
search-failed = The search could not be loaded. Please try again.
search-part = Part of the site
search-everywhere = everywhere
# Words that stand on every page: search leaves them out where others remain.
search-small = a an and are as at be by do for from has have how i in is it my of on or that the this to was what when where which who why will with you your
search-without-script = Searching this site takes JavaScript. Without it, the menu lists every guide, and the search of your browser finds words on a page.
search-results = { $count ->
    [one] { $count } result
   *[other] { $count } results
}

## A guide

note = Note
tip = Tip
important = Important
warning = Warning
caution = Caution

previous = Previous
next = Next
neighbours = More guides
edit = Edit this page
changes-link = What changed
last-updated = Last updated
translation-human = Translated by people
translation-machine = Translated by machine

link-to-section = Link to this section
outside-link = not part of this site
outside-image = image that is not part of this site
video = Video
code = Code
copy = Copy
copied = Copied
table = Table
footnote = Footnote
footnotes = Footnotes
back-to-text = Back to the text
task-done = done
task-open = not done
image-enlarge = Enlarge the image
original-show = Show the original
original-hide = Hide the original

## Notices above a guide

# $date (String): when the newer revision was written
notice-superseded = A newer version of this guide was published on { $date }.
notice-superseded-undated = There is a newer version of this guide.
notice-superseded-action = Go to the current version
# $language (String): the name of the language of the newer text
notice-behind-days = { $count ->
    [one] The text in { $language } is one day newer than this translation.
   *[other] The text in { $language } is { $count } days newer than this translation.
}
notice-behind-weeks = { $count ->
    [one] The text in { $language } is one week newer than this translation.
   *[other] The text in { $language } is { $count } weeks newer than this translation.
}
notice-behind-months = { $count ->
    [one] The text in { $language } is one month newer than this translation.
   *[other] The text in { $language } is { $count } months newer than this translation.
}
notice-behind-years = { $count ->
    [one] The text in { $language } is one year newer than this translation.
   *[other] The text in { $language } is { $count } years newer than this translation.
}
notice-behind = The text in { $language } has changed since this translation was made.
notice-incomplete = { $count ->
    [one] One section of the text in { $language } is not translated here.
   *[other] { $count } sections of the text in { $language } are not translated here.
}
notice-read = Read it in { $language }
# $wanted, $shown (String): names of languages
notice-fallback = This guide has not been translated into { $wanted } yet. You see it in { $shown }.
notice-fallback-action = All guides in { $language }
notice-machine = This guide was translated by machine and may contain mistakes.
notice-passed = { $count ->
    [one] A deadline on this page has passed.
   *[other] { $count } deadlines on this page have passed.
}
notice-passed-action = Show it
# Two sentences of a notice, one after the other
sentences = { $first } { $second }

# In the place of a section that the translation lacks, and above one that has changed since
section-missing = Not translated yet: “{ $title }”.
section-changed = Changed in the newest text: “{ $title }”.

## Deadlines

deadline-before = before
deadline-by = by
deadline-on = on
deadline-after = after
badge-passed = passed
badge-today = today
badge-due = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}

## Home

home-guides = Guides
home-recent = What is new
home-deadlines = Deadlines
home-deadlines-passed = Passed
feed = Feed
feed-title = { $site }: new and changed guides
calendar = Calendar
calendar-title = { $site }: deadlines
for-programs = For programs

## What changed

changes = Changes
changes-title = Changes in “{ $title }”
changes-back = Back to the guide
changes-none = Only the date has changed.
changes-to = to
change-added = added
change-removed = removed
change-changed = changed
change-moved = moved

## Status

status = Translation status
status-of = Translation status: { $language }
status-all = All languages
status-newest = newest
status-up-to-date = up to date
status-behind = behind
status-incomplete = incomplete
status-missing = missing
status-orphan = without source
status-unknown = unknown
status-absent = not planned
status-legend = What the words mean
status-newest-meaning = The text that the others are measured against.
status-up-to-date-meaning = Nothing is newer and nothing is missing.
status-behind-meaning = Another language has a newer text.
status-incomplete-meaning = Of the same date, but parts are missing.
status-missing-meaning = There is no translation.
status-orphan-meaning = The text that it was translated from is gone.
status-unknown-meaning = There is nothing to decide by.
status-absent-meaning = It is meant to be missing.
status-guide = Guide
status-coverage = Share of guides that are up to date
status-share = { $fresh } of { $total }
status-percent = { $percent } %
status-filter = Show
status-filter-all = everything
status-download = Download:
status-shown = Shown: { $shown } of { $total }, those that need work most. The files hold all.
status-timeline = { $count ->
    [one] One deadline, on { $first }
   *[other] { $count } deadlines, from { $first } to { $last }
}
status-behind-days = { $count ->
    [one] one day
   *[other] { $count } days
}
status-behind-weeks = { $count ->
    [one] one week
   *[other] { $count } weeks
}
status-behind-months = { $count ->
    [one] one month
   *[other] { $count } months
}
status-behind-years = { $count ->
    [one] one year
   *[other] { $count } years
}
status-sections-missing = { $count ->
    [one] one section
   *[other] { $count } sections
}

## Other pages

missing-title = Page not found
missing-text = There is no page at this address. It may have moved, or the link may have a mistake in it.
missing-home = Go to the home page
start-title = Choose your language
redirect-title = This page has moved
redirect-text = Its new address is:

# What the reader chooses between: programming languages, editions of a product
pivots = Show this page for

# Kinds of links on a landing page
links-architecture = Architecture
links-concept = Concept
links-deploy = Deploy
links-download = Download
links-get-started = Get started
links-how-to-guide = How-to guide
links-learn = Learn
links-overview = Overview
links-quickstart = Quickstart
links-reference = Reference
links-sample = Sample
links-tutorial = Tutorial
links-video = Video
links-whats-new = What is new

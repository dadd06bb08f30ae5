# What the program itself says on a command line, beside the words of the interface (`status-…`,
# `deadline-…`, `change-…`). Messages of findings are not among them, nor what programs read.
# Table headings are short: each stands over a narrow column.

## Work under way

cli-reading = reading
cli-rendering = rendering
cli-cache-damaged = what was remembered in `.instep/` is damaged and is made anew
# Said with --verbose. $stamped is the number of translations whose source was looked up in git.
cli-read = read { $files } files in { $seconds } s: { $documents } documents, { $locales } languages, { $stamped } sources looked up in git

## Findings

cli-findings-none = no findings
# $levels (String): such as “3 deny, 41 warn”; the words are those of the settings
cli-findings = { $levels } in { $count ->
    [one] { $count } file
   *[other] { $count } files
}
cli-silenced = { $count ->
    [one] { $count } finding silenced by a comment
   *[other] { $count } findings silenced by comments
}
cli-next-explain = `instep explain { $code }` tells what this means and what to do
cli-next-fix = { $count ->
    [one] `instep check --fix` mends { $count } of them; add `--dry-run` to see how
   *[other] `instep check --fix` mends { $count } of them; add `--dry-run` to see how
}
# Of `check --since`. $ref (String): what the tree was compared with
cli-since = { $count ->
    [one] { $count } finding that `{ $ref }` has too is left out
   *[other] { $count } findings that `{ $ref }` has too are left out
}
cli-fixed = { $count ->
    [one] { $count } finding mended
   *[other] { $count } findings mended
} in { $files ->
    [one] { $files } file
   *[other] { $files } files
}
cli-fixable = { $count ->
    [one] { $count } finding would be mended
   *[other] { $count } findings would be mended
} in { $files ->
    [one] { $files } file
   *[other] { $files } files
}
cli-fix-none = nothing here can be mended without a person

## Headings of tables

cli-column-findings = findings
cli-column-silenced = silenced
cli-column-files = files
cli-column-level = level
cli-column-code = code
cli-column-meaning = meaning
cli-column-date = date
cli-column-days = days
cli-column-asks = asks
cli-column-language = language
cli-column-written = as written
cli-column-place = place

## Deadlines

cli-mention = mention
cli-due = due
cli-upcoming = upcoming
cli-deadlines-none = no deadlines
cli-deadlines = { $passed } passed, { $due } due, { $upcoming } upcoming
cli-deadlines-differ = { $count ->
    [one] { $count } section differs between languages
   *[other] { $count } sections differ between languages
}
cli-disagree = the languages disagree in { $place }
cli-next-deadlines = change the text, or say why it stays: `instep explain deadline/passed`

## Drift

cli-drift-none = no documents
cli-drift = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}: { $behind ->
    [one] { $behind } translation behind
   *[other] { $behind } translations behind
}, { $incomplete } incomplete, { $missing } missing
cli-drift-newest = newest: { $locale }, by { $key }: { $file }
cli-drift-newest-of = newest: { $locale } of { $date }, by { $key }: { $file }
cli-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
cli-evidence-source-hash = by the hash of its source
cli-evidence-source-commit = by the commit of its source
cli-evidence-units = by the sentences it was made from
cli-evidence-shape = by the shape of both texts
cli-evidence-dates = by the dates alone
cli-section-changed = changed
cli-section-missing = missing
cli-section-extra = extra
cli-section-renamed = renamed
cli-section-moved = moved
cli-line = line { $line }
cli-instead-of = instead of { $anchor }
cli-kind-link = link
cli-kind-code = code
cli-kind-date = date
cli-kind-number = number
cli-kind-image = image
cli-kind-alert = alert
cli-kind-list = list
cli-kind-table = table
cli-kind-heading = heading
cli-kind-text = text
cli-value-extra = { $found } is not in the newest
cli-value-missing = { $expected } is missing
cli-drift-fragments = { $count ->
    [one] { $count } of them is a fragment that names its source
   *[other] { $count } of them are fragments that name their source
}
cli-drift-share = 92: share of the newest text’s sections, in percent
cli-redo-changed = changed in the source
cli-redo-missing = missing
cli-redo-removed = removed from the source
cli-redo-extra = not in the source
cli-redo-differs = differs
cli-redo-front = front matter
cli-redo-opening = before the first heading
cli-redo-from = made from { $stamp } of { $file }
cli-redo-beside = beside { $file }
cli-redo-count = { $all ->
    [one] { $done } of { $all } section to look at
   *[other] { $done } of { $all } sections to look at
}
cli-redo-place = { $file }, line { $line }
cli-redo-not-in = not in { $file }
cli-redo-after = it would follow the section at line { $line }
cli-redo-gone = no longer in the source: { $text }
cli-redo-renamed = under another anchor than in the newest text
cli-redo-moved = at another place than in the newest text
cli-next-drift = `instep drift { $document }` shows section by section what to redo
cli-next-review = when it is redone: `instep review { $document } --locale { $locale }`

## Two texts

cli-same = the texts are the same
cli-same-lines = { $count ->
    [one] … { $count } line is the same
   *[other] … { $count } lines are the same
}
cli-opening = title and opening
cli-not-there = (not there)
cli-review-ask = record that the translation was checked against this source? [y/N]
cli-review-ask-absent = shall { $anchor } stay missing in { $locale }? [y/N]
cli-review-nothing = nothing is recorded; `--yes` records it
cli-review-recorded = recorded in { $file }

## Import

cli-others = others
cli-skipped = skipped
cli-current = current
cli-superseded = superseded
cli-more = … and { $count } more
cli-plan = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { $others ->
    [one] { $others } other file
   *[other] { $others } other files
}, { $skipped } skipped
cli-next-import = nothing is written yet: the same without `--dry-run` does it
cli-next-imported = next: `instep drift` shows what lags, `instep serve --open` the site

## Build

cli-built = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
} in { $locales ->
    [one] { $locales } language
   *[other] { $locales } languages
}, { $written ->
    [one] { $written } file
   *[other] { $written } files
} written, { $kept } kept, { $removed } removed in { $seconds } s: { $folder }
cli-built-findings = { $deny ->
    [0] { $warn } to warn of: see `instep check`
   *[other] { $deny } to deny, { $warn } to warn of: see `instep check`
}
cli-built-address = note: without a whole `base_url` there are no canonical links, no `hreflang` and no sitemap: see `instep explain site/base-url`
cli-next-built = next: `instep serve --open` shows it
cli-verified = { $count ->
    [one] { $count } difference
   *[other] { $count } differences
} from the manifest of { $folder }
cli-file-missing = missing
cli-file-changed = changed
cli-file-extra = not of this build
cli-merged = { $shards ->
    [one] { $shards } shard
   *[other] { $shards } shards
} joined, { $written } files written, { $kept } kept, { $removed } removed in { $seconds } s: { $folder }

## Init

cli-init-kept = { $file } is there already, and stays as it is
cli-init-next = next: cd { $folder } && instep serve --open
cli-init-next-here = next: instep serve --open

## Preview

# $address (String): such as “http://127.0.0.1:1111/”
cli-preview-at = { $address } (Ctrl-C ends it)
cli-preview-public = other machines can reach this address
# $reason (String): a sentence
cli-preview-polling = changes are looked for again and again: { $reason }
cli-preview-blind = the system tells of no more changes; this is shown as it stands
cli-preview-browser = no browser could be opened
# $error (String): a sentence
cli-preview-before = { $error }; what was read before is shown
# $time (String): such as “8 ms”; $found: cli-preview-found or cli-findings-none
cli-preview-read = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
} in { $languages ->
    [one] { $languages } language
   *[other] { $languages } languages
}, read in { $time }; { $found }
# $levels (String): such as “3 deny, 41 warn”
cli-preview-found = findings: { $levels }
cli-preview-same = findings as before
# $difference (String): such as “+1 (link/broken) -2”: how many came, and how many went
cli-preview-difference = findings { $difference }
# Files that changed at once; always three or more.
cli-preview-files = { $count } files in { $folder }
cli-preview-files-more = { $count } files in { $folder } and { $others ->
    [one] { $others } other folder
   *[other] { $others } other folders
}

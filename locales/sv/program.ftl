cli-reading = läser
cli-rendering = skapar sidor
cli-cache-damaged = det som sparats i `.instep/` är skadat och görs om
cli-read = läste { $files } filer på { $seconds } s: { $documents } dokument, { $locales } språk, { $stamped } källor hämtade ur git
cli-findings-none = inga fynd
cli-findings = { $levels } i { $count ->
    [one] { $count } fil
   *[other] { $count } filer
}
cli-silenced = { $count ->
    [one] { $count } fynd tystat av en kommentar
   *[other] { $count } fynd tystade av kommentarer
}
cli-next-explain = `instep explain { $code }` säger vad det betyder och vad som ska göras
cli-next-fix = `instep check --fix` lagar { $count } av dem; lägg till `--dry-run` för att se hur
cli-since = { $count ->
    [one] { $count } fynd som `{ $ref }` också har är utelämnat
   *[other] { $count } fynd som `{ $ref }` också har är utelämnade
}
cli-fixed = { $count ->
    [one] { $count } fynd lagat
   *[other] { $count } fynd lagade
} i { $files ->
    [one] { $files } fil
   *[other] { $files } filer
}
cli-fixable = { $count ->
    [one] { $count } fynd skulle lagas
   *[other] { $count } fynd skulle lagas
} i { $files ->
    [one] { $files } fil
   *[other] { $files } filer
}
cli-fix-none = inget här kan lagas utan en människa
cli-column-findings = fynd
cli-column-silenced = tystade
cli-column-files = filer
cli-column-level = nivå
cli-column-code = kod
cli-column-meaning = betydelse
cli-column-date = datum
cli-column-days = dagar
cli-column-asks = kräver
cli-column-language = språk
cli-column-written = som skrivet
cli-column-place = plats
cli-mention = omnämnande
cli-due = nära
cli-upcoming = kommande
cli-deadlines-none = inga tidsgränser
cli-deadlines = { $passed } passerade, { $due } nära, { $upcoming } kommande
cli-deadlines-differ = { $count ->
    [one] { $count } avsnitt skiljer sig mellan språken
   *[other] { $count } avsnitt skiljer sig mellan språken
}
cli-disagree = språken säger emot varandra i { $place }
cli-next-deadlines = ändra texten, eller säg varför den står kvar: `instep explain deadline/passed`
cli-drift-none = inga dokument
cli-drift = { $documents } dokument: { $behind ->
    [one] { $behind } översättning efter
   *[other] { $behind } översättningar efter
}, { $incomplete } ofullständiga, { $missing } saknas
cli-drift-newest = nyast: { $locale }, enligt { $key }: { $file }
cli-drift-newest-of = nyast: { $locale } av den { $date }, enligt { $key }: { $file }
cli-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagar
}
cli-evidence-source-hash = enligt källans hash
cli-evidence-source-commit = enligt källans commit
cli-evidence-units = enligt meningarna som den gjordes av
cli-evidence-shape = enligt båda texternas form
cli-evidence-dates = enligt datumen allena
cli-section-changed = ändrat
cli-section-missing = saknas
cli-section-extra = extra
cli-section-renamed = omdöpt
cli-section-moved = flyttat
cli-line = rad { $line }
cli-instead-of = i stället för { $anchor }
cli-kind-link = länk
cli-kind-code = kod
cli-kind-date = datum
cli-kind-number = tal
cli-kind-image = bild
cli-kind-alert = ruta
cli-kind-list = lista
cli-kind-table = tabell
cli-kind-heading = rubrik
cli-kind-text = text
cli-value-extra = { $found } finns inte i den nyaste
cli-value-missing = { $expected } saknas
cli-drift-fragments = { $count ->
    [one] varav { $count } fragment som anger sin källa
   *[other] varav { $count } fragment som anger sin källa
}
cli-drift-share = 92: andel av avsnitten i den nyaste texten, i procent
cli-redo-changed = ändrat i källan
cli-redo-missing = saknas
cli-redo-removed = borttaget ur källan
cli-redo-extra = inte i källan
cli-redo-differs = avviker
cli-redo-front = filhuvudet
cli-redo-opening = före första rubriken
cli-redo-from = gjort efter { $stamp } av { $file }
cli-redo-beside = bredvid { $file }
cli-redo-count = { $all ->
    [one] { $done } av { $all } avsnitt att se över
   *[other] { $done } av { $all } avsnitt att se över
}
cli-redo-place = { $file }, rad { $line }
cli-redo-not-in = inte i { $file }
cli-redo-after = skulle stå efter avsnittet på rad { $line }
cli-redo-gone = finns inte längre i källan: { $text }
cli-redo-renamed = under ett annat ankare än i den nyaste texten
cli-redo-moved = på en annan plats än i den nyaste texten
cli-next-drift = `instep drift { $document }` visar avsnitt för avsnitt vad som ska göras om
cli-next-review = när det är gjort: `instep review { $document } --locale { $locale }`
cli-same = texterna är lika
cli-same-lines = { $count ->
    [one] … { $count } rad är lika
   *[other] … { $count } rader är lika
}
cli-opening = titel och inledning
cli-not-there = (finns inte)
cli-review-ask = anteckna att översättningen har jämförts med denna källa? [y/N]
cli-review-ask-absent = ska { $anchor } fortsätta saknas på { $locale }? [y/N]
cli-review-nothing = inget är antecknat; `--yes` antecknar det
cli-review-recorded = antecknat i { $file }
cli-others = övriga
cli-skipped = överhoppade
cli-current = aktuell
cli-superseded = ersatt
cli-more = … och { $count } till
cli-plan = { $documents } dokument, { $pages ->
    [one] { $pages } sida
   *[other] { $pages } sidor
}, { $others ->
    [one] { $others } annan fil
   *[other] { $others } andra filer
}, { $skipped } överhoppade
cli-next-import = inget är skrivet än: samma kommando utan `--dry-run` gör det
cli-next-imported = härnäst: `instep drift` visar vad som släpar, `instep serve --open` webbplatsen
cli-built = { $pages ->
    [one] { $pages } sida
   *[other] { $pages } sidor
} på { $locales } språk, { $written ->
    [one] { $written } fil skriven
   *[other] { $written } filer skrivna
}, { $kept } kvar, { $removed } borttagna på { $seconds } s: { $folder }
cli-built-findings = { $deny ->
    [0] { $warn } att varna för: se `instep check`
   *[other] { $deny } att neka, { $warn } att varna för: se `instep check`
}
cli-built-address = anmärkning: utan en hel adress i `base_url` finns inga kanoniska länkar, ingen `hreflang` och ingen webbplatskarta: se `instep explain site/base-url`
cli-next-built = härnäst: `instep serve --open` visar den
cli-verified = { $count ->
    [one] { $count } skillnad
   *[other] { $count } skillnader
} från manifestet för { $folder }
cli-file-missing = saknas
cli-file-changed = ändrad
cli-file-extra = inte av detta bygge
cli-merged = { $shards ->
    [one] { $shards } del
   *[other] { $shards } delar
} sammanfogade, { $written } filer skrivna, { $kept } kvar, { $removed } borttagna på { $seconds } s: { $folder }
cli-init-kept = { $file } finns redan, och får vara som den är
cli-init-next = härnäst: cd { $folder } && instep serve --open
cli-init-next-here = härnäst: instep serve --open

## Preview

# $address (String): such as “http://127.0.0.1:1111/”
cli-preview-at = { $address } (Ctrl-C avslutar)
cli-preview-public = andra datorer kan nå den här adressen
# $reason (String): a sentence
cli-preview-polling = ändringar söks om och om igen: { $reason }
cli-preview-blind = systemet berättar inte längre om ändringar; detta visas som det är
cli-preview-browser = ingen webbläsare kunde öppnas
# $error (String): a sentence
cli-preview-before = { $error }; det som lästes tidigare visas
# $time (String): such as “8 ms”; $found: cli-preview-found or cli-findings-none
cli-preview-read = { $pages ->
    [one] { $pages } sida
   *[other] { $pages } sidor
} på { $languages ->
    [one] { $languages } språk
   *[other] { $languages } språk
}, lästa på { $time }; { $found }
# $levels (String): such as “3 deny, 41 warn”
cli-preview-found = fynd: { $levels }
cli-preview-same = fynden som förut
# $difference (String): such as “+1 (link/broken) -2”: how many came, and how many went
cli-preview-difference = fynd { $difference }
# Files that changed at once; always three or more.
cli-preview-files = { $count } filer i { $folder }
cli-preview-files-more = { $count } filer i { $folder } och { $others ->
    [one] { $others } annan mapp
   *[other] { $others } andra mappar
}

cli-reading = lezen
cli-rendering = opmaken
cli-cache-damaged = wat in `.instep/` was onthouden is beschadigd en wordt opnieuw gemaakt
cli-read = { $files } bestanden gelezen in { $seconds } s: { $documents } documenten, { $locales } talen, { $stamped } bronnen opgezocht in git
cli-findings-none = geen bevindingen
cli-findings = { $levels } in { $count ->
    [one] { $count } bestand
   *[other] { $count } bestanden
}
cli-silenced = { $count ->
    [one] { $count } bevinding verzwegen door een opmerking
   *[other] { $count } bevindingen verzwegen door opmerkingen
}
cli-next-explain = `instep explain { $code }` zegt wat dit betekent en wat te doen
cli-next-fix = `instep check --fix` herstelt er { $count }; met `--dry-run` ziet u hoe
cli-since = { $count ->
    [one] { $count } bevinding die `{ $ref }` ook heeft is weggelaten
   *[other] { $count } bevindingen die `{ $ref }` ook heeft zijn weggelaten
}
cli-fixed = { $count ->
    [one] { $count } bevinding hersteld
   *[other] { $count } bevindingen hersteld
} in { $files ->
    [one] { $files } bestand
   *[other] { $files } bestanden
}
cli-fixable = { $count ->
    [one] { $count } bevinding zou worden hersteld
   *[other] { $count } bevindingen zouden worden hersteld
} in { $files ->
    [one] { $files } bestand
   *[other] { $files } bestanden
}
cli-fix-none = hier is niets te herstellen zonder een mens
cli-column-findings = bevindingen
cli-column-silenced = verzwegen
cli-column-files = bestanden
cli-column-level = niveau
cli-column-code = code
cli-column-meaning = betekenis
cli-column-date = datum
cli-column-days = dagen
cli-column-asks = vraagt
cli-column-language = taal
cli-column-written = zoals geschreven
cli-column-place = plaats
cli-mention = vermelding
cli-due = nabij
cli-upcoming = later
cli-deadlines-none = geen termijnen
cli-deadlines = { $passed } verstreken, { $due } nabij, { $upcoming } later
cli-deadlines-differ = { $count ->
    [one] { $count } sectie verschilt tussen talen
   *[other] { $count } secties verschillen tussen talen
}
cli-disagree = de talen spreken elkaar tegen in { $place }
cli-next-deadlines = wijzig de tekst, of zeg waarom hij blijft: `instep explain deadline/passed`
cli-drift-none = geen documenten
cli-drift = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documenten
}: { $behind ->
    [one] { $behind } vertaling achter
   *[other] { $behind } vertalingen achter
}, { $incomplete } onvolledig, { $missing } ontbreken
cli-drift-newest = nieuwste: { $locale }, volgens { $key }: { $file }
cli-drift-newest-of = nieuwste: { $locale } van { $date }, volgens { $key }: { $file }
cli-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagen
}
cli-evidence-source-hash = volgens de hash van de bron
cli-evidence-source-commit = volgens de commit van de bron
cli-evidence-units = volgens de zinnen waaruit ze is gemaakt
cli-evidence-shape = volgens de vorm van beide teksten
cli-evidence-dates = alleen volgens de datums
cli-section-changed = gewijzigd
cli-section-missing = ontbreekt
cli-section-extra = extra
cli-section-renamed = hernoemd
cli-section-moved = verplaatst
cli-line = regel { $line }
cli-instead-of = in plaats van { $anchor }
cli-kind-link = link
cli-kind-code = code
cli-kind-date = datum
cli-kind-number = getal
cli-kind-image = afbeelding
cli-kind-alert = kader
cli-kind-list = lijst
cli-kind-table = tabel
cli-kind-heading = kop
cli-kind-text = tekst
cli-value-extra = { $found } staat niet in de nieuwste
cli-value-missing = { $expected } ontbreekt
cli-drift-fragments = { $count ->
    [one] waarvan { $count } fragment dat zijn bron noemt
   *[other] waarvan { $count } fragmenten die hun bron noemen
}
cli-drift-share = 92: aandeel van de secties van de nieuwste tekst, in procenten
cli-redo-changed = gewijzigd in de bron
cli-redo-missing = ontbreekt
cli-redo-removed = verwijderd uit de bron
cli-redo-extra = niet in de bron
cli-redo-differs = wijkt af
cli-redo-front = voorwerk
cli-redo-opening = vóór de eerste kop
cli-redo-from = gemaakt naar { $stamp } van { $file }
cli-redo-beside = naast { $file }
cli-redo-count = { $all ->
    [one] { $done } van { $all } sectie te bekijken
   *[other] { $done } van { $all } secties te bekijken
}
cli-redo-place = { $file }, regel { $line }
cli-redo-not-in = niet in { $file }
cli-redo-after = zou na de sectie op regel { $line } komen
cli-redo-gone = staat niet meer in de bron: { $text }
cli-redo-renamed = onder een ander anker dan in de nieuwste tekst
cli-redo-moved = op een andere plaats dan in de nieuwste tekst
cli-next-drift = `instep drift { $document }` toont per sectie wat over moet
cli-next-review = als dat gedaan is: `instep review { $document } --locale { $locale }`
cli-same = de teksten zijn gelijk
cli-same-lines = { $count ->
    [one] … { $count } regel is gelijk
   *[other] … { $count } regels zijn gelijk
}
cli-opening = titel en begin
cli-not-there = (niet aanwezig)
cli-review-ask = vastleggen dat de vertaling met deze bron is vergeleken? [y/N]
cli-review-ask-absent = moet { $anchor } in { $locale } blijven ontbreken? [y/N]
cli-review-nothing = er is niets vastgelegd; `--yes` legt het vast
cli-review-recorded = vastgelegd in { $file }
cli-others = overige
cli-skipped = overgeslagen
cli-current = actueel
cli-superseded = vervangen
cli-more = … en nog { $count }
cli-plan = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documenten
}, { $pages ->
    [one] { $pages } pagina
   *[other] { $pages } pagina’s
}, { $others ->
    [one] { $others } ander bestand
   *[other] { $others } andere bestanden
}, { $skipped } overgeslagen
cli-next-import = er is nog niets geschreven: hetzelfde zonder `--dry-run` doet het
cli-next-imported = verder: `instep drift` toont wat achterloopt, `instep serve --open` de site
cli-built = { $pages ->
    [one] { $pages } pagina
   *[other] { $pages } pagina’s
} in { $locales ->
    [one] { $locales } taal
   *[other] { $locales } talen
}, { $written ->
    [one] { $written } bestand
   *[other] { $written } bestanden
} geschreven, { $kept } behouden, { $removed } verwijderd in { $seconds } s: { $folder }
cli-built-findings = { $deny ->
    [0] { $warn } te melden: zie `instep check`
   *[other] { $deny } te weigeren, { $warn } te melden: zie `instep check`
}
cli-built-address = opmerking: zonder volledig adres in `base_url` zijn er geen canonieke links, geen `hreflang` en geen sitemap: zie `instep explain site/base-url`
cli-next-built = verder: `instep serve --open` toont de site
cli-verified = { $count ->
    [one] { $count } verschil
   *[other] { $count } verschillen
} met het manifest van { $folder }
cli-file-missing = ontbreekt
cli-file-changed = gewijzigd
cli-file-extra = niet van deze bouw
cli-merged = { $shards ->
    [one] { $shards } deel
   *[other] { $shards } delen
} samengevoegd, { $written } bestanden geschreven, { $kept } behouden, { $removed } verwijderd in { $seconds } s: { $folder }
cli-init-kept = { $file } is er al, en blijft zoals het is
cli-init-next = verder: cd { $folder } && instep serve --open
cli-init-next-here = verder: instep serve --open

## Preview

# $address (String): such as “http://127.0.0.1:1111/”
cli-preview-at = { $address } (Ctrl-C stopt)
cli-preview-public = andere machines kunnen dit adres bereiken
# $reason (String): a sentence
cli-preview-polling = wijzigingen worden telkens opnieuw gezocht: { $reason }
cli-preview-blind = het systeem meldt geen wijzigingen meer; dit wordt getoond zoals het is
cli-preview-browser = er kon geen browser worden geopend
# $error (String): a sentence
cli-preview-before = { $error }; wat eerder gelezen is, wordt getoond
# $time (String): such as “8 ms”; $found: cli-preview-found or cli-findings-none
cli-preview-read = { $pages ->
    [one] { $pages } pagina
   *[other] { $pages } pagina’s
} in { $languages ->
    [one] { $languages } taal
   *[other] { $languages } talen
}, gelezen in { $time }; { $found }
# $levels (String): such as “3 deny, 41 warn”
cli-preview-found = bevindingen: { $levels }
cli-preview-same = bevindingen als voorheen
# $difference (String): such as “+1 (link/broken) -2”: how many came, and how many went
cli-preview-difference = bevindingen { $difference }
# Files that changed at once; always three or more.
cli-preview-files = { $count } bestanden in { $folder }
cli-preview-files-more = { $count } bestanden in { $folder } en { $others ->
    [one] { $others } andere map
   *[other] { $others } andere mappen
}

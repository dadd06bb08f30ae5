## Around every page

skip-to-content = Naar de inhoud
menu = Menu
close = Sluiten
navigation = Handleidingen
breadcrumbs = U bent hier
contents = Op deze pagina
home = Startpagina

languages = Taal
language-missing = niet vertaald
versions = Versie
version-current = huidige
version-undated = zonder datum
switch-nearest = gaat naar de dichtstbijzijnde paragraaf
switch-top = gaat naar het begin van de pagina
theme = Kleuren
theme-light = Licht
theme-dark = Donker
theme-contrast = Hoog contrast
theme-system = Zoals het systeem

search = Zoeken
search-hint = Druk op / of Ctrl+K
search-placeholder = In de handleidingen zoeken
search-loading = Bezig met zoeken…
search-none = Geen enkele pagina bevat deze woorden.
search-more = Meer resultaten
search-failed = De zoekfunctie kon niet worden geladen. Probeer het opnieuw.
search-part = Deel van de site
search-everywhere = overal
search-small = aan als bij dat de der die dit een en er het hoe ik in is je met mijn naar niet of om op te uit van voor wat wie wordt zijn
search-without-script = Zoeken op deze site werkt met JavaScript. Zonder JavaScript vindt u alle handleidingen in het menu, en zoekt uw browser naar woorden op een pagina.
search-results = { $count ->
    [one] { $count } resultaat
   *[other] { $count } resultaten
}

## A guide

note = Opmerking
tip = Tip
important = Belangrijk
warning = Waarschuwing
caution = Let op

previous = Vorige
next = Volgende
neighbours = Meer handleidingen
edit = Deze pagina bewerken
changes-link = Wat is er gewijzigd
last-updated = Laatst bijgewerkt op
translation-human = Vertaald door mensen
translation-machine = Automatisch vertaald

link-to-section = Koppeling naar deze paragraaf
outside-link = hoort niet bij deze site
outside-image = afbeelding die niet bij deze site hoort
video = Video
code = Code
copy = Kopiëren
copied = Gekopieerd
table = Tabel
footnote = Voetnoot
footnotes = Voetnoten
back-to-text = Terug naar de tekst
task-done = gedaan
task-open = nog te doen
image-enlarge = Afbeelding vergroten
original-show = Oorspronkelijke tekst tonen
original-hide = Oorspronkelijke tekst verbergen

## Notices above a guide

notice-superseded = Op { $date } is een nieuwere versie van deze handleiding verschenen.
notice-superseded-undated = Er is een nieuwere versie van deze handleiding.
notice-superseded-action = Naar de huidige versie
notice-behind-days = { $count ->
    [one] De tekst in het { $language } is één dag nieuwer dan deze vertaling.
   *[other] De tekst in het { $language } is { $count } dagen nieuwer dan deze vertaling.
}
notice-behind-weeks = { $count ->
    [one] De tekst in het { $language } is één week nieuwer dan deze vertaling.
   *[other] De tekst in het { $language } is { $count } weken nieuwer dan deze vertaling.
}
notice-behind-months = { $count ->
    [one] De tekst in het { $language } is één maand nieuwer dan deze vertaling.
   *[other] De tekst in het { $language } is { $count } maanden nieuwer dan deze vertaling.
}
notice-behind-years = { $count ->
    [one] De tekst in het { $language } is één jaar nieuwer dan deze vertaling.
   *[other] De tekst in het { $language } is { $count } jaar nieuwer dan deze vertaling.
}
notice-behind = De tekst in het { $language } is gewijzigd sinds deze vertaling is gemaakt.
notice-incomplete = { $count ->
    [one] Eén paragraaf van de tekst in het { $language } is hier niet vertaald.
   *[other] { $count } paragrafen van de tekst in het { $language } zijn hier niet vertaald.
}
notice-read = In het { $language } lezen
notice-fallback = Deze handleiding is nog niet in het { $wanted } vertaald. U ziet de tekst in het { $shown }.
notice-fallback-action = Alle handleidingen in het { $language }
notice-machine = Deze handleiding is automatisch vertaald en kan fouten bevatten.
notice-passed = { $count ->
    [one] Eén deadline op deze pagina is verstreken.
   *[other] { $count } deadlines op deze pagina zijn verstreken.
}
notice-passed-action = Tonen
sentences = { $first } { $second }

section-missing = Nog niet vertaald: ‘{ $title }’.
section-changed = Gewijzigd in de nieuwste tekst: ‘{ $title }’.

## Deadlines

deadline-before = vóór
deadline-by = uiterlijk
deadline-on = op
deadline-after = na
badge-passed = verstreken
badge-today = vandaag
badge-due = { $count ->
    [one] over { $count } dag
   *[other] over { $count } dagen
}

## Home

home-guides = Handleidingen
home-recent = Nieuw
home-deadlines = Deadlines
home-deadlines-passed = Verstreken
feed = Feed
feed-title = { $site }: nieuwe en gewijzigde handleidingen
calendar = Agenda
calendar-title = { $site }: deadlines
for-programs = Voor programma’s

## What changed

changes = Wijzigingen
changes-title = Wijzigingen in ‘{ $title }’
changes-back = Terug naar de handleiding
changes-none = Alleen de datum is gewijzigd.
changes-to = naar
change-added = toegevoegd
change-removed = verwijderd
change-changed = gewijzigd
change-moved = verplaatst

## Status

status = Stand van de vertalingen
status-of = Stand van de vertalingen: { $language }
status-all = Alle talen
status-newest = nieuwste
status-up-to-date = bijgewerkt
status-behind = loopt achter
status-incomplete = onvolledig
status-missing = ontbreekt
status-orphan = zonder bron
status-unknown = onbekend
status-absent = niet gepland
status-legend = Wat de woorden betekenen
status-newest-meaning = De tekst waarmee de andere worden vergeleken.
status-up-to-date-meaning = Niets is nieuwer en er ontbreekt niets.
status-behind-meaning = Een andere taal heeft een nieuwere tekst.
status-incomplete-meaning = Van dezelfde datum, maar er ontbreken delen.
status-missing-meaning = Er is geen vertaling.
status-orphan-meaning = De tekst waaruit is vertaald, bestaat niet meer.
status-unknown-meaning = Er is niets om op af te gaan.
status-absent-meaning = De pagina hoort te ontbreken.
status-guide = Handleiding
status-coverage = Aandeel bijgewerkte handleidingen
status-share = { $fresh } van { $total }
status-percent = { $percent }%
status-filter = Toon
status-filter-all = alles
status-download = Downloaden:
status-shown = Getoond: { $shown } van { $total }, die waaraan het meeste werk is. De bestanden bevatten ze allemaal.
status-timeline = { $count ->
    [one] Eén termijn, op { $first }
   *[other] { $count } termijnen, van { $first } tot { $last }
}
status-behind-days = { $count ->
    [one] één dag
   *[other] { $count } dagen
}
status-behind-weeks = { $count ->
    [one] één week
   *[other] { $count } weken
}
status-behind-months = { $count ->
    [one] één maand
   *[other] { $count } maanden
}
status-behind-years = { $count ->
    [one] één jaar
   *[other] { $count } jaar
}
status-sections-missing = { $count ->
    [one] één paragraaf
   *[other] { $count } paragrafen
}

## Other pages

missing-title = Pagina niet gevonden
missing-text = Op dit adres is geen pagina. Misschien is de pagina verplaatst, of zit er een fout in de koppeling.
missing-home = Naar de startpagina
start-title = Kies uw taal
redirect-title = Deze pagina is verplaatst
redirect-text = Het nieuwe adres is:

# What the reader chooses between: programming languages, editions of a product
pivots = Toon deze pagina voor

# Kinds of links on a landing page
links-architecture = Architectuur
links-concept = Concept
links-deploy = Implementeren
links-download = Downloaden
links-get-started = Aan de slag
links-how-to-guide = Handleiding
links-learn = Leren
links-overview = Overzicht
links-quickstart = Snelstart
links-reference = Naslag
links-sample = Voorbeeld
links-tutorial = Zelfstudie
links-video = Video
links-whats-new = Wat is er nieuw

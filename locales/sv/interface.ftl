## Around every page

skip-to-content = Gå till innehållet
menu = Meny
close = Stäng
navigation = Guider
breadcrumbs = Du är här
contents = På den här sidan
home = Startsida

languages = Språk
language-missing = inte översatt
versions = Version
version-current = aktuell
version-undated = utan datum
switch-nearest = leder till närmaste avsnitt
switch-top = leder till sidans början
theme = Färger
theme-light = Ljust
theme-dark = Mörkt
theme-contrast = Hög kontrast
theme-system = Som systemet

search = Sök
search-hint = Tryck på / eller Ctrl+K
search-placeholder = Sök i guiderna
search-loading = Söker…
search-none = Ingen sida innehåller de här orden.
search-more = Fler resultat
search-failed = Sökfunktionen kunde inte läsas in. Försök igen.
search-part = Del av webbplatsen
search-everywhere = överallt
search-small = att av de den det du ej en er ett för från här hur i jag kan med men min när och om på som till ut vad var vi är
search-without-script = Sökningen på den här webbplatsen kräver JavaScript. Utan JavaScript finns alla guider i menyn, och webbläsarens egen sökning hittar ord på en sida.
search-results = { $count ->
    [one] { $count } resultat
   *[other] { $count } resultat
}

## A guide

note = Anteckning
tip = Tips
important = Viktigt
warning = Varning
caution = Var försiktig

previous = Föregående
next = Nästa
neighbours = Fler guider
edit = Redigera den här sidan
changes-link = Vad som har ändrats
last-updated = Senast uppdaterad
translation-human = Översatt av människor
translation-machine = Maskinöversatt

link-to-section = Länk till det här avsnittet
outside-link = ingår inte i den här webbplatsen
outside-image = bild som inte ingår i den här webbplatsen
video = Video
code = Kod
copy = Kopiera
copied = Kopierat
table = Tabell
footnote = Fotnot
footnotes = Fotnoter
back-to-text = Tillbaka till texten
task-done = klar
task-open = inte klar
image-enlarge = Förstora bilden
original-show = Visa originalet
original-hide = Dölj originalet

## Notices above a guide

notice-superseded = En nyare version av den här guiden publicerades den { $date }.
notice-superseded-undated = Det finns en nyare version av den här guiden.
notice-superseded-action = Gå till den aktuella versionen
notice-behind-days = { $count ->
    [one] Texten på { $language } är en dag nyare än den här översättningen.
   *[other] Texten på { $language } är { $count } dagar nyare än den här översättningen.
}
notice-behind-weeks = { $count ->
    [one] Texten på { $language } är en vecka nyare än den här översättningen.
   *[other] Texten på { $language } är { $count } veckor nyare än den här översättningen.
}
notice-behind-months = { $count ->
    [one] Texten på { $language } är en månad nyare än den här översättningen.
   *[other] Texten på { $language } är { $count } månader nyare än den här översättningen.
}
notice-behind-years = { $count ->
    [one] Texten på { $language } är ett år nyare än den här översättningen.
   *[other] Texten på { $language } är { $count } år nyare än den här översättningen.
}
notice-behind = Texten på { $language } har ändrats sedan den här översättningen gjordes.
notice-incomplete = { $count ->
    [one] Ett avsnitt av texten på { $language } är inte översatt här.
   *[other] { $count } avsnitt av texten på { $language } är inte översatta här.
}
notice-read = Läs på { $language }
notice-fallback = Den här guiden är inte översatt till { $wanted } än. Den visas på { $shown }.
notice-fallback-action = Alla guider på { $language }
notice-machine = Den här guiden är maskinöversatt och kan innehålla fel.
notice-passed = { $count ->
    [one] En tidsfrist på den här sidan har gått ut.
   *[other] { $count } tidsfrister på den här sidan har gått ut.
}
notice-passed-action = Visa
sentences = { $first } { $second }

section-missing = Inte översatt än: ”{ $title }”.
section-changed = Ändrat i den nyaste texten: ”{ $title }”.

## Deadlines

deadline-before = före
deadline-by = senast
deadline-on = den
deadline-after = efter
badge-passed = har gått ut
badge-today = i dag
badge-due = { $count ->
    [one] om { $count } dag
   *[other] om { $count } dagar
}

## Home

home-guides = Guider
home-recent = Nyheter
home-deadlines = Tidsfrister
home-deadlines-passed = Har gått ut
feed = Flöde
feed-title = { $site }: nya och ändrade guider
calendar = Kalender
calendar-title = { $site }: tidsfrister
for-programs = För program

## What changed

changes = Ändringar
changes-title = Ändringar i ”{ $title }”
changes-back = Tillbaka till guiden
changes-none = Bara datumet har ändrats.
changes-to = till
change-added = tillagt
change-removed = borttaget
change-changed = ändrat
change-moved = flyttat

## Status

status = Översättningarnas läge
status-of = Översättningarnas läge: { $language }
status-all = Alla språk
status-newest = nyast
status-up-to-date = aktuell
status-behind = ligger efter
status-incomplete = ofullständig
status-missing = saknas
status-orphan = utan källa
status-unknown = okänt
status-absent = ska inte finnas
status-legend = Vad orden betyder
status-newest-meaning = Texten som de andra jämförs med.
status-up-to-date-meaning = Inget är nyare och inget saknas.
status-behind-meaning = Ett annat språk har en nyare text.
status-incomplete-meaning = Samma datum, men delar saknas.
status-missing-meaning = Det finns ingen översättning.
status-orphan-meaning = Texten som den översattes från finns inte kvar.
status-unknown-meaning = Det finns inget att avgöra efter.
status-absent-meaning = Det är meningen att den saknas.
status-guide = Guide
status-coverage = Andel aktuella guider
status-share = { $fresh } av { $total }
status-percent = { $percent } %
status-filter = Visa
status-filter-all = allt
status-download = Ladda ned:
status-shown = Visas: { $shown } av { $total }, de som kräver mest arbete. Filerna innehåller alla.
status-timeline = { $count ->
    [one] En tidsfrist, den { $first }
   *[other] { $count } tidsfrister, från den { $first } till den { $last }
}
status-behind-days = { $count ->
    [one] en dag
   *[other] { $count } dagar
}
status-behind-weeks = { $count ->
    [one] en vecka
   *[other] { $count } veckor
}
status-behind-months = { $count ->
    [one] en månad
   *[other] { $count } månader
}
status-behind-years = { $count ->
    [one] ett år
   *[other] { $count } år
}
status-sections-missing = { $count ->
    [one] ett avsnitt
   *[other] { $count } avsnitt
}

## Other pages

missing-title = Sidan hittades inte
missing-text = Det finns ingen sida på den här adressen. Den kan ha flyttats, eller så är länken felaktig.
missing-home = Gå till startsidan
start-title = Välj språk
redirect-title = Sidan har flyttats
redirect-text = Den nya adressen är:

# What the reader chooses between: programming languages, editions of a product
pivots = Visa den här sidan för

# Kinds of links on a landing page
links-architecture = Arkitektur
links-concept = Begrepp
links-deploy = Distribuera
links-download = Hämta
links-get-started = Kom igång
links-how-to-guide = Instruktion
links-learn = Lär dig
links-overview = Översikt
links-quickstart = Snabbstart
links-reference = Referens
links-sample = Exempel
links-tutorial = Självstudie
links-video = Video
links-whats-new = Nyheter

## Around every page

skip-to-content = Zum Inhalt springen
menu = Menü
close = Schließen
navigation = Anleitungen
breadcrumbs = Sie sind hier
contents = Auf dieser Seite
home = Startseite

languages = Sprache
language-missing = nicht übersetzt
versions = Version
version-current = aktuell
version-undated = ohne Datum
switch-nearest = führt zum nächstgelegenen Abschnitt
switch-top = führt zum Anfang der Seite
theme = Farben
theme-light = Hell
theme-dark = Dunkel
theme-contrast = Hoher Kontrast
theme-system = Wie im System

search = Suchen
search-hint = / oder Strg+K drücken
search-placeholder = Anleitungen durchsuchen
search-loading = Suche läuft …
search-none = Keine Seite enthält diese Wörter.
search-more = Weitere Ergebnisse
search-failed = Die Suche konnte nicht geladen werden. Bitte versuchen Sie es erneut.
search-part = Bereich
search-everywhere = überall
search-small = als am an auf aus bei das dem den der des die ein eine einem einen einer für ich im in ist mit nach oder sich sie sind und von was wenn wie wird zu zum zur
search-without-script = Die Suche auf dieser Website braucht JavaScript. Ohne JavaScript finden Sie alle Anleitungen im Menü, und die Suche Ihres Browsers findet Wörter auf einer Seite.
search-results = { $count ->
    [one] { $count } Ergebnis
   *[other] { $count } Ergebnisse
}

## A guide

note = Hinweis
tip = Tipp
important = Wichtig
warning = Warnung
caution = Vorsicht

previous = Zurück
next = Weiter
neighbours = Weitere Anleitungen
edit = Diese Seite bearbeiten
changes-link = Was sich geändert hat
last-updated = Zuletzt aktualisiert:
translation-human = Von Menschen übersetzt
translation-machine = Maschinell übersetzt

link-to-section = Link zu diesem Abschnitt
outside-link = nicht Teil dieser Website
outside-image = Bild, das nicht Teil dieser Website ist
video = Video
code = Code
copy = Kopieren
copied = Kopiert
table = Tabelle
footnote = Fußnote
footnotes = Fußnoten
back-to-text = Zurück zum Text
task-done = erledigt
task-open = offen
image-enlarge = Bild vergrößern
original-show = Original anzeigen
original-hide = Original ausblenden

## Notices above a guide

notice-superseded = Am { $date } wurde eine neuere Version dieser Anleitung veröffentlicht.
notice-superseded-undated = Es gibt eine neuere Version dieser Anleitung.
notice-superseded-action = Zur aktuellen Version
notice-behind-days = { $count ->
    [one] Der Text auf { $language } ist einen Tag neuer als diese Übersetzung.
   *[other] Der Text auf { $language } ist { $count } Tage neuer als diese Übersetzung.
}
notice-behind-weeks = { $count ->
    [one] Der Text auf { $language } ist eine Woche neuer als diese Übersetzung.
   *[other] Der Text auf { $language } ist { $count } Wochen neuer als diese Übersetzung.
}
notice-behind-months = { $count ->
    [one] Der Text auf { $language } ist einen Monat neuer als diese Übersetzung.
   *[other] Der Text auf { $language } ist { $count } Monate neuer als diese Übersetzung.
}
notice-behind-years = { $count ->
    [one] Der Text auf { $language } ist ein Jahr neuer als diese Übersetzung.
   *[other] Der Text auf { $language } ist { $count } Jahre neuer als diese Übersetzung.
}
notice-behind = Der Text auf { $language } wurde seit dieser Übersetzung geändert.
notice-incomplete = { $count ->
    [one] Ein Abschnitt des Textes auf { $language } ist hier nicht übersetzt.
   *[other] { $count } Abschnitte des Textes auf { $language } sind hier nicht übersetzt.
}
notice-read = Auf { $language } lesen
notice-fallback = Für diese Anleitung gibt es noch keine Übersetzung ({ $wanted }). Der Text erscheint auf { $shown }.
notice-fallback-action = Alle Anleitungen auf { $language }
notice-machine = Diese Anleitung wurde maschinell übersetzt und kann Fehler enthalten.
notice-passed = { $count ->
    [one] Eine Frist auf dieser Seite ist abgelaufen.
   *[other] { $count } Fristen auf dieser Seite sind abgelaufen.
}
notice-passed-action = Anzeigen
sentences = { $first } { $second }

section-missing = Noch nicht übersetzt: „{ $title }“.
section-changed = Im neuesten Text geändert: „{ $title }“.

## Deadlines

deadline-before = vor dem
deadline-by = spätestens am
deadline-on = am
deadline-after = nach dem
badge-passed = abgelaufen
badge-today = heute
badge-due = { $count ->
    [one] in { $count } Tag
   *[other] in { $count } Tagen
}

## Home

home-guides = Anleitungen
home-recent = Neues
home-deadlines = Fristen
home-deadlines-passed = Abgelaufen
feed = Feed
feed-title = { $site }: neue und geänderte Anleitungen
calendar = Kalender
calendar-title = { $site }: Fristen
for-programs = Für Programme

## What changed

changes = Änderungen
changes-title = Änderungen an „{ $title }“
changes-back = Zurück zur Anleitung
changes-none = Nur das Datum hat sich geändert.
changes-to = bis
change-added = neu
change-removed = entfernt
change-changed = geändert
change-moved = verschoben

## Status

status = Stand der Übersetzungen
status-of = Stand der Übersetzungen: { $language }
status-all = Alle Sprachen
status-newest = neueste
status-up-to-date = aktuell
status-behind = veraltet
status-incomplete = unvollständig
status-missing = fehlt
status-orphan = ohne Quelle
status-unknown = unbekannt
status-absent = nicht vorgesehen
status-legend = Was die Wörter bedeuten
status-newest-meaning = Der Text, an dem die anderen gemessen werden.
status-up-to-date-meaning = Nichts ist neuer und nichts fehlt.
status-behind-meaning = Eine andere Sprache hat einen neueren Text.
status-incomplete-meaning = Vom selben Datum, aber Teile fehlen.
status-missing-meaning = Es gibt keine Übersetzung.
status-orphan-meaning = Der Text, aus dem übersetzt wurde, ist nicht mehr vorhanden.
status-unknown-meaning = Es gibt keinen Anhaltspunkt.
status-absent-meaning = Die Seite fehlt mit Absicht.
status-guide = Anleitung
status-coverage = Anteil aktueller Anleitungen
status-share = { $fresh } von { $total }
status-percent = { $percent } %
status-filter = Anzeigen
status-filter-all = alles
status-download = Herunterladen:
status-shown = Gezeigt: { $shown } von { $total }, die mit dem größten Rückstand. In den Dateien stehen alle.
status-timeline = { $count ->
    [one] Eine Frist am { $first }
   *[other] { $count } Fristen vom { $first } bis zum { $last }
}
status-behind-days = { $count ->
    [one] ein Tag
   *[other] { $count } Tage
}
status-behind-weeks = { $count ->
    [one] eine Woche
   *[other] { $count } Wochen
}
status-behind-months = { $count ->
    [one] ein Monat
   *[other] { $count } Monate
}
status-behind-years = { $count ->
    [one] ein Jahr
   *[other] { $count } Jahre
}
status-sections-missing = { $count ->
    [one] ein Abschnitt
   *[other] { $count } Abschnitte
}

## Other pages

missing-title = Seite nicht gefunden
missing-text = Unter dieser Adresse gibt es keine Seite. Vielleicht wurde sie verschoben, oder der Link enthält einen Fehler.
missing-home = Zur Startseite
start-title = Wählen Sie Ihre Sprache
redirect-title = Diese Seite ist umgezogen
redirect-text = Die neue Adresse lautet:

# What the reader chooses between: programming languages, editions of a product
pivots = Diese Seite zeigen für

# Kinds of links on a landing page
links-architecture = Architektur
links-concept = Konzept
links-deploy = Bereitstellen
links-download = Herunterladen
links-get-started = Erste Schritte
links-how-to-guide = Anleitung
links-learn = Lernen
links-overview = Übersicht
links-quickstart = Schnellstart
links-reference = Referenz
links-sample = Beispiel
links-tutorial = Tutorial
links-video = Video
links-whats-new = Neuigkeiten

## Around every page

skip-to-content = Ugrás a tartalomra
menu = Menü
close = Bezárás
navigation = Útmutatók
breadcrumbs = Itt jár
contents = Ezen az oldalon
home = Kezdőlap

languages = Nyelv
language-missing = nincs lefordítva
versions = Változat
version-current = jelenlegi
version-undated = dátum nélkül
switch-nearest = a legközelebbi szakaszhoz vezet
switch-top = az oldal tetejére vezet
theme = Színek
theme-light = Világos
theme-dark = Sötét
theme-contrast = Nagy kontraszt
theme-system = A rendszer szerint

search = Keresés
search-hint = Nyomja meg a / vagy a Ctrl+K billentyűt
search-placeholder = Keresés az útmutatókban
search-loading = Keresés…
search-none = Egyik oldalon sem szerepelnek ezek a szavak.
search-more = További találatok
search-failed = A keresést nem sikerült betölteni. Próbálja újra.
search-part = A webhely része
search-everywhere = mindenütt
search-small = a az be ha hogy hol és egy el ez ki le meg mi mikor milyen mit nem van vagy
search-without-script = A keresés ezen a webhelyen JavaScriptet igényel. Nélküle a menü minden útmutatót felsorol, és a böngésző keresője megtalálja a szavakat egy oldalon.
search-results = { $count ->
    [one] { $count } találat
   *[other] { $count } találat
}

## A guide

note = Megjegyzés
tip = Tipp
important = Fontos
warning = Figyelmeztetés
caution = Vigyázat

previous = Előző
next = Következő
neighbours = További útmutatók
edit = Az oldal szerkesztése
changes-link = Mi változott
last-updated = Utolsó frissítés:
translation-human = Emberi fordítás
translation-machine = Gépi fordítás

link-to-section = Hivatkozás erre a szakaszra
outside-link = nem része ennek a webhelynek
outside-image = kép, amely nem része ennek a webhelynek
video = Videó
code = Kód
copy = Másolás
copied = Másolva
table = Táblázat
footnote = Lábjegyzet
footnotes = Lábjegyzetek
back-to-text = Vissza a szöveghez
task-done = kész
task-open = hátravan
image-enlarge = A kép nagyítása
original-show = Az eredeti szöveg megjelenítése
original-hide = Az eredeti szöveg elrejtése

## Notices above a guide

notice-superseded = Ennek az útmutatónak újabb változata jelent meg (dátuma: { $date }).
notice-superseded-undated = Ennek az útmutatónak van újabb változata.
notice-superseded-action = Ugrás a jelenlegi változatra
notice-behind-days = { $count ->
    [one] A(z) { $language } szöveg egy nappal újabb ennél a fordításnál.
   *[other] A(z) { $language } szöveg { $count } nappal újabb ennél a fordításnál.
}
notice-behind-weeks = { $count ->
    [one] A(z) { $language } szöveg egy héttel újabb ennél a fordításnál.
   *[other] A(z) { $language } szöveg { $count } héttel újabb ennél a fordításnál.
}
notice-behind-months = { $count ->
    [one] A(z) { $language } szöveg egy hónappal újabb ennél a fordításnál.
   *[other] A(z) { $language } szöveg { $count } hónappal újabb ennél a fordításnál.
}
notice-behind-years = { $count ->
    [one] A(z) { $language } szöveg egy évvel újabb ennél a fordításnál.
   *[other] A(z) { $language } szöveg { $count } évvel újabb ennél a fordításnál.
}
notice-behind = A(z) { $language } szöveg megváltozott, mióta ez a fordítás készült.
notice-incomplete = { $count ->
    [one] A(z) { $language } szöveg egy szakasza itt nincs lefordítva.
   *[other] A(z) { $language } szöveg { $count } szakasza itt nincs lefordítva.
}
notice-read = A(z) { $language } szöveg olvasása
notice-fallback = Ez az útmutató még nincs meg ezen a nyelven: { $wanted }. A megjelenített szöveg nyelve: { $shown }.
notice-fallback-action = Minden { $language } útmutató
notice-machine = Ezt az útmutatót gép fordította, ezért hibákat tartalmazhat.
notice-passed = { $count ->
    [one] Ezen az oldalon egy határidő lejárt.
   *[other] Ezen az oldalon { $count } határidő lejárt.
}
notice-passed-action = Megjelenítés
sentences = { $first } { $second }

section-missing = Még nincs lefordítva: „{ $title }”.
section-changed = A legújabb szövegben módosult: „{ $title }”.

## Deadlines

deadline-before = ez előtt:
deadline-by = legkésőbb:
deadline-on = napja:
deadline-after = ez után:
badge-passed = lejárt
badge-today = ma
badge-due = { $count ->
    [one] { $count } nap múlva
   *[other] { $count } nap múlva
}

## Home

home-guides = Útmutatók
home-recent = Újdonságok
home-deadlines = Határidők
home-deadlines-passed = Lejártak
feed = Hírcsatorna
feed-title = { $site }: új és módosított útmutatók
calendar = Naptár
calendar-title = { $site }: határidők
for-programs = Programoknak

## What changed

changes = Változások
changes-title = Változások ebben: „{ $title }”
changes-back = Vissza az útmutatóhoz
changes-none = Csak a dátum változott.
changes-to = erre:
change-added = hozzáadva
change-removed = eltávolítva
change-changed = módosítva
change-moved = áthelyezve

## Status

status = A fordítások állapota
status-of = A fordítások állapota: { $language }
status-all = Minden nyelv
status-newest = legújabb
status-up-to-date = naprakész
status-behind = elavult
status-incomplete = hiányos
status-missing = hiányzik
status-orphan = forrás nélküli
status-unknown = ismeretlen
status-absent = nincs tervezve
status-legend = A szavak jelentése
status-newest-meaning = Az a szöveg, amelyhez a többit viszonyítjuk.
status-up-to-date-meaning = Semmi sem újabb, és semmi sem hiányzik.
status-behind-meaning = Egy másik nyelven újabb szöveg van.
status-incomplete-meaning = A dátuma azonos, de részek hiányoznak.
status-missing-meaning = Nincs fordítás.
status-orphan-meaning = Már nincs meg a szöveg, amelyből fordították.
status-unknown-meaning = Nincs mi alapján eldönteni.
status-absent-meaning = Szándékosan hiányzik.
status-guide = Útmutató
status-coverage = A naprakész útmutatók aránya
status-share = { $total } közül { $fresh }
status-percent = { $percent }%
status-filter = Megjelenítés
status-filter-all = minden
status-download = Letöltés:
status-shown = Megjelenítve: { $total } közül { $shown }, amelyekkel a legtöbb a munka. A fájlokban mind szerepel.
status-timeline = { $count ->
    [one] Egy határidő: { $first }
   *[other] { $count } határidő, { $first } – { $last }
}
status-behind-days = { $count ->
    [one] egy nap
   *[other] { $count } nap
}
status-behind-weeks = { $count ->
    [one] egy hét
   *[other] { $count } hét
}
status-behind-months = { $count ->
    [one] egy hónap
   *[other] { $count } hónap
}
status-behind-years = { $count ->
    [one] egy év
   *[other] { $count } év
}
status-sections-missing = { $count ->
    [one] egy szakasz
   *[other] { $count } szakasz
}

## Other pages

missing-title = Az oldal nem található
missing-text = Ezen a címen nincs oldal. Lehet, hogy áthelyezték, vagy hiba van a hivatkozásban.
missing-home = Ugrás a kezdőlapra
start-title = Válasszon nyelvet
redirect-title = Ez az oldal átköltözött
redirect-text = Az új címe:

# What the reader chooses between: programming languages, editions of a product
pivots = Az oldal megjelenítése ehhez

# Kinds of links on a landing page
links-architecture = Architektúra
links-concept = Fogalom
links-deploy = Üzembe helyezés
links-download = Letöltés
links-get-started = Első lépések
links-how-to-guide = Útmutató
links-learn = Tanulás
links-overview = Áttekintés
links-quickstart = Gyors kezdés
links-reference = Referencia
links-sample = Minta
links-tutorial = Oktatóanyag
links-video = Videó
links-whats-new = Újdonságok

## Around every page

skip-to-content = Přejít k obsahu
menu = Nabídka
close = Zavřít
navigation = Návody
breadcrumbs = Jste zde
contents = Na této stránce
home = Úvodní stránka

languages = Jazyk
language-missing = nepřeloženo
versions = Verze
version-current = aktuální
version-undated = bez data
switch-nearest = vede k nejbližšímu oddílu
switch-top = vede na začátek stránky
theme = Barvy
theme-light = Světlé
theme-dark = Tmavé
theme-contrast = Vysoký kontrast
theme-system = Podle systému

search = Hledat
search-hint = Stiskněte / nebo Ctrl+K
search-placeholder = Hledat v návodech
search-loading = Hledání…
search-none = Tato slova nejsou na žádné stránce.
search-more = Další výsledky
search-failed = Hledání se nepodařilo načíst. Zkuste to znovu.
search-part = Část webu
search-everywhere = všude
search-small = a aby co do i jak je jsou kde kdy na nebo o od po pro s se to u v ve z za ze že
search-without-script = Hledání na tomto webu potřebuje JavaScript. Bez něj najdete všechny návody v nabídce a slova na stránce najde hledání v prohlížeči.
search-results = { $count ->
    [one] { $count } výsledek
    [few] { $count } výsledky
    [many] { $count } výsledku
   *[other] { $count } výsledků
}

## A guide

note = Poznámka
tip = Tip
important = Důležité
warning = Upozornění
caution = Pozor

previous = Předchozí
next = Další
neighbours = Další návody
edit = Upravit tuto stránku
changes-link = Co se změnilo
last-updated = Poslední aktualizace:
translation-human = Přeložil člověk
translation-machine = Strojový překlad

link-to-section = Odkaz na tento oddíl
outside-link = není součástí tohoto webu
outside-image = obrázek, který není součástí tohoto webu
video = Video
code = Kód
copy = Kopírovat
copied = Zkopírováno
table = Tabulka
footnote = Poznámka pod čarou
footnotes = Poznámky pod čarou
back-to-text = Zpět k textu
task-done = hotovo
task-open = zbývá
image-enlarge = Zvětšit obrázek
original-show = Zobrazit původní text
original-hide = Skrýt původní text

## Notices above a guide

notice-superseded = Novější verze tohoto návodu vyšla { $date }.
notice-superseded-undated = Existuje novější verze tohoto návodu.
notice-superseded-action = Přejít na aktuální verzi
notice-behind-days = { $count ->
    [one] Text v jazyce { $language } je o jeden den novější než tento překlad.
    [few] Text v jazyce { $language } je o { $count } dny novější než tento překlad.
    [many] Text v jazyce { $language } je o { $count } dne novější než tento překlad.
   *[other] Text v jazyce { $language } je o { $count } dnů novější než tento překlad.
}
notice-behind-weeks = { $count ->
    [one] Text v jazyce { $language } je o jeden týden novější než tento překlad.
    [few] Text v jazyce { $language } je o { $count } týdny novější než tento překlad.
    [many] Text v jazyce { $language } je o { $count } týdne novější než tento překlad.
   *[other] Text v jazyce { $language } je o { $count } týdnů novější než tento překlad.
}
notice-behind-months = { $count ->
    [one] Text v jazyce { $language } je o jeden měsíc novější než tento překlad.
    [few] Text v jazyce { $language } je o { $count } měsíce novější než tento překlad.
    [many] Text v jazyce { $language } je o { $count } měsíce novější než tento překlad.
   *[other] Text v jazyce { $language } je o { $count } měsíců novější než tento překlad.
}
notice-behind-years = { $count ->
    [one] Text v jazyce { $language } je o jeden rok novější než tento překlad.
    [few] Text v jazyce { $language } je o { $count } roky novější než tento překlad.
    [many] Text v jazyce { $language } je o { $count } roku novější než tento překlad.
   *[other] Text v jazyce { $language } je o { $count } let novější než tento překlad.
}
notice-behind = Text v jazyce { $language } se od vzniku tohoto překladu změnil.
notice-incomplete = { $count ->
    [one] Jeden oddíl textu v jazyce { $language } zde není přeložen.
    [few] { $count } oddíly textu v jazyce { $language } zde nejsou přeloženy.
    [many] { $count } oddílu textu v jazyce { $language } zde není přeloženo.
   *[other] { $count } oddílů textu v jazyce { $language } zde není přeloženo.
}
notice-read = Číst v jazyce { $language }
notice-fallback = Tento návod zatím není v jazyce { $wanted }. Zobrazuje se v jazyce { $shown }.
notice-fallback-action = Všechny návody v jazyce { $language }
notice-machine = Tento návod byl přeložen strojově a může obsahovat chyby.
notice-passed = { $count ->
    [one] Jedna lhůta na této stránce uplynula.
    [few] { $count } lhůty na této stránce uplynuly.
    [many] { $count } lhůty na této stránce uplynulo.
   *[other] { $count } lhůt na této stránce uplynulo.
}
notice-passed-action = Zobrazit
sentences = { $first } { $second }

section-missing = Zatím nepřeloženo: „{ $title }“.
section-changed = V nejnovějším textu změněno: „{ $title }“.

## Deadlines

deadline-before = před
deadline-by = nejpozději
deadline-on = dne
deadline-after = po
badge-passed = uplynulo
badge-today = dnes
badge-due = { $count ->
    [one] za { $count } den
    [few] za { $count } dny
    [many] za { $count } dne
   *[other] za { $count } dnů
}

## Home

home-guides = Návody
home-recent = Novinky
home-deadlines = Lhůty
home-deadlines-passed = Uplynulé
feed = Kanál
feed-title = { $site }: nové a změněné návody
calendar = Kalendář
calendar-title = { $site }: lhůty
for-programs = Pro programy

## What changed

changes = Změny
changes-title = Změny v návodu „{ $title }“
changes-back = Zpět k návodu
changes-none = Změnilo se jen datum.
changes-to = až
change-added = přidáno
change-removed = odebráno
change-changed = změněno
change-moved = přesunuto

## Status

status = Stav překladů
status-of = Stav překladů: { $language }
status-all = Všechny jazyky
status-newest = nejnovější
status-up-to-date = aktuální
status-behind = zastaralý
status-incomplete = neúplný
status-missing = chybí
status-orphan = bez zdroje
status-unknown = neznámý
status-absent = neplánuje se
status-legend = Co slova znamenají
status-newest-meaning = Text, se kterým se ostatní porovnávají.
status-up-to-date-meaning = Nic není novější a nic nechybí.
status-behind-meaning = Jiný jazyk má novější text.
status-incomplete-meaning = Má stejné datum, ale části chybí.
status-missing-meaning = Překlad neexistuje.
status-orphan-meaning = Text, ze kterého se překládalo, už neexistuje.
status-unknown-meaning = Není podle čeho rozhodnout.
status-absent-meaning = Chybí záměrně.
status-guide = Návod
status-coverage = Podíl aktuálních návodů
status-share = { $fresh } z { $total }
status-percent = { $percent } %
status-filter = Zobrazit
status-filter-all = vše
status-download = Stáhnout:
status-shown = Zobrazeno: { $shown } z { $total }, ty, které potřebují nejvíc práce. V souborech jsou všechny.
status-timeline = { $count ->
    [one] Jedna lhůta: { $first }
    [few] { $count } lhůty, od { $first } do { $last }
    [many] { $count } lhůty, od { $first } do { $last }
   *[other] { $count } lhůt, od { $first } do { $last }
}
status-behind-days = { $count ->
    [one] jeden den
    [few] { $count } dny
    [many] { $count } dne
   *[other] { $count } dnů
}
status-behind-weeks = { $count ->
    [one] jeden týden
    [few] { $count } týdny
    [many] { $count } týdne
   *[other] { $count } týdnů
}
status-behind-months = { $count ->
    [one] jeden měsíc
    [few] { $count } měsíce
    [many] { $count } měsíce
   *[other] { $count } měsíců
}
status-behind-years = { $count ->
    [one] jeden rok
    [few] { $count } roky
    [many] { $count } roku
   *[other] { $count } let
}
status-sections-missing = { $count ->
    [one] jeden oddíl
    [few] { $count } oddíly
    [many] { $count } oddílu
   *[other] { $count } oddílů
}

## Other pages

missing-title = Stránka nenalezena
missing-text = Na této adrese žádná stránka není. Možná byla přesunuta, nebo je v odkazu chyba.
missing-home = Přejít na úvodní stránku
start-title = Zvolte jazyk
redirect-title = Tato stránka byla přesunuta
redirect-text = Její nová adresa:

# What the reader chooses between: programming languages, editions of a product
pivots = Zobrazit tuto stránku pro

# Kinds of links on a landing page
links-architecture = Architektura
links-concept = Koncept
links-deploy = Nasazení
links-download = Stažení
links-get-started = Začínáme
links-how-to-guide = Návod
links-learn = Výuka
links-overview = Přehled
links-quickstart = Rychlý start
links-reference = Referenční informace
links-sample = Ukázka
links-tutorial = Kurz
links-video = Video
links-whats-new = Novinky

## Around every page

skip-to-content = Przejdź do treści
menu = Menu
close = Zamknij
navigation = Przewodniki
breadcrumbs = Jesteś tutaj
contents = Na tej stronie
home = Strona główna

languages = Język
language-missing = nieprzetłumaczone
versions = Wersja
version-current = bieżąca
version-undated = bez daty
switch-nearest = prowadzi do najbliższej sekcji
switch-top = prowadzi na początek strony
theme = Kolory
theme-light = Jasne
theme-dark = Ciemne
theme-contrast = Wysoki kontrast
theme-system = Jak w systemie

search = Szukaj
search-hint = Naciśnij / lub Ctrl+K
search-placeholder = Szukaj w przewodnikach
search-loading = Wyszukiwanie…
search-none = Żadna strona nie zawiera tych słów.
search-more = Więcej wyników
search-failed = Nie udało się wczytać wyszukiwarki. Spróbuj ponownie.
search-part = Część witryny
search-everywhere = wszędzie
search-small = a aby co czy dla do gdzie i jak jest kiedy lub ma na nie o od oraz po się są to w we z za ze
search-without-script = Wyszukiwanie w tej witrynie wymaga JavaScriptu. Bez niego wszystkie przewodniki znajdziesz w menu, a wyszukiwarka przeglądarki odnajdzie słowa na stronie.
search-results = { $count ->
    [one] { $count } wynik
    [few] { $count } wyniki
    [many] { $count } wyników
   *[other] { $count } wyniku
}

## A guide

note = Uwaga
tip = Porada
important = Ważne
warning = Ostrzeżenie
caution = Przestroga

previous = Poprzedni
next = Następny
neighbours = Inne przewodniki
edit = Edytuj tę stronę
changes-link = Co się zmieniło
last-updated = Ostatnia aktualizacja:
translation-human = Tłumaczenie wykonane przez człowieka
translation-machine = Tłumaczenie maszynowe

link-to-section = Łącze do tej sekcji
outside-link = poza tą witryną
outside-image = obraz spoza tej witryny
video = Wideo
code = Kod
copy = Kopiuj
copied = Skopiowano
table = Tabela
footnote = Przypis
footnotes = Przypisy
back-to-text = Wróć do tekstu
task-done = zrobione
task-open = do zrobienia
image-enlarge = Powiększ obraz
original-show = Pokaż tekst oryginalny
original-hide = Ukryj tekst oryginalny

## Notices above a guide

notice-superseded = Nowsza wersja tego przewodnika ukazała się { $date }.
notice-superseded-undated = Istnieje nowsza wersja tego przewodnika.
notice-superseded-action = Przejdź do bieżącej wersji
notice-behind-days = { $count ->
    [one] Wersja językowa „{ $language }” jest o jeden dzień nowsza od tego tłumaczenia.
    [few] Wersja językowa „{ $language }” jest o { $count } dni nowsza od tego tłumaczenia.
    [many] Wersja językowa „{ $language }” jest o { $count } dni nowsza od tego tłumaczenia.
   *[other] Wersja językowa „{ $language }” jest o { $count } dnia nowsza od tego tłumaczenia.
}
notice-behind-weeks = { $count ->
    [one] Wersja językowa „{ $language }” jest o jeden tydzień nowsza od tego tłumaczenia.
    [few] Wersja językowa „{ $language }” jest o { $count } tygodnie nowsza od tego tłumaczenia.
    [many] Wersja językowa „{ $language }” jest o { $count } tygodni nowsza od tego tłumaczenia.
   *[other] Wersja językowa „{ $language }” jest o { $count } tygodnia nowsza od tego tłumaczenia.
}
notice-behind-months = { $count ->
    [one] Wersja językowa „{ $language }” jest o jeden miesiąc nowsza od tego tłumaczenia.
    [few] Wersja językowa „{ $language }” jest o { $count } miesiące nowsza od tego tłumaczenia.
    [many] Wersja językowa „{ $language }” jest o { $count } miesięcy nowsza od tego tłumaczenia.
   *[other] Wersja językowa „{ $language }” jest o { $count } miesiąca nowsza od tego tłumaczenia.
}
notice-behind-years = { $count ->
    [one] Wersja językowa „{ $language }” jest o rok nowsza od tego tłumaczenia.
    [few] Wersja językowa „{ $language }” jest o { $count } lata nowsza od tego tłumaczenia.
    [many] Wersja językowa „{ $language }” jest o { $count } lat nowsza od tego tłumaczenia.
   *[other] Wersja językowa „{ $language }” jest o { $count } roku nowsza od tego tłumaczenia.
}
notice-behind = Wersja językowa „{ $language }” zmieniła się od czasu powstania tego tłumaczenia.
notice-incomplete = { $count ->
    [one] Jedna sekcja wersji językowej „{ $language }” nie jest tu przetłumaczona.
    [few] { $count } sekcje wersji językowej „{ $language }” nie są tu przetłumaczone.
    [many] { $count } sekcji wersji językowej „{ $language }” nie jest tu przetłumaczonych.
   *[other] { $count } sekcji wersji językowej „{ $language }” nie jest tu przetłumaczone.
}
notice-read = Otwórz wersję językową: { $language }
notice-fallback = Ten przewodnik nie jest jeszcze dostępny w tym języku ({ $wanted }). Wyświetlana wersja językowa: { $shown }.
notice-fallback-action = Wszystkie przewodniki: { $language }
notice-machine = Ten przewodnik przetłumaczono maszynowo i może zawierać błędy.
notice-passed = { $count ->
    [one] Jeden termin na tej stronie minął.
    [few] { $count } terminy na tej stronie minęły.
    [many] { $count } terminów na tej stronie minęło.
   *[other] { $count } terminu na tej stronie minęło.
}
notice-passed-action = Pokaż
sentences = { $first } { $second }

section-missing = Jeszcze nieprzetłumaczone: „{ $title }”.
section-changed = Zmienione w najnowszym tekście: „{ $title }”.

## Deadlines

deadline-before = przed
deadline-by = najpóźniej
deadline-on = dnia
deadline-after = po
badge-passed = minęło
badge-today = dzisiaj
badge-due = { $count ->
    [one] za { $count } dzień
    [few] za { $count } dni
    [many] za { $count } dni
   *[other] za { $count } dnia
}

## Home

home-guides = Przewodniki
home-recent = Nowości
home-deadlines = Terminy
home-deadlines-passed = Minione
feed = Kanał
feed-title = { $site }: nowe i zmienione przewodniki
calendar = Kalendarz
calendar-title = { $site }: terminy
for-programs = Dla programów

## What changed

changes = Zmiany
changes-title = Zmiany w przewodniku „{ $title }”
changes-back = Wróć do przewodnika
changes-none = Zmieniła się tylko data.
changes-to = do
change-added = dodana
change-removed = usunięta
change-changed = zmieniona
change-moved = przeniesiona

## Status

status = Stan tłumaczeń
status-of = Stan tłumaczeń: { $language }
status-all = Wszystkie języki
status-newest = najnowsze
status-up-to-date = aktualne
status-behind = nieaktualne
status-incomplete = niepełne
status-missing = brak
status-orphan = bez źródła
status-unknown = nieznany
status-absent = nieplanowane
status-legend = Co znaczą te słowa
status-newest-meaning = Tekst, z którym porównuje się pozostałe.
status-up-to-date-meaning = Nic nie jest nowsze i niczego nie brakuje.
status-behind-meaning = Inny język ma nowszy tekst.
status-incomplete-meaning = Z tej samej daty, ale brakuje części.
status-missing-meaning = Nie ma tłumaczenia.
status-orphan-meaning = Tekst, z którego tłumaczono, już nie istnieje.
status-unknown-meaning = Nie ma podstaw, by to rozstrzygnąć.
status-absent-meaning = Brak jest zamierzony.
status-guide = Przewodnik
status-coverage = Udział aktualnych przewodników
status-share = { $fresh } z { $total }
status-percent = { $percent }%
status-filter = Pokaż
status-filter-all = wszystko
status-download = Pobierz:
status-shown = Pokazano: { $shown } z { $total }, te, które wymagają najwięcej pracy. Pliki zawierają wszystkie.
status-timeline = { $count ->
    [one] Jeden termin: { $first }
    [few] { $count } terminy, od { $first } do { $last }
    [many] { $count } terminów, od { $first } do { $last }
   *[other] { $count } terminu, od { $first } do { $last }
}
status-behind-days = { $count ->
    [one] jeden dzień
    [few] { $count } dni
    [many] { $count } dni
   *[other] { $count } dnia
}
status-behind-weeks = { $count ->
    [one] jeden tydzień
    [few] { $count } tygodnie
    [many] { $count } tygodni
   *[other] { $count } tygodnia
}
status-behind-months = { $count ->
    [one] jeden miesiąc
    [few] { $count } miesiące
    [many] { $count } miesięcy
   *[other] { $count } miesiąca
}
status-behind-years = { $count ->
    [one] rok
    [few] { $count } lata
    [many] { $count } lat
   *[other] { $count } roku
}
status-sections-missing = { $count ->
    [one] jedna sekcja
    [few] { $count } sekcje
    [many] { $count } sekcji
   *[other] { $count } sekcji
}

## Other pages

missing-title = Nie znaleziono strony
missing-text = Pod tym adresem nie ma strony. Mogła zostać przeniesiona albo łącze zawiera błąd.
missing-home = Przejdź do strony głównej
start-title = Wybierz język
redirect-title = Ta strona została przeniesiona
redirect-text = Jej nowy adres:

# What the reader chooses between: programming languages, editions of a product
pivots = Pokaż tę stronę dla

# Kinds of links on a landing page
links-architecture = Architektura
links-concept = Pojęcie
links-deploy = Wdrażanie
links-download = Pobieranie
links-get-started = Pierwsze kroki
links-how-to-guide = Poradnik
links-learn = Nauka
links-overview = Omówienie
links-quickstart = Szybki start
links-reference = Dokumentacja
links-sample = Przykład
links-tutorial = Samouczek
links-video = Wideo
links-whats-new = Nowości

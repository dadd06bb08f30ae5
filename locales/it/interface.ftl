## Around every page

skip-to-content = Vai al contenuto
menu = Menu
close = Chiudi
navigation = Guide
breadcrumbs = Ti trovi qui
contents = In questa pagina
home = Pagina iniziale

languages = Lingua
language-missing = non tradotto
versions = Versione
version-current = attuale
version-undated = senza data
switch-nearest = porta alla sezione più vicina
switch-top = porta all’inizio della pagina
theme = Colori
theme-light = Chiaro
theme-dark = Scuro
theme-contrast = Contrasto elevato
theme-system = Come il sistema

search = Cerca
search-hint = Premi / o Ctrl+K
search-placeholder = Cerca nelle guide
search-loading = Ricerca in corso…
search-none = Nessuna pagina contiene queste parole.
search-more = Altri risultati
search-failed = Impossibile caricare la ricerca. Riprova.
search-part = Parte del sito
search-everywhere = ovunque
search-small = a al alla che chi come con cosa da dal dei del della di dove è e ed gli i il in io la le lo mi nel non o per quando su un una
search-without-script = La ricerca in questo sito richiede JavaScript. Senza JavaScript, il menu elenca tutte le guide e la ricerca del browser trova le parole in una pagina.
search-results = { $count ->
    [one] { $count } risultato
   *[other] { $count } risultati
}

## A guide

note = Nota
tip = Suggerimento
important = Importante
warning = Avviso
caution = Attenzione

previous = Precedente
next = Successiva
neighbours = Altre guide
edit = Modifica questa pagina
changes-link = Che cosa è cambiato
last-updated = Ultimo aggiornamento:
translation-human = Traduzione umana
translation-machine = Traduzione automatica

link-to-section = Collegamento a questa sezione
outside-link = non fa parte di questo sito
outside-image = immagine che non fa parte di questo sito
video = Video
code = Codice
copy = Copia
copied = Copiato
table = Tabella
footnote = Nota
footnotes = Note
back-to-text = Torna al testo
task-done = fatto
task-open = da fare
image-enlarge = Ingrandisci l’immagine
original-show = Mostra il testo originale
original-hide = Nascondi il testo originale

## Notices above a guide

notice-superseded = Una versione più recente di questa guida è stata pubblicata in data { $date }.
notice-superseded-undated = Esiste una versione più recente di questa guida.
notice-superseded-action = Vai alla versione attuale
notice-behind-days = { $count ->
    [one] Il testo in { $language } è più recente di un giorno rispetto a questa traduzione.
   *[other] Il testo in { $language } è più recente di { $count } giorni rispetto a questa traduzione.
}
notice-behind-weeks = { $count ->
    [one] Il testo in { $language } è più recente di una settimana rispetto a questa traduzione.
   *[other] Il testo in { $language } è più recente di { $count } settimane rispetto a questa traduzione.
}
notice-behind-months = { $count ->
    [one] Il testo in { $language } è più recente di un mese rispetto a questa traduzione.
   *[other] Il testo in { $language } è più recente di { $count } mesi rispetto a questa traduzione.
}
notice-behind-years = { $count ->
    [one] Il testo in { $language } è più recente di un anno rispetto a questa traduzione.
   *[other] Il testo in { $language } è più recente di { $count } anni rispetto a questa traduzione.
}
notice-behind = Il testo in { $language } è cambiato da quando è stata fatta questa traduzione.
notice-incomplete = { $count ->
    [one] Una sezione del testo in { $language } qui non è tradotta.
   *[other] { $count } sezioni del testo in { $language } qui non sono tradotte.
}
notice-read = Leggi in { $language }
notice-fallback = Questa guida non è ancora disponibile in { $wanted }. Viene mostrata in { $shown }.
notice-fallback-action = Tutte le guide in { $language }
notice-machine = Questa guida è stata tradotta automaticamente e può contenere errori.
notice-passed = { $count ->
    [one] Una scadenza in questa pagina è passata.
   *[other] { $count } scadenze in questa pagina sono passate.
}
notice-passed-action = Mostra
sentences = { $first } { $second }

section-missing = Non ancora tradotto: «{ $title }».
section-changed = Modificato nel testo più recente: «{ $title }».

## Deadlines

deadline-before = prima del
deadline-by = entro il
deadline-on = il
deadline-after = dopo il
badge-passed = scaduto
badge-today = oggi
badge-due = { $count ->
    [one] tra { $count } giorno
   *[other] tra { $count } giorni
}

## Home

home-guides = Guide
home-recent = Novità
home-deadlines = Scadenze
home-deadlines-passed = Passate
feed = Feed
feed-title = { $site }: guide nuove e modificate
calendar = Calendario
calendar-title = { $site }: scadenze
for-programs = Per i programmi

## What changed

changes = Modifiche
changes-title = Modifiche a «{ $title }»
changes-back = Torna alla guida
changes-none = È cambiata solo la data.
changes-to = a
change-added = aggiunta
change-removed = rimossa
change-changed = modificata
change-moved = spostata

## Status

status = Stato delle traduzioni
status-of = Stato delle traduzioni: { $language }
status-all = Tutte le lingue
status-newest = la più recente
status-up-to-date = aggiornata
status-behind = in ritardo
status-incomplete = incompleta
status-missing = mancante
status-orphan = senza origine
status-unknown = sconosciuto
status-absent = non prevista
status-legend = Significato delle parole
status-newest-meaning = Il testo con cui si confrontano gli altri.
status-up-to-date-meaning = Niente è più recente e non manca niente.
status-behind-meaning = Un’altra lingua ha un testo più recente.
status-incomplete-meaning = Della stessa data, ma mancano delle parti.
status-missing-meaning = Non c’è traduzione.
status-orphan-meaning = Il testo da cui è stata tradotta non esiste più.
status-unknown-meaning = Non c’è nulla che permetta di deciderlo.
status-absent-meaning = Manca di proposito.
status-guide = Guida
status-coverage = Quota di guide aggiornate
status-share = { $fresh } su { $total }
status-percent = { $percent }%
status-filter = Mostra
status-filter-all = tutto
status-download = Scarica:
status-shown = Mostrate: { $shown } su { $total }, quelle che richiedono più lavoro. I file le contengono tutte.
status-timeline = { $count ->
    [one] Una scadenza, il { $first }
   *[other] { $count } scadenze, dal { $first } al { $last }
}
status-behind-days = { $count ->
    [one] un giorno
   *[other] { $count } giorni
}
status-behind-weeks = { $count ->
    [one] una settimana
   *[other] { $count } settimane
}
status-behind-months = { $count ->
    [one] un mese
   *[other] { $count } mesi
}
status-behind-years = { $count ->
    [one] un anno
   *[other] { $count } anni
}
status-sections-missing = { $count ->
    [one] una sezione
   *[other] { $count } sezioni
}

## Other pages

missing-title = Pagina non trovata
missing-text = A questo indirizzo non c’è nessuna pagina. Forse è stata spostata o il collegamento contiene un errore.
missing-home = Vai alla pagina iniziale
start-title = Scegli la lingua
redirect-title = Questa pagina è stata spostata
redirect-text = Il nuovo indirizzo è:

# What the reader chooses between: programming languages, editions of a product
pivots = Mostra questa pagina per

# Kinds of links on a landing page
links-architecture = Architettura
links-concept = Concetto
links-deploy = Distribuire
links-download = Scaricare
links-get-started = Per iniziare
links-how-to-guide = Guida pratica
links-learn = Imparare
links-overview = Panoramica
links-quickstart = Guida rapida
links-reference = Riferimento
links-sample = Esempio
links-tutorial = Esercitazione
links-video = Video
links-whats-new = Novità

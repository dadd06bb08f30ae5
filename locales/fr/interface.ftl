## Around every page

skip-to-content = Aller au contenu
menu = Menu
close = Fermer
navigation = Guides
breadcrumbs = Vous êtes ici
contents = Sur cette page
home = Accueil

languages = Langue
language-missing = non traduit
versions = Version
version-current = actuelle
version-undated = sans date
switch-nearest = mène à la section la plus proche
switch-top = mène en haut de la page
theme = Couleurs
theme-light = Clair
theme-dark = Sombre
theme-contrast = Contraste élevé
theme-system = Comme le système

search = Rechercher
search-hint = Appuyez sur / ou Ctrl+K
search-placeholder = Rechercher dans les guides
search-loading = Recherche en cours…
search-none = Aucune page ne contient ces mots.
search-more = Plus de résultats
search-failed = La recherche n’a pas pu être chargée. Réessayez.
search-part = Partie du site
search-everywhere = partout
search-small = à au aux avec ce ces dans de des du elle en est et il je la le les leur mon ne ou où par pas pour que quel quelle qui se son sur un une vous
search-without-script = La recherche sur ce site a besoin de JavaScript. Sans lui, le menu donne la liste de tous les guides, et la recherche de votre navigateur trouve les mots d’une page.
search-results = { $count ->
    [one] { $count } résultat
   *[other] { $count } résultats
}

## A guide

note = Remarque
tip = Conseil
important = Important
warning = Avertissement
caution = Attention

previous = Précédent
next = Suivant
neighbours = Autres guides
edit = Modifier cette page
changes-link = Ce qui a changé
last-updated = Dernière mise à jour :
translation-human = Traduction humaine
translation-machine = Traduction automatique

link-to-section = Lien vers cette section
outside-link = ne fait pas partie de ce site
outside-image = image qui ne fait pas partie de ce site
video = Vidéo
code = Code
copy = Copier
copied = Copié
table = Tableau
footnote = Note
footnotes = Notes
back-to-text = Retour au texte
task-done = fait
task-open = à faire
image-enlarge = Agrandir l’image
original-show = Afficher le texte d’origine
original-hide = Masquer le texte d’origine

## Notices above a guide

notice-superseded = Une version plus récente de ce guide a été publiée le { $date }.
notice-superseded-undated = Il existe une version plus récente de ce guide.
notice-superseded-action = Voir la version actuelle
notice-behind-days = { $count ->
    [one] La version en { $language } est plus récente d’un jour que cette traduction.
   *[other] La version en { $language } est plus récente de { $count } jours que cette traduction.
}
notice-behind-weeks = { $count ->
    [one] La version en { $language } est plus récente d’une semaine que cette traduction.
   *[other] La version en { $language } est plus récente de { $count } semaines que cette traduction.
}
notice-behind-months = { $count ->
    [one] La version en { $language } est plus récente d’un mois que cette traduction.
   *[other] La version en { $language } est plus récente de { $count } mois que cette traduction.
}
notice-behind-years = { $count ->
    [one] La version en { $language } est plus récente d’un an que cette traduction.
   *[other] La version en { $language } est plus récente de { $count } ans que cette traduction.
}
notice-behind = La version en { $language } a changé depuis cette traduction.
notice-incomplete = { $count ->
    [one] Une section de la version en { $language } n’est pas traduite ici.
   *[other] { $count } sections de la version en { $language } ne sont pas traduites ici.
}
notice-read = Lire en { $language }
notice-fallback = Ce guide n’est pas encore disponible en { $wanted }. Il s’affiche en { $shown }.
notice-fallback-action = Tous les guides en { $language }
notice-machine = Ce guide a été traduit automatiquement et peut contenir des erreurs.
notice-passed = { $count ->
    [one] { $count } échéance de cette page est passée.
   *[other] { $count } échéances de cette page sont passées.
}
notice-passed-action = Afficher
sentences = { $first } { $second }

section-missing = Pas encore traduit : « { $title } ».
section-changed = Modifié dans le texte le plus récent : « { $title } ».

## Deadlines

deadline-before = avant le
deadline-by = au plus tard le
deadline-on = le
deadline-after = après le
badge-passed = passé
badge-today = aujourd’hui
badge-due = { $count ->
    [one] dans { $count } jour
   *[other] dans { $count } jours
}

## Home

home-guides = Guides
home-recent = Nouveautés
home-deadlines = Échéances
home-deadlines-passed = Passées
feed = Flux
feed-title = { $site } : guides nouveaux et modifiés
calendar = Calendrier
calendar-title = { $site } : échéances
for-programs = Pour les programmes

## What changed

changes = Modifications
changes-title = Modifications de « { $title } »
changes-back = Retour au guide
changes-none = Seule la date a changé.
changes-to = vers
change-added = ajoutée
change-removed = supprimée
change-changed = modifiée
change-moved = déplacée

## Status

status = État des traductions
status-of = État des traductions : { $language }
status-all = Toutes les langues
status-newest = la plus récente
status-up-to-date = à jour
status-behind = en retard
status-incomplete = incomplète
status-missing = manquante
status-orphan = sans source
status-unknown = inconnu
status-absent = non prévue
status-legend = Ce que signifient ces mots
status-newest-meaning = Le texte auquel les autres sont comparés.
status-up-to-date-meaning = Rien n’est plus récent et rien ne manque.
status-behind-meaning = Une autre langue a un texte plus récent.
status-incomplete-meaning = De la même date, mais des parties manquent.
status-missing-meaning = Il n’y a pas de traduction.
status-orphan-meaning = Le texte d’origine de la traduction n’existe plus.
status-unknown-meaning = Rien ne permet d’en décider.
status-absent-meaning = Son absence est voulue.
status-guide = Guide
status-coverage = Part des guides à jour
status-share = { $fresh } sur { $total }
status-percent = { $percent } %
status-filter = Afficher
status-filter-all = tout
status-download = Télécharger :
status-shown = Affichés : { $shown } sur { $total }, ceux qui demandent le plus de travail. Les fichiers les contiennent tous.
status-timeline = { $count ->
    [one] Une échéance, le { $first }
   *[other] { $count } échéances, du { $first } au { $last }
}
status-behind-days = { $count ->
    [one] un jour
   *[other] { $count } jours
}
status-behind-weeks = { $count ->
    [one] une semaine
   *[other] { $count } semaines
}
status-behind-months = { $count ->
    [one] un mois
   *[other] { $count } mois
}
status-behind-years = { $count ->
    [one] un an
   *[other] { $count } ans
}
status-sections-missing = { $count ->
    [one] une section
   *[other] { $count } sections
}

## Other pages

missing-title = Page introuvable
missing-text = Il n’y a pas de page à cette adresse. Elle a peut-être été déplacée, ou le lien contient une erreur.
missing-home = Aller à l’accueil
start-title = Choisissez votre langue
redirect-title = Cette page a été déplacée
redirect-text = Sa nouvelle adresse :

# What the reader chooses between: programming languages, editions of a product
pivots = Afficher cette page pour

# Kinds of links on a landing page
links-architecture = Architecture
links-concept = Concept
links-deploy = Déployer
links-download = Télécharger
links-get-started = Bien démarrer
links-how-to-guide = Guide pratique
links-learn = Apprendre
links-overview = Vue d’ensemble
links-quickstart = Démarrage rapide
links-reference = Référence
links-sample = Exemple
links-tutorial = Tutoriel
links-video = Vidéo
links-whats-new = Nouveautés

cli-reading = lecture
cli-rendering = mise en page
cli-cache-damaged = ce qui était retenu dans `.instep/` est abîmé et sera refait
cli-read = { $files } fichiers lus en { $seconds } s : { $documents } documents, { $locales } langues, { $stamped } sources cherchées dans git
cli-findings-none = aucun constat
cli-findings = { $levels } dans { $count ->
    [one] { $count } fichier
   *[other] { $count } fichiers
}
cli-silenced = { $count ->
    [one] { $count } constat tu par un commentaire
   *[other] { $count } constats tus par des commentaires
}
cli-next-explain = `instep explain { $code }` dit ce que cela signifie et que faire
cli-next-fix = `instep check --fix` en répare { $count } ; ajoutez `--dry-run` pour voir comment
cli-since = { $count ->
    [one] { $count } constat que `{ $ref }` a aussi est laissé de côté
   *[other] { $count } constats que `{ $ref }` a aussi sont laissés de côté
}
cli-fixed = { $count ->
    [one] { $count } constat réparé
   *[other] { $count } constats réparés
} dans { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
}
cli-fixable = { $count ->
    [one] { $count } constat serait réparé
   *[other] { $count } constats seraient réparés
} dans { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
}
cli-fix-none = rien ici ne se répare sans une personne
cli-column-findings = constats
cli-column-silenced = tus
cli-column-files = fichiers
cli-column-level = niveau
cli-column-code = code
cli-column-meaning = sens
cli-column-date = date
cli-column-days = jours
cli-column-asks = demande
cli-column-language = langue
cli-column-written = texte
cli-column-place = endroit
cli-mention = mention
cli-due = proche
cli-upcoming = à venir
cli-deadlines-none = aucune échéance
cli-deadlines = { $passed } passées, { $due } proches, { $upcoming } à venir
cli-deadlines-differ = { $count ->
    [one] { $count } section diffère selon la langue
   *[other] { $count } sections diffèrent selon la langue
}
cli-disagree = les langues se contredisent dans { $place }
cli-next-deadlines = changez le texte, ou dites pourquoi il reste : `instep explain deadline/passed`
cli-drift-none = aucun document
cli-drift = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
} : { $behind ->
    [one] { $behind } traduction en retard
   *[other] { $behind } traductions en retard
}, { $incomplete } incomplètes, { $missing } absentes
cli-drift-newest = le plus récent : { $locale }, d’après { $key } : { $file }
cli-drift-newest-of = le plus récent : { $locale } du { $date }, d’après { $key } : { $file }
cli-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
cli-evidence-source-hash = d’après l’empreinte de sa source
cli-evidence-source-commit = d’après le commit de sa source
cli-evidence-units = d’après les phrases dont elle est issue
cli-evidence-shape = d’après la forme des deux textes
cli-evidence-dates = d’après les seules dates
cli-section-changed = changée
cli-section-missing = absente
cli-section-extra = en trop
cli-section-renamed = renommée
cli-section-moved = déplacée
cli-line = ligne { $line }
cli-instead-of = au lieu de { $anchor }
cli-kind-link = lien
cli-kind-code = code
cli-kind-date = date
cli-kind-number = nombre
cli-kind-image = image
cli-kind-alert = encadré
cli-kind-list = liste
cli-kind-table = tableau
cli-kind-heading = titre
cli-kind-text = texte
cli-value-extra = { $found } n’est pas dans le plus récent
cli-value-missing = { $expected } manque
cli-drift-fragments = { $count ->
    [one] dont { $count } fragment qui nomme sa source
   *[other] dont { $count } fragments qui nomment leur source
}
cli-drift-share = 92 : part des sections du texte le plus récent, en pour cent
cli-redo-changed = modifié dans la source
cli-redo-missing = manque
cli-redo-removed = retiré de la source
cli-redo-extra = absent de la source
cli-redo-differs = diffère
cli-redo-front = en-tête du fichier
cli-redo-opening = avant le premier titre
cli-redo-from = fait d’après { $stamp } de { $file }
cli-redo-beside = à côté de { $file }
cli-redo-count = { $all ->
    [one] { $done } section sur { $all } à revoir
   *[other] { $done } sections sur { $all } à revoir
}
cli-redo-place = { $file }, ligne { $line }
cli-redo-not-in = absent de { $file }
cli-redo-after = viendrait après la section de la ligne { $line }
cli-redo-gone = n’est plus dans la source : { $text }
cli-redo-renamed = sous une autre ancre que dans le texte le plus récent
cli-redo-moved = à une autre place que dans le texte le plus récent
cli-next-drift = `instep drift { $document }` montre section par section ce qui est à refaire
cli-next-review = quand c’est refait : `instep review { $document } --locale { $locale }`
cli-same = les textes sont les mêmes
cli-same-lines = { $count ->
    [one] … { $count } ligne est la même
   *[other] … { $count } lignes sont les mêmes
}
cli-opening = titre et début
cli-not-there = (absent)
cli-review-ask = noter que la traduction a été vérifiée avec cette source ? [y/N]
cli-review-ask-absent = { $anchor } doit-il rester absent en { $locale } ? [y/N]
cli-review-nothing = rien n’est noté ; `--yes` le note
cli-review-recorded = noté dans { $file }
cli-others = autres
cli-skipped = laissés
cli-current = actuelle
cli-superseded = remplacée
cli-more = … et { $count } de plus
cli-plan = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { $others ->
    [one] { $others } autre fichier
   *[other] { $others } autres fichiers
}, { $skipped } laissés
cli-next-import = rien n’est encore écrit : la même commande sans `--dry-run` le fait
cli-next-imported = ensuite : `instep drift` montre les retards, `instep serve --open` le site
cli-built = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
} en { $locales ->
    [one] { $locales } langue
   *[other] { $locales } langues
}, { $written ->
    [one] { $written } fichier écrit
   *[other] { $written } fichiers écrits
}, { $kept } gardés, { $removed } enlevés en { $seconds } s : { $folder }
cli-built-findings = { $deny ->
    [0] { $warn } à signaler : voir `instep check`
   *[other] { $deny } à refuser, { $warn } à signaler : voir `instep check`
}
cli-built-address = note : sans adresse entière dans `base_url`, il n’y a ni liens canoniques, ni `hreflang`, ni plan du site : voir `instep explain site/base-url`
cli-next-built = ensuite : `instep serve --open` le montre
cli-verified = { $count ->
    [one] { $count } différence
   *[other] { $count } différences
} avec le manifeste de { $folder }
cli-file-missing = absent
cli-file-changed = modifié
cli-file-extra = pas de cette construction
cli-merged = { $shards ->
    [one] { $shards } partie réunie
   *[other] { $shards } parties réunies
}, { $written } fichiers écrits, { $kept } gardés, { $removed } enlevés en { $seconds } s : { $folder }
cli-init-kept = { $file } est déjà là, et reste comme il est
cli-init-next = ensuite : cd { $folder } && instep serve --open
cli-init-next-here = ensuite : instep serve --open

## Preview

# $address (String): such as “http://127.0.0.1:1111/”
cli-preview-at = { $address } (Ctrl-C pour arrêter)
cli-preview-public = d’autres machines peuvent atteindre cette adresse
# $reason (String): a sentence
cli-preview-polling = les changements sont recherchés à intervalles réguliers : { $reason }
cli-preview-blind = le système ne signale plus de changements ; l’état actuel reste affiché
cli-preview-browser = aucun navigateur n’a pu être ouvert
# $error (String): a sentence
cli-preview-before = { $error } ; ce qui a été lu auparavant reste affiché
# $time (String): such as “8 ms”; $found: cli-preview-found or cli-findings-none
cli-preview-read = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
} en { $languages ->
    [one] { $languages } langue
   *[other] { $languages } langues
}, lues en { $time } ; { $found }
# $levels (String): such as “3 deny, 41 warn”
cli-preview-found = constats : { $levels }
cli-preview-same = constats inchangés
# $difference (String): such as “+1 (link/broken) -2”: how many came, and how many went
cli-preview-difference = constats { $difference }
# Files that changed at once; always three or more.
cli-preview-files = { $count } fichiers dans { $folder }
cli-preview-files-more = { $count } fichiers dans { $folder } et { $others ->
    [one] { $others } autre dossier
   *[other] { $others } autres dossiers
}

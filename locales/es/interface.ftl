## Around every page

skip-to-content = Ir al contenido
menu = Menú
close = Cerrar
navigation = Guías
breadcrumbs = Está aquí
contents = En esta página
home = Inicio

languages = Idioma
language-missing = sin traducir
versions = Versión
version-current = actual
version-undated = sin fecha
switch-nearest = lleva a la sección más cercana
switch-top = lleva al principio de la página
theme = Colores
theme-light = Claro
theme-dark = Oscuro
theme-contrast = Contraste alto
theme-system = Como el sistema

search = Buscar
search-hint = Pulse / o Ctrl+K
search-placeholder = Buscar en las guías
search-loading = Buscando…
search-none = Ninguna página contiene estas palabras.
search-more = Más resultados
search-failed = No se ha podido cargar la búsqueda. Inténtelo de nuevo.
search-part = Parte del sitio
search-everywhere = en todo el sitio
search-small = a al como con cuando de del donde el en es esta este la las lo los mi para por qué que se si sin su sus un una y
search-without-script = La búsqueda en este sitio necesita JavaScript. Sin él, el menú muestra todas las guías, y la búsqueda del navegador encuentra palabras en una página.
search-results = { $count ->
    [one] { $count } resultado
   *[other] { $count } resultados
}

## A guide

note = Nota
tip = Sugerencia
important = Importante
warning = Advertencia
caution = Precaución

previous = Anterior
next = Siguiente
neighbours = Más guías
edit = Editar esta página
changes-link = Qué ha cambiado
last-updated = Última actualización:
translation-human = Traducción humana
translation-machine = Traducción automática

link-to-section = Vínculo a esta sección
outside-link = no forma parte de este sitio
outside-image = imagen que no forma parte de este sitio
video = Vídeo
code = Código
copy = Copiar
copied = Copiado
table = Tabla
footnote = Nota al pie
footnotes = Notas al pie
back-to-text = Volver al texto
task-done = hecho
task-open = pendiente
image-enlarge = Ampliar la imagen
original-show = Mostrar el texto original
original-hide = Ocultar el texto original

## Notices above a guide

notice-superseded = El { $date } se publicó una versión más reciente de esta guía.
notice-superseded-undated = Hay una versión más reciente de esta guía.
notice-superseded-action = Ir a la versión actual
notice-behind-days = { $count ->
    [one] El texto en { $language } es un día más reciente que esta traducción.
   *[other] El texto en { $language } es { $count } días más reciente que esta traducción.
}
notice-behind-weeks = { $count ->
    [one] El texto en { $language } es una semana más reciente que esta traducción.
   *[other] El texto en { $language } es { $count } semanas más reciente que esta traducción.
}
notice-behind-months = { $count ->
    [one] El texto en { $language } es un mes más reciente que esta traducción.
   *[other] El texto en { $language } es { $count } meses más reciente que esta traducción.
}
notice-behind-years = { $count ->
    [one] El texto en { $language } es un año más reciente que esta traducción.
   *[other] El texto en { $language } es { $count } años más reciente que esta traducción.
}
notice-behind = El texto en { $language } ha cambiado desde que se hizo esta traducción.
notice-incomplete = { $count ->
    [one] Una sección del texto en { $language } no está traducida aquí.
   *[other] { $count } secciones del texto en { $language } no están traducidas aquí.
}
notice-read = Leer en { $language }
notice-fallback = Esta guía aún no está disponible en { $wanted }. Se muestra en { $shown }.
notice-fallback-action = Todas las guías en { $language }
notice-machine = Esta guía se ha traducido automáticamente y puede contener errores.
notice-passed = { $count ->
    [one] Ha vencido un plazo de esta página.
   *[other] Han vencido { $count } plazos de esta página.
}
notice-passed-action = Mostrar
sentences = { $first } { $second }

section-missing = Aún sin traducir: «{ $title }».
section-changed = Modificado en el texto más reciente: «{ $title }».

## Deadlines

deadline-before = antes del
deadline-by = a más tardar el
deadline-on = el
deadline-after = después del
badge-passed = vencido
badge-today = hoy
badge-due = { $count ->
    [one] en { $count } día
   *[other] en { $count } días
}

## Home

home-guides = Guías
home-recent = Novedades
home-deadlines = Plazos
home-deadlines-passed = Vencidos
feed = Fuente de noticias
feed-title = { $site }: guías nuevas y modificadas
calendar = Calendario
calendar-title = { $site }: plazos
for-programs = Para programas

## What changed

changes = Cambios
changes-title = Cambios en «{ $title }»
changes-back = Volver a la guía
changes-none = Solo ha cambiado la fecha.
changes-to = a
change-added = añadida
change-removed = eliminada
change-changed = modificada
change-moved = movida

## Status

status = Estado de las traducciones
status-of = Estado de las traducciones: { $language }
status-all = Todos los idiomas
status-newest = la más reciente
status-up-to-date = al día
status-behind = atrasada
status-incomplete = incompleta
status-missing = falta
status-orphan = sin origen
status-unknown = desconocido
status-absent = no prevista
status-legend = Qué significan las palabras
status-newest-meaning = El texto con el que se comparan los demás.
status-up-to-date-meaning = No hay nada más reciente ni falta nada.
status-behind-meaning = Otro idioma tiene un texto más reciente.
status-incomplete-meaning = Tiene la misma fecha, pero faltan partes.
status-missing-meaning = No hay traducción.
status-orphan-meaning = El texto del que se tradujo ya no existe.
status-unknown-meaning = No hay nada que permita decidirlo.
status-absent-meaning = Falta a propósito.
status-guide = Guía
status-coverage = Proporción de guías al día
status-share = { $fresh } de { $total }
status-percent = { $percent } %
status-filter = Mostrar
status-filter-all = todo
status-download = Descargar:
status-shown = Se muestran { $shown } de { $total }, las que más trabajo necesitan. Los archivos las contienen todas.
status-timeline = { $count ->
    [one] Un plazo, el { $first }
   *[other] { $count } plazos, del { $first } al { $last }
}
status-behind-days = { $count ->
    [one] un día
   *[other] { $count } días
}
status-behind-weeks = { $count ->
    [one] una semana
   *[other] { $count } semanas
}
status-behind-months = { $count ->
    [one] un mes
   *[other] { $count } meses
}
status-behind-years = { $count ->
    [one] un año
   *[other] { $count } años
}
status-sections-missing = { $count ->
    [one] una sección
   *[other] { $count } secciones
}

## Other pages

missing-title = Página no encontrada
missing-text = No hay ninguna página en esta dirección. Quizá se haya movido o el vínculo contenga un error.
missing-home = Ir al inicio
start-title = Elija su idioma
redirect-title = Esta página se ha movido
redirect-text = Su nueva dirección es:

# What the reader chooses between: programming languages, editions of a product
pivots = Mostrar esta página para

# Kinds of links on a landing page
links-architecture = Arquitectura
links-concept = Concepto
links-deploy = Implementar
links-download = Descargar
links-get-started = Introducción
links-how-to-guide = Guía paso a paso
links-learn = Aprender
links-overview = Información general
links-quickstart = Inicio rápido
links-reference = Referencia
links-sample = Ejemplo
links-tutorial = Tutorial
links-video = Vídeo
links-whats-new = Novedades

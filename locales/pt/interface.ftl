## Around every page

skip-to-content = Ir para o conteúdo
menu = Menu
close = Fechar
navigation = Guias
breadcrumbs = Você está aqui
contents = Nesta página
home = Página inicial

languages = Idioma
language-missing = não traduzido
versions = Versão
version-current = atual
version-undated = sem data
switch-nearest = leva à seção mais próxima
switch-top = leva ao início da página
theme = Cores
theme-light = Claro
theme-dark = Escuro
theme-contrast = Alto contraste
theme-system = Como no sistema

search = Pesquisar
search-hint = Pressione / ou Ctrl+K
search-placeholder = Pesquisar nos guias
search-loading = Pesquisando…
search-none = Nenhuma página contém essas palavras.
search-more = Mais resultados
search-failed = Não foi possível carregar a pesquisa. Tente novamente.
search-part = Parte do site
search-everywhere = em todo o site
search-small = a ao aos as à como com da das de do dos e é em eu na nas no nos o onde os ou para por qual quando que se sem um uma
search-without-script = A pesquisa neste site precisa de JavaScript. Sem ele, o menu lista todos os guias, e a pesquisa do navegador encontra palavras em uma página.
search-results = { $count ->
    [one] { $count } resultado
   *[other] { $count } resultados
}

## A guide

note = Observação
tip = Dica
important = Importante
warning = Aviso
caution = Cuidado

previous = Anterior
next = Próximo
neighbours = Mais guias
edit = Editar esta página
changes-link = O que mudou
last-updated = Última atualização:
translation-human = Tradução humana
translation-machine = Tradução automática

link-to-section = Link para esta seção
outside-link = não faz parte deste site
outside-image = imagem que não faz parte deste site
video = Vídeo
code = Código
copy = Copiar
copied = Copiado
table = Tabela
footnote = Nota de rodapé
footnotes = Notas de rodapé
back-to-text = Voltar ao texto
task-done = feito
task-open = a fazer
image-enlarge = Ampliar a imagem
original-show = Mostrar o texto original
original-hide = Ocultar o texto original

## Notices above a guide

notice-superseded = Uma versão mais recente deste guia foi publicada em { $date }.
notice-superseded-undated = Há uma versão mais recente deste guia.
notice-superseded-action = Ir para a versão atual
notice-behind-days = { $count ->
    [one] O texto em { $language } é um dia mais recente que esta tradução.
   *[other] O texto em { $language } é { $count } dias mais recente que esta tradução.
}
notice-behind-weeks = { $count ->
    [one] O texto em { $language } é uma semana mais recente que esta tradução.
   *[other] O texto em { $language } é { $count } semanas mais recente que esta tradução.
}
notice-behind-months = { $count ->
    [one] O texto em { $language } é um mês mais recente que esta tradução.
   *[other] O texto em { $language } é { $count } meses mais recente que esta tradução.
}
notice-behind-years = { $count ->
    [one] O texto em { $language } é um ano mais recente que esta tradução.
   *[other] O texto em { $language } é { $count } anos mais recente que esta tradução.
}
notice-behind = O texto em { $language } mudou desde que esta tradução foi feita.
notice-incomplete = { $count ->
    [one] Uma seção do texto em { $language } não está traduzida aqui.
   *[other] { $count } seções do texto em { $language } não estão traduzidas aqui.
}
notice-read = Ler em { $language }
notice-fallback = Este guia ainda não está disponível em { $wanted }. Ele é exibido em { $shown }.
notice-fallback-action = Todos os guias em { $language }
notice-machine = Este guia foi traduzido automaticamente e pode conter erros.
notice-passed = { $count ->
    [one] { $count } prazo desta página já passou.
   *[other] { $count } prazos desta página já passaram.
}
notice-passed-action = Mostrar
sentences = { $first } { $second }

section-missing = Ainda não traduzido: “{ $title }”.
section-changed = Alterado no texto mais recente: “{ $title }”.

## Deadlines

deadline-before = antes de
deadline-by = até
deadline-on = em
deadline-after = depois de
badge-passed = vencido
badge-today = hoje
badge-due = { $count ->
    [one] em { $count } dia
   *[other] em { $count } dias
}

## Home

home-guides = Guias
home-recent = Novidades
home-deadlines = Prazos
home-deadlines-passed = Vencidos
feed = Feed
feed-title = { $site }: guias novos e alterados
calendar = Calendário
calendar-title = { $site }: prazos
for-programs = Para programas

## What changed

changes = Alterações
changes-title = Alterações em “{ $title }”
changes-back = Voltar ao guia
changes-none = Só a data mudou.
changes-to = para
change-added = adicionada
change-removed = removida
change-changed = alterada
change-moved = movida

## Status

status = Situação das traduções
status-of = Situação das traduções: { $language }
status-all = Todos os idiomas
status-newest = mais recente
status-up-to-date = em dia
status-behind = atrasada
status-incomplete = incompleta
status-missing = ausente
status-orphan = sem origem
status-unknown = desconhecida
status-absent = não prevista
status-legend = O que as palavras significam
status-newest-meaning = O texto com o qual os outros são comparados.
status-up-to-date-meaning = Nada é mais recente e nada falta.
status-behind-meaning = Outro idioma tem um texto mais recente.
status-incomplete-meaning = Da mesma data, mas faltam partes.
status-missing-meaning = Não há tradução.
status-orphan-meaning = O texto do qual foi traduzido não existe mais.
status-unknown-meaning = Não há como decidir.
status-absent-meaning = A ausência é proposital.
status-guide = Guia
status-coverage = Proporção de guias em dia
status-share = { $fresh } de { $total }
status-percent = { $percent }%
status-filter = Mostrar
status-filter-all = tudo
status-download = Baixar:
status-shown = Mostrados: { $shown } de { $total }, os que precisam de mais trabalho. Os arquivos contêm todos.
status-timeline = { $count ->
    [one] Um prazo, em { $first }
   *[other] { $count } prazos, de { $first } a { $last }
}
status-behind-days = { $count ->
    [one] um dia
   *[other] { $count } dias
}
status-behind-weeks = { $count ->
    [one] uma semana
   *[other] { $count } semanas
}
status-behind-months = { $count ->
    [one] um mês
   *[other] { $count } meses
}
status-behind-years = { $count ->
    [one] um ano
   *[other] { $count } anos
}
status-sections-missing = { $count ->
    [one] uma seção
   *[other] { $count } seções
}

## Other pages

missing-title = Página não encontrada
missing-text = Não há nenhuma página neste endereço. Ela pode ter sido movida, ou o link pode conter um erro.
missing-home = Ir para a página inicial
start-title = Escolha seu idioma
redirect-title = Esta página foi movida
redirect-text = O novo endereço é:

# What the reader chooses between: programming languages, editions of a product
pivots = Mostrar esta página para

# Kinds of links on a landing page
links-architecture = Arquitetura
links-concept = Conceito
links-deploy = Implantar
links-download = Baixar
links-get-started = Introdução
links-how-to-guide = Guia prático
links-learn = Aprender
links-overview = Visão geral
links-quickstart = Início rápido
links-reference = Referência
links-sample = Exemplo
links-tutorial = Tutorial
links-video = Vídeo
links-whats-new = Novidades

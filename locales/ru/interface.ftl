## Around every page

skip-to-content = Перейти к содержимому
menu = Меню
close = Закрыть
navigation = Руководства
breadcrumbs = Вы здесь
contents = На этой странице
home = Главная

languages = Язык
language-missing = не переведено
versions = Версия
version-current = текущая
version-undated = без даты
switch-nearest = ведёт к ближайшему разделу
switch-top = ведёт к началу страницы
theme = Цвета
theme-light = Светлые
theme-dark = Тёмные
theme-contrast = Высокая контрастность
theme-system = Как в системе

search = Поиск
search-hint = Нажмите / или Ctrl+K
search-placeholder = Поиск в руководствах
search-loading = Идёт поиск…
search-none = Таких слов нет ни на одной странице.
search-more = Ещё результаты
search-failed = Не удалось загрузить поиск. Попробуйте ещё раз.
search-part = Раздел сайта
search-everywhere = везде
search-small = в во для до за и или из как к ко на не о об от по с со у что чем где когда это
search-without-script = Для поиска по этому сайту нужен JavaScript. Без него все руководства перечислены в меню, а слова на странице найдёт поиск браузера.
search-results = { $count ->
    [one] { $count } результат
    [few] { $count } результата
    [many] { $count } результатов
   *[other] { $count } результата
}

## A guide

note = Примечание
tip = Совет
important = Важно
warning = Предупреждение
caution = Осторожно

previous = Назад
next = Далее
neighbours = Другие руководства
edit = Изменить эту страницу
changes-link = Что изменилось
last-updated = Последнее обновление:
translation-human = Перевод выполнен человеком
translation-machine = Машинный перевод

link-to-section = Ссылка на этот раздел
outside-link = не относится к этому сайту
outside-image = изображение не с этого сайта
video = Видео
code = Код
copy = Копировать
copied = Скопировано
table = Таблица
footnote = Сноска
footnotes = Сноски
back-to-text = Вернуться к тексту
task-done = сделано
task-open = не сделано
image-enlarge = Увеличить изображение
original-show = Показать исходный текст
original-hide = Скрыть исходный текст

## Notices above a guide

notice-superseded = Более новая версия этого руководства опубликована { $date }
notice-superseded-undated = Есть более новая версия этого руководства.
notice-superseded-action = Перейти к текущей версии
notice-behind-days = { $count ->
    [one] Текст на языке «{ $language }» новее этого перевода на { $count } день.
    [few] Текст на языке «{ $language }» новее этого перевода на { $count } дня.
    [many] Текст на языке «{ $language }» новее этого перевода на { $count } дней.
   *[other] Текст на языке «{ $language }» новее этого перевода на { $count } дня.
}
notice-behind-weeks = { $count ->
    [one] Текст на языке «{ $language }» новее этого перевода на { $count } неделю.
    [few] Текст на языке «{ $language }» новее этого перевода на { $count } недели.
    [many] Текст на языке «{ $language }» новее этого перевода на { $count } недель.
   *[other] Текст на языке «{ $language }» новее этого перевода на { $count } недели.
}
notice-behind-months = { $count ->
    [one] Текст на языке «{ $language }» новее этого перевода на { $count } месяц.
    [few] Текст на языке «{ $language }» новее этого перевода на { $count } месяца.
    [many] Текст на языке «{ $language }» новее этого перевода на { $count } месяцев.
   *[other] Текст на языке «{ $language }» новее этого перевода на { $count } месяца.
}
notice-behind-years = { $count ->
    [one] Текст на языке «{ $language }» новее этого перевода на { $count } год.
    [few] Текст на языке «{ $language }» новее этого перевода на { $count } года.
    [many] Текст на языке «{ $language }» новее этого перевода на { $count } лет.
   *[other] Текст на языке «{ $language }» новее этого перевода на { $count } года.
}
notice-behind = Текст на языке «{ $language }» изменился с тех пор, как сделан этот перевод.
notice-incomplete = { $count ->
    [one] Здесь не переведён { $count } раздел текста на языке «{ $language }».
    [few] Здесь не переведены { $count } раздела текста на языке «{ $language }».
    [many] Здесь не переведены { $count } разделов текста на языке «{ $language }».
   *[other] Здесь не переведено { $count } раздела текста на языке «{ $language }».
}
notice-read = Читать на языке: { $language }
notice-fallback = Этого руководства пока нет на языке «{ $wanted }». Оно показано на языке «{ $shown }».
notice-fallback-action = Все руководства на языке: { $language }
notice-machine = Это руководство переведено машиной и может содержать ошибки.
notice-passed = { $count ->
    [one] На этой странице истёк { $count } срок.
    [few] На этой странице истекли { $count } срока.
    [many] На этой странице истекли { $count } сроков.
   *[other] На этой странице истекло { $count } срока.
}
notice-passed-action = Показать
sentences = { $first } { $second }

section-missing = Ещё не переведено: «{ $title }».
section-changed = Изменено в новейшем тексте: «{ $title }».

## Deadlines

deadline-before = до
deadline-by = не позднее
deadline-on = дата:
deadline-after = после
badge-passed = срок истёк
badge-today = сегодня
badge-due = { $count ->
    [one] через { $count } день
    [few] через { $count } дня
    [many] через { $count } дней
   *[other] через { $count } дня
}

## Home

home-guides = Руководства
home-recent = Что нового
home-deadlines = Сроки
home-deadlines-passed = Истекшие
feed = Лента
feed-title = { $site }: новые и изменённые руководства
calendar = Календарь
calendar-title = { $site }: сроки
for-programs = Для программ

## What changed

changes = Изменения
changes-title = Изменения в руководстве «{ $title }»
changes-back = Вернуться к руководству
changes-none = Изменилась только дата.
changes-to = до
change-added = добавлено
change-removed = удалено
change-changed = изменено
change-moved = перемещено

## Status

status = Состояние переводов
status-of = Состояние переводов: { $language }
status-all = Все языки
status-newest = новейший
status-up-to-date = актуален
status-behind = отстаёт
status-incomplete = неполный
status-missing = отсутствует
status-orphan = без источника
status-unknown = неизвестно
status-absent = не планируется
status-legend = Что означают слова
status-newest-meaning = Текст, с которым сравниваются остальные.
status-up-to-date-meaning = Нет ничего новее, и всё на месте.
status-behind-meaning = На другом языке есть более новый текст.
status-incomplete-meaning = Дата та же, но частей не хватает.
status-missing-meaning = Перевода нет.
status-orphan-meaning = Текста, с которого переводили, больше нет.
status-unknown-meaning = Не по чему судить.
status-absent-meaning = Отсутствует намеренно.
status-guide = Руководство
status-coverage = Доля актуальных руководств
status-share = { $fresh } из { $total }
status-percent = { $percent } %
status-filter = Показать
status-filter-all = всё
status-download = Скачать:
status-shown = Показано: { $shown } из { $total }, те, которым больше всего нужна работа. В файлах есть все.
status-timeline = { $count ->
    [one] { $count } срок, с { $first } по { $last }
    [few] { $count } срока, с { $first } по { $last }
    [many] { $count } сроков, с { $first } по { $last }
   *[other] { $count } срока, с { $first } по { $last }
}
status-behind-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
    [many] { $count } дней
   *[other] { $count } дня
}
status-behind-weeks = { $count ->
    [one] { $count } неделя
    [few] { $count } недели
    [many] { $count } недель
   *[other] { $count } недели
}
status-behind-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
    [many] { $count } месяцев
   *[other] { $count } месяца
}
status-behind-years = { $count ->
    [one] { $count } год
    [few] { $count } года
    [many] { $count } лет
   *[other] { $count } года
}
status-sections-missing = { $count ->
    [one] { $count } раздел
    [few] { $count } раздела
    [many] { $count } разделов
   *[other] { $count } раздела
}

## Other pages

missing-title = Страница не найдена
missing-text = По этому адресу нет страницы. Возможно, она перемещена или в ссылке есть ошибка.
missing-home = Перейти на главную
start-title = Выберите язык
redirect-title = Эта страница перемещена
redirect-text = Её новый адрес:

# What the reader chooses between: programming languages, editions of a product
pivots = Показать эту страницу для

# Kinds of links on a landing page
links-architecture = Архитектура
links-concept = Понятие
links-deploy = Развертывание
links-download = Скачать
links-get-started = Начало работы
links-how-to-guide = Практическое руководство
links-learn = Обучение
links-overview = Обзор
links-quickstart = Краткое руководство
links-reference = Справочник
links-sample = Пример
links-tutorial = Учебник
links-video = Видео
links-whats-new = Новые возможности

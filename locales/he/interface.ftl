## Around every page

skip-to-content = מעבר לתוכן
menu = תפריט
close = סגירה
navigation = מדריכים
breadcrumbs = המיקום הנוכחי
contents = בדף זה
home = דף הבית

languages = שפה
language-missing = לא תורגם
versions = גרסה
version-current = נוכחית
version-undated = ללא תאריך
switch-nearest = מוביל לסעיף הקרוב ביותר
switch-top = מוביל לראש הדף
theme = צבעים
theme-light = בהיר
theme-dark = כהה
theme-contrast = ניגודיות גבוהה
theme-system = כמו במערכת

search = חיפוש
search-hint = הקישו / או Ctrl+K
search-placeholder = חיפוש במדריכים
search-loading = מתבצע חיפוש…
search-none = המילים האלה אינן מופיעות באף דף.
search-more = תוצאות נוספות
search-failed = לא ניתן היה לטעון את החיפוש. נסו שוב.
search-part = חלק באתר
search-everywhere = בכל האתר
search-small = אל אם או אני את הוא היא זה כי לא מה על עם של איך איפה
search-without-script = החיפוש באתר זה דורש JavaScript. בלעדיו, כל המדריכים מופיעים בתפריט, והחיפוש של הדפדפן מוצא מילים בדף.
search-results = { $count ->
    [one] תוצאה אחת
    [two] שתי תוצאות
   *[other] { $count } תוצאות
}

## A guide

note = הערה
tip = עצה
important = חשוב
warning = אזהרה
caution = זהירות

previous = הקודם
next = הבא
neighbours = מדריכים נוספים
edit = עריכת דף זה
changes-link = מה השתנה
last-updated = עודכן לאחרונה:
translation-human = תרגום אנושי
translation-machine = תרגום מכונה

link-to-section = קישור לסעיף זה
outside-link = אינו חלק מאתר זה
outside-image = תמונה שאינה חלק מאתר זה
video = סרטון
code = קוד
copy = העתקה
copied = הועתק
table = טבלה
footnote = הערת שוליים
footnotes = הערות שוליים
back-to-text = חזרה לטקסט
task-done = בוצע
task-open = טרם בוצע
image-enlarge = הגדלת התמונה
original-show = הצגת הטקסט המקורי
original-hide = הסתרת הטקסט המקורי

## Notices above a guide

notice-superseded = גרסה חדשה יותר של מדריך זה פורסמה ב־{ $date }.
notice-superseded-undated = קיימת גרסה חדשה יותר של מדריך זה.
notice-superseded-action = מעבר לגרסה הנוכחית
notice-behind-days = { $count ->
    [one] הטקסט בשפה { $language } חדש ביום אחד מתרגום זה.
    [two] הטקסט בשפה { $language } חדש ביומיים מתרגום זה.
   *[other] הטקסט בשפה { $language } חדש ב־{ $count } ימים מתרגום זה.
}
notice-behind-weeks = { $count ->
    [one] הטקסט בשפה { $language } חדש בשבוע אחד מתרגום זה.
    [two] הטקסט בשפה { $language } חדש בשבועיים מתרגום זה.
   *[other] הטקסט בשפה { $language } חדש ב־{ $count } שבועות מתרגום זה.
}
notice-behind-months = { $count ->
    [one] הטקסט בשפה { $language } חדש בחודש אחד מתרגום זה.
    [two] הטקסט בשפה { $language } חדש בחודשיים מתרגום זה.
   *[other] הטקסט בשפה { $language } חדש ב־{ $count } חודשים מתרגום זה.
}
notice-behind-years = { $count ->
    [one] הטקסט בשפה { $language } חדש בשנה אחת מתרגום זה.
    [two] הטקסט בשפה { $language } חדש בשנתיים מתרגום זה.
   *[other] הטקסט בשפה { $language } חדש ב־{ $count } שנים מתרגום זה.
}
notice-behind = הטקסט בשפה { $language } השתנה מאז הכנת תרגום זה.
notice-incomplete = { $count ->
    [one] סעיף אחד מהטקסט בשפה { $language } אינו מתורגם כאן.
    [two] שני סעיפים מהטקסט בשפה { $language } אינם מתורגמים כאן.
   *[other] { $count } סעיפים מהטקסט בשפה { $language } אינם מתורגמים כאן.
}
notice-read = קריאה בשפה { $language }
notice-fallback = מדריך זה עדיין אינו זמין בשפה { $wanted }. הוא מוצג בשפה { $shown }.
notice-fallback-action = כל המדריכים בשפה { $language }
notice-machine = מדריך זה תורגם בידי מכונה ועלול להכיל שגיאות.
notice-passed = { $count ->
    [one] מועד אחרון אחד בדף זה חלף.
    [two] שני מועדים אחרונים בדף זה חלפו.
   *[other] { $count } מועדים אחרונים בדף זה חלפו.
}
notice-passed-action = הצגה
sentences = { $first } { $second }

section-missing = טרם תורגם: ״{ $title }״.
section-changed = השתנה בנוסח החדש ביותר: ״{ $title }״.

## Deadlines

deadline-before = לפני
deadline-by = לא יאוחר מ־
deadline-on = בתאריך
deadline-after = אחרי
badge-passed = חלף
badge-today = היום
badge-due = { $count ->
    [one] בעוד יום אחד
    [two] בעוד יומיים
   *[other] בעוד { $count } ימים
}

## Home

home-guides = מדריכים
home-recent = מה חדש
home-deadlines = מועדים אחרונים
home-deadlines-passed = מועדים שחלפו
feed = הזנה
feed-title = { $site }: מדריכים חדשים ומעודכנים
calendar = לוח שנה
calendar-title = { $site }: מועדים אחרונים
for-programs = לתוכנות

## What changed

changes = שינויים
changes-title = שינויים במדריך ״{ $title }״
changes-back = חזרה למדריך
changes-none = רק התאריך השתנה.
changes-to = עד
change-added = נוסף
change-removed = הוסר
change-changed = השתנה
change-moved = הועבר

## Status

status = מצב התרגומים
status-of = מצב התרגומים: { $language }
status-all = כל השפות
status-newest = החדש ביותר
status-up-to-date = מעודכן
status-behind = בפיגור
status-incomplete = חלקי
status-missing = חסר
status-orphan = ללא מקור
status-unknown = לא ידוע
status-absent = לא מתוכנן
status-legend = משמעות המילים
status-newest-meaning = הטקסט שאליו משווים את האחרים.
status-up-to-date-meaning = אין חדש ממנו ולא חסר דבר.
status-behind-meaning = בשפה אחרת יש טקסט חדש יותר.
status-incomplete-meaning = מאותו תאריך, אך חסרים חלקים.
status-missing-meaning = אין תרגום.
status-orphan-meaning = הטקסט שממנו תורגם אינו קיים עוד.
status-unknown-meaning = אין על מה להסתמך.
status-absent-meaning = חסר בכוונה.
status-guide = מדריך
status-coverage = שיעור המדריכים המעודכנים
status-share = { $fresh } מתוך { $total }
status-percent = { $percent }%
status-filter = הצגה
status-filter-all = הכול
status-download = הורדה:
status-shown = מוצגים: { $shown } מתוך { $total }, אלה שדורשים הכי הרבה עבודה. בקבצים נמצאים כולם.
status-timeline = { $count ->
    [one] מועד אחרון אחד, { $first }
    [two] שני מועדים אחרונים, מ־{ $first } עד { $last }
   *[other] { $count } מועדים אחרונים, מ־{ $first } עד { $last }
}
status-behind-days = { $count ->
    [one] יום אחד
    [two] יומיים
   *[other] { $count } ימים
}
status-behind-weeks = { $count ->
    [one] שבוע אחד
    [two] שבועיים
   *[other] { $count } שבועות
}
status-behind-months = { $count ->
    [one] חודש אחד
    [two] חודשיים
   *[other] { $count } חודשים
}
status-behind-years = { $count ->
    [one] שנה אחת
    [two] שנתיים
   *[other] { $count } שנים
}
status-sections-missing = { $count ->
    [one] סעיף אחד
    [two] שני סעיפים
   *[other] { $count } סעיפים
}

## Other pages

missing-title = הדף לא נמצא
missing-text = אין דף בכתובת זו. ייתכן שהועבר, או שיש שגיאה בקישור.
missing-home = מעבר לדף הבית
start-title = בחרו שפה
redirect-title = הדף הועבר
redirect-text = הכתובת החדשה שלו:

# What the reader chooses between: programming languages, editions of a product
pivots = הצגת הדף עבור

# Kinds of links on a landing page
links-architecture = ארכיטקטורה
links-concept = מושג
links-deploy = פריסה
links-download = הורדה
links-get-started = תחילת העבודה
links-how-to-guide = מדריך מעשי
links-learn = לימוד
links-overview = סקירה כללית
links-quickstart = התחלה מהירה
links-reference = חומר עזר
links-sample = דוגמה
links-tutorial = ערכת לימוד
links-video = סרטון
links-whats-new = מה חדש

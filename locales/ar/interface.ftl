## Around every page

skip-to-content = انتقل إلى المحتوى
menu = القائمة
close = إغلاق
navigation = الأدلة
breadcrumbs = أنت هنا
contents = في هذه الصفحة
home = الصفحة الرئيسية

languages = اللغة
language-missing = غير مترجم
versions = الإصدار
version-current = الحالي
version-undated = بلا تاريخ
switch-nearest = يؤدي إلى أقرب قسم
switch-top = يؤدي إلى أعلى الصفحة
theme = الألوان
theme-light = فاتح
theme-dark = داكن
theme-contrast = تباين عالٍ
theme-system = مثل النظام

search = بحث
search-hint = اضغط / أو Ctrl+K
search-placeholder = ابحث في الأدلة
search-loading = جارٍ البحث…
search-none = لا توجد صفحة تحتوي على هذه الكلمات.
search-more = مزيد من النتائج
search-failed = تعذّر تحميل البحث. حاول مرة أخرى.
search-part = قسم الموقع
search-everywhere = في كل الموقع
search-small = أو إلى أن إن التي الذي بعد في قبل كيف لا ما متى من مع هذا هذه هل هو هي على عن و
search-without-script = يحتاج البحث في هذا الموقع إلى JavaScript. من دونه تجد كل الأدلة في القائمة، ويعثر بحث المتصفح على الكلمات داخل الصفحة.
search-results = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}

## A guide

note = ملاحظة
tip = نصيحة
important = مهم
warning = تحذير
caution = تنبيه

previous = السابق
next = التالي
neighbours = أدلة أخرى
edit = تحرير هذه الصفحة
changes-link = ما الذي تغيّر
last-updated = آخر تحديث:
translation-human = ترجمة بشرية
translation-machine = ترجمة آلية

link-to-section = رابط إلى هذا القسم
outside-link = ليس جزءًا من هذا الموقع
outside-image = صورة ليست جزءًا من هذا الموقع
video = فيديو
code = تعليمات برمجية
copy = نسخ
copied = تم النسخ
table = جدول
footnote = حاشية
footnotes = الحواشي
back-to-text = العودة إلى النص
task-done = تم
task-open = لم يتم بعد
image-enlarge = تكبير الصورة
original-show = إظهار النص الأصلي
original-hide = إخفاء النص الأصلي

## Notices above a guide

notice-superseded = نُشر إصدار أحدث من هذا الدليل في { $date }.
notice-superseded-undated = يوجد إصدار أحدث من هذا الدليل.
notice-superseded-action = انتقل إلى الإصدار الحالي
notice-behind-days = { $count ->
    [one] النص باللغة { $language } أحدث من هذه الترجمة بيوم واحد.
    [two] النص باللغة { $language } أحدث من هذه الترجمة بيومين.
    [few] النص باللغة { $language } أحدث من هذه الترجمة بـ { $count } أيام.
    [many] النص باللغة { $language } أحدث من هذه الترجمة بـ { $count } يومًا.
    [zero] النص باللغة { $language } أحدث من هذه الترجمة.
   *[other] النص باللغة { $language } أحدث من هذه الترجمة بـ { $count } يوم.
}
notice-behind-weeks = { $count ->
    [one] النص باللغة { $language } أحدث من هذه الترجمة بأسبوع واحد.
    [two] النص باللغة { $language } أحدث من هذه الترجمة بأسبوعين.
    [few] النص باللغة { $language } أحدث من هذه الترجمة بـ { $count } أسابيع.
    [many] النص باللغة { $language } أحدث من هذه الترجمة بـ { $count } أسبوعًا.
    [zero] النص باللغة { $language } أحدث من هذه الترجمة.
   *[other] النص باللغة { $language } أحدث من هذه الترجمة بـ { $count } أسبوع.
}
notice-behind-months = { $count ->
    [one] النص باللغة { $language } أحدث من هذه الترجمة بشهر واحد.
    [two] النص باللغة { $language } أحدث من هذه الترجمة بشهرين.
    [few] النص باللغة { $language } أحدث من هذه الترجمة بـ { $count } أشهر.
    [many] النص باللغة { $language } أحدث من هذه الترجمة بـ { $count } شهرًا.
    [zero] النص باللغة { $language } أحدث من هذه الترجمة.
   *[other] النص باللغة { $language } أحدث من هذه الترجمة بـ { $count } شهر.
}
notice-behind-years = { $count ->
    [one] النص باللغة { $language } أحدث من هذه الترجمة بسنة واحدة.
    [two] النص باللغة { $language } أحدث من هذه الترجمة بسنتين.
    [few] النص باللغة { $language } أحدث من هذه الترجمة بـ { $count } سنوات.
    [many] النص باللغة { $language } أحدث من هذه الترجمة بـ { $count } سنة.
    [zero] النص باللغة { $language } أحدث من هذه الترجمة.
   *[other] النص باللغة { $language } أحدث من هذه الترجمة بـ { $count } سنة.
}
notice-behind = تغيّر النص باللغة { $language } منذ إعداد هذه الترجمة.
notice-incomplete = { $count ->
    [one] قسم واحد من النص باللغة { $language } غير مترجم هنا.
    [two] قسمان من النص باللغة { $language } غير مترجمين هنا.
    [few] { $count } أقسام من النص باللغة { $language } غير مترجمة هنا.
    [many] { $count } قسمًا من النص باللغة { $language } غير مترجمة هنا.
    [zero] لا ينقص شيء من النص باللغة { $language }.
   *[other] { $count } قسم من النص باللغة { $language } غير مترجمة هنا.
}
notice-read = اقرأه باللغة { $language }
notice-fallback = لم يُترجم هذا الدليل بعد إلى اللغة { $wanted }. يظهر لك باللغة { $shown }.
notice-fallback-action = كل الأدلة باللغة { $language }
notice-machine = تُرجم هذا الدليل آليًا وقد يحتوي على أخطاء.
notice-passed = { $count ->
    [one] انقضى موعد نهائي واحد في هذه الصفحة.
    [two] انقضى موعدان نهائيان في هذه الصفحة.
    [few] انقضت { $count } مواعيد نهائية في هذه الصفحة.
    [many] انقضى { $count } موعدًا نهائيًا في هذه الصفحة.
    [zero] لم ينقضِ أي موعد نهائي في هذه الصفحة.
   *[other] انقضى { $count } موعد نهائي في هذه الصفحة.
}
notice-passed-action = إظهار
sentences = { $first } { $second }

section-missing = لم يُترجم بعد: «{ $title }».
section-changed = تغيّر في أحدث نص: «{ $title }».

## Deadlines

deadline-before = قبل
deadline-by = في موعد أقصاه
deadline-on = في
deadline-after = بعد
badge-passed = انقضى
badge-today = اليوم
badge-due = { $count ->
    [zero] اليوم
    [one] بعد يوم واحد
    [two] بعد يومين
    [few] بعد { $count } أيام
    [many] بعد { $count } يومًا
   *[other] بعد { $count } يوم
}

## Home

home-guides = الأدلة
home-recent = الجديد
home-deadlines = المواعيد النهائية
home-deadlines-passed = مواعيد انقضت
feed = موجز الأخبار
feed-title = { $site }: أدلة جديدة ومعدّلة
calendar = التقويم
calendar-title = { $site }: المواعيد النهائية
for-programs = للبرامج

## What changed

changes = التغييرات
changes-title = التغييرات في «{ $title }»
changes-back = العودة إلى الدليل
changes-none = لم يتغيّر سوى التاريخ.
changes-to = إلى
change-added = مضاف
change-removed = محذوف
change-changed = معدّل
change-moved = منقول

## Status

status = حالة الترجمة
status-of = حالة الترجمة: { $language }
status-all = كل اللغات
status-newest = الأحدث
status-up-to-date = محدّثة
status-behind = متأخرة
status-incomplete = غير مكتملة
status-missing = غير موجودة
status-orphan = بلا مصدر
status-unknown = غير معروفة
status-absent = غير مقررة
status-legend = معاني الكلمات
status-newest-meaning = النص الذي تُقارن به النصوص الأخرى.
status-up-to-date-meaning = لا شيء أحدث ولا شيء ناقص.
status-behind-meaning = يوجد نص أحدث بلغة أخرى.
status-incomplete-meaning = بالتاريخ نفسه، لكن أجزاء منه ناقصة.
status-missing-meaning = لا توجد ترجمة.
status-orphan-meaning = لم يعد النص الذي تُرجم منه موجودًا.
status-unknown-meaning = لا يوجد ما يُستند إليه.
status-absent-meaning = غيابها مقصود.
status-guide = الدليل
status-coverage = نسبة الأدلة المحدّثة
status-share = { $fresh } من { $total }
status-percent = { $percent }٪
status-filter = إظهار
status-filter-all = الكل
status-download = تنزيل:
status-shown = المعروض: { $shown } من { $total }، وهي الأحوج إلى العمل. وفي الملفات كلها.
status-timeline = { $count ->
    [zero] لا مواعيد نهائية
    [one] موعد نهائي واحد: { $first }
    [two] موعدان نهائيان: { $first } و{ $last }
    [few] { $count } مواعيد نهائية، من { $first } إلى { $last }
    [many] { $count } موعدًا نهائيًا، من { $first } إلى { $last }
   *[other] { $count } موعد نهائي، من { $first } إلى { $last }
}
status-behind-days = { $count ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
status-behind-weeks = { $count ->
    [zero] أقل من أسبوع
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $count } أسابيع
    [many] { $count } أسبوعًا
   *[other] { $count } أسبوع
}
status-behind-months = { $count ->
    [zero] أقل من شهر
    [one] شهر واحد
    [two] شهران
    [few] { $count } أشهر
    [many] { $count } شهرًا
   *[other] { $count } شهر
}
status-behind-years = { $count ->
    [zero] أقل من سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $count } سنوات
    [many] { $count } سنة
   *[other] { $count } سنة
}
status-sections-missing = { $count ->
    [zero] لا أقسام
    [one] قسم واحد
    [two] قسمان
    [few] { $count } أقسام
    [many] { $count } قسمًا
   *[other] { $count } قسم
}

## Other pages

missing-title = الصفحة غير موجودة
missing-text = لا توجد صفحة في هذا العنوان. ربما نُقلت، أو ربما في الرابط خطأ.
missing-home = انتقل إلى الصفحة الرئيسية
start-title = اختر لغتك
redirect-title = نُقلت هذه الصفحة
redirect-text = عنوانها الجديد:

# What the reader chooses between: programming languages, editions of a product
pivots = عرض هذه الصفحة لـ

# Kinds of links on a landing page
links-architecture = البنية
links-concept = مفهوم
links-deploy = النشر
links-download = تنزيل
links-get-started = بدء الاستخدام
links-how-to-guide = دليل إرشادي
links-learn = تعلّم
links-overview = نظرة عامة
links-quickstart = بدء سريع
links-reference = مرجع
links-sample = نموذج
links-tutorial = برنامج تعليمي
links-video = فيديو
links-whats-new = ما الجديد

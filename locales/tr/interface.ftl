## Around every page

skip-to-content = İçeriğe geç
menu = Menü
close = Kapat
navigation = Kılavuzlar
breadcrumbs = Buradasınız
contents = Bu sayfada
home = Ana sayfa

languages = Dil
language-missing = çevrilmedi
versions = Sürüm
version-current = geçerli
version-undated = tarihsiz
switch-nearest = en yakın bölüme götürür
switch-top = sayfanın başına götürür
theme = Renkler
theme-light = Açık
theme-dark = Koyu
theme-contrast = Yüksek karşıtlık
theme-system = Sistem gibi

search = Ara
search-hint = / veya Ctrl+K tuşlarına basın
search-placeholder = Kılavuzlarda ara
search-loading = Aranıyor…
search-none = Bu sözcükler hiçbir sayfada geçmiyor.
search-more = Daha fazla sonuç
search-failed = Arama yüklenemedi. Lütfen yeniden deneyin.
search-part = Sitenin bölümü
search-everywhere = her yerde
search-small = bir bu da de gibi için ile mi mı ne nasıl nerede o olan ve veya ya
search-without-script = Bu sitede arama yapmak için JavaScript gerekir. JavaScript olmadan tüm kılavuzları menüde bulabilir, sayfadaki sözcükleri tarayıcınızın aramasıyla arayabilirsiniz.
search-results = { $count ->
    [one] { $count } sonuç
   *[other] { $count } sonuç
}

## A guide

note = Not
tip = İpucu
important = Önemli
warning = Uyarı
caution = Dikkat

previous = Önceki
next = Sonraki
neighbours = Diğer kılavuzlar
edit = Bu sayfayı düzenle
changes-link = Neler değişti
last-updated = Son güncelleme:
translation-human = İnsan çevirisi
translation-machine = Makine çevirisi

link-to-section = Bu bölümün bağlantısı
outside-link = bu sitenin parçası değil
outside-image = bu sitenin parçası olmayan görüntü
video = Video
code = Kod
copy = Kopyala
copied = Kopyalandı
table = Tablo
footnote = Dipnot
footnotes = Dipnotlar
back-to-text = Metne dön
task-done = yapıldı
task-open = yapılacak
image-enlarge = Görüntüyü büyüt
original-show = Özgün metni göster
original-hide = Özgün metni gizle

## Notices above a guide

notice-superseded = Bu kılavuzun daha yeni bir sürümü { $date } tarihinde yayımlandı.
notice-superseded-undated = Bu kılavuzun daha yeni bir sürümü var.
notice-superseded-action = Geçerli sürüme git
notice-behind-days = { $count ->
    [one] { $language } metin bu çeviriden bir gün daha yeni.
   *[other] { $language } metin bu çeviriden { $count } gün daha yeni.
}
notice-behind-weeks = { $count ->
    [one] { $language } metin bu çeviriden bir hafta daha yeni.
   *[other] { $language } metin bu çeviriden { $count } hafta daha yeni.
}
notice-behind-months = { $count ->
    [one] { $language } metin bu çeviriden bir ay daha yeni.
   *[other] { $language } metin bu çeviriden { $count } ay daha yeni.
}
notice-behind-years = { $count ->
    [one] { $language } metin bu çeviriden bir yıl daha yeni.
   *[other] { $language } metin bu çeviriden { $count } yıl daha yeni.
}
notice-behind = { $language } metin bu çeviri yapıldıktan sonra değişti.
notice-incomplete = { $count ->
    [one] { $language } metnin bir bölümü burada çevrilmemiş.
   *[other] { $language } metnin { $count } bölümü burada çevrilmemiş.
}
notice-read = { $language } metni oku
notice-fallback = Bu kılavuz henüz şu dile çevrilmedi: { $wanted }. Gösterilen dil: { $shown }.
notice-fallback-action = Tüm kılavuzlar: { $language }
notice-machine = Bu kılavuz makineyle çevrildi ve hatalar içerebilir.
notice-passed = { $count ->
    [one] Bu sayfadaki bir son tarih geçti.
   *[other] Bu sayfadaki { $count } son tarih geçti.
}
notice-passed-action = Göster
sentences = { $first } { $second }

section-missing = Henüz çevrilmedi: “{ $title }”.
section-changed = En yeni metinde değişti: “{ $title }”.

## Deadlines

deadline-before = Şu tarihten önce:
deadline-by = En geç:
deadline-on = Tarih:
deadline-after = Şu tarihten sonra:
badge-passed = geçti
badge-today = bugün
badge-due = { $count ->
    [one] { $count } gün sonra
   *[other] { $count } gün sonra
}

## Home

home-guides = Kılavuzlar
home-recent = Yenilikler
home-deadlines = Son tarihler
home-deadlines-passed = Geçenler
feed = Akış
feed-title = { $site }: yeni ve değişen kılavuzlar
calendar = Takvim
calendar-title = { $site }: son tarihler
for-programs = Programlar için

## What changed

changes = Değişiklikler
changes-title = “{ $title }” kılavuzundaki değişiklikler
changes-back = Kılavuza dön
changes-none = Yalnızca tarih değişti.
changes-to = yeni:
change-added = eklendi
change-removed = kaldırıldı
change-changed = değişti
change-moved = taşındı

## Status

status = Çevirilerin durumu
status-of = Çevirilerin durumu: { $language }
status-all = Tüm diller
status-newest = en yeni
status-up-to-date = güncel
status-behind = geride
status-incomplete = eksik
status-missing = yok
status-orphan = kaynaksız
status-unknown = bilinmiyor
status-absent = planlanmadı
status-legend = Sözcüklerin anlamı
status-newest-meaning = Diğerlerinin karşılaştırıldığı metin.
status-up-to-date-meaning = Daha yenisi yok, eksiği de yok.
status-behind-meaning = Başka bir dilde daha yeni bir metin var.
status-incomplete-meaning = Tarihi aynı, ama bazı parçaları eksik.
status-missing-meaning = Çevirisi yok.
status-orphan-meaning = Çevrildiği metin artık yok.
status-unknown-meaning = Karar vermeye yetecek bir şey yok.
status-absent-meaning = Bilerek yok.
status-guide = Kılavuz
status-coverage = Güncel kılavuzların payı
status-share = { $fresh } / { $total }
status-percent = %{ $percent }
status-filter = Göster
status-filter-all = tümü
status-download = İndir:
status-shown = Gösterilen: { $total } içinden { $shown }, en çok iş gerektirenler. Dosyalarda hepsi vardır.
status-timeline = { $count ->
    [one] Bir son tarih: { $first }
   *[other] { $count } son tarih: { $first } – { $last }
}
status-behind-days = { $count ->
    [one] bir gün
   *[other] { $count } gün
}
status-behind-weeks = { $count ->
    [one] bir hafta
   *[other] { $count } hafta
}
status-behind-months = { $count ->
    [one] bir ay
   *[other] { $count } ay
}
status-behind-years = { $count ->
    [one] bir yıl
   *[other] { $count } yıl
}
status-sections-missing = { $count ->
    [one] bir bölüm
   *[other] { $count } bölüm
}

## Other pages

missing-title = Sayfa bulunamadı
missing-text = Bu adreste bir sayfa yok. Taşınmış olabilir ya da bağlantıda bir hata olabilir.
missing-home = Ana sayfaya git
start-title = Dilinizi seçin
redirect-title = Bu sayfa taşındı
redirect-text = Yeni adresi:

# What the reader chooses between: programming languages, editions of a product
pivots = Bu sayfayı şunun için göster

# Kinds of links on a landing page
links-architecture = Mimari
links-concept = Kavram
links-deploy = Dağıtım
links-download = İndirme
links-get-started = Başlarken
links-how-to-guide = Nasıl yapılır kılavuzu
links-learn = Öğrenin
links-overview = Genel bakış
links-quickstart = Hızlı başlangıç
links-reference = Başvuru
links-sample = Örnek
links-tutorial = Öğretici
links-video = Video
links-whats-new = Yenilikler

## Around every page

skip-to-content = 본문으로 이동
menu = 메뉴
close = 닫기
navigation = 가이드
breadcrumbs = 현재 위치
contents = 이 페이지의 내용
home = 홈

languages = 언어
language-missing = 번역되지 않음
versions = 버전
version-current = 현재
version-undated = 날짜 없음
switch-nearest = 가장 가까운 섹션으로 이동합니다
switch-top = 페이지 맨 위로 이동합니다
theme = 색
theme-light = 밝게
theme-dark = 어둡게
theme-contrast = 고대비
theme-system = 시스템 설정에 맞춤

search = 검색
search-hint = / 또는 Ctrl+K를 누르세요
search-placeholder = 가이드 검색
search-loading = 검색하는 중…
search-none = 이 단어가 포함된 페이지가 없습니다.
search-more = 결과 더 보기
search-failed = 검색을 불러오지 못했습니다. 다시 시도하세요.
search-part = 사이트의 부분
search-everywhere = 전체
search-small = 그 및 또는 수 이 것 등 저
search-without-script = 이 사이트에서 검색하려면 JavaScript가 필요합니다. JavaScript가 없어도 메뉴에서 모든 가이드를 볼 수 있으며, 브라우저의 찾기 기능으로 페이지 안의 단어를 찾을 수 있습니다.
search-results = { $count ->
   *[other] 결과 { $count }개
}

## A guide

note = 참고
tip = 팁
important = 중요
warning = 경고
caution = 주의

previous = 이전
next = 다음
neighbours = 다른 가이드
edit = 이 페이지 편집
changes-link = 변경된 내용
last-updated = 마지막 업데이트:
translation-human = 사람이 번역함
translation-machine = 기계 번역

link-to-section = 이 섹션 링크
outside-link = 이 사이트에 포함되지 않음
outside-image = 이 사이트에 포함되지 않은 이미지
video = 동영상
code = 코드
copy = 복사
copied = 복사됨
table = 표
footnote = 각주
footnotes = 각주
back-to-text = 본문으로 돌아가기
task-done = 완료
task-open = 미완료
image-enlarge = 이미지 확대
original-show = 원문 표시
original-hide = 원문 숨기기

## Notices above a guide

notice-superseded = 이 가이드의 새 버전이 { $date }에 게시되었습니다.
notice-superseded-undated = 이 가이드의 새 버전이 있습니다.
notice-superseded-action = 현재 버전으로 이동
notice-behind-days = { $count ->
   *[other] { $language } 텍스트가 이 번역보다 { $count }일 더 최신입니다.
}
notice-behind-weeks = { $count ->
   *[other] { $language } 텍스트가 이 번역보다 { $count }주 더 최신입니다.
}
notice-behind-months = { $count ->
   *[other] { $language } 텍스트가 이 번역보다 { $count }개월 더 최신입니다.
}
notice-behind-years = { $count ->
   *[other] { $language } 텍스트가 이 번역보다 { $count }년 더 최신입니다.
}
notice-behind = 이 번역이 작성된 후 { $language } 텍스트가 변경되었습니다.
notice-incomplete = { $count ->
   *[other] { $language } 텍스트의 섹션 { $count }개가 여기에 번역되어 있지 않습니다.
}
notice-read = { $language }로 읽기
notice-fallback = 이 가이드는 아직 { $wanted }로 번역되지 않았습니다. { $shown }로 표시됩니다.
notice-fallback-action = { $language }로 된 모든 가이드
notice-machine = 이 가이드는 기계 번역되었으며 오류가 있을 수 있습니다.
notice-passed = { $count ->
   *[other] 이 페이지의 기한 { $count }개가 지났습니다.
}
notice-passed-action = 표시
sentences = { $first } { $second }

section-missing = 아직 번역되지 않음: “{ $title }”
section-changed = 최신 글에서 변경됨: “{ $title }”

## Deadlines

deadline-before = 전날까지:
deadline-by = 기한:
deadline-on = 당일:
deadline-after = 다음 날부터:
badge-passed = 지남
badge-today = 오늘
badge-due = { $count ->
   *[other] { $count }일 남음
}

## Home

home-guides = 가이드
home-recent = 새로운 소식
home-deadlines = 기한
home-deadlines-passed = 지난 기한
feed = 피드
feed-title = { $site }: 새 가이드와 변경된 가이드
calendar = 달력
calendar-title = { $site }: 기한
for-programs = 프로그램용

## What changed

changes = 변경 내용
changes-title = “{ $title }”의 변경 내용
changes-back = 가이드로 돌아가기
changes-none = 날짜만 변경되었습니다.
changes-to = 이후
change-added = 추가됨
change-removed = 제거됨
change-changed = 변경됨
change-moved = 이동됨

## Status

status = 번역 상태
status-of = 번역 상태: { $language }
status-all = 모든 언어
status-newest = 최신본
status-up-to-date = 최신 상태
status-behind = 뒤처짐
status-incomplete = 불완전
status-missing = 없음
status-orphan = 원본 없음
status-unknown = 알 수 없음
status-absent = 계획 없음
status-legend = 용어의 의미
status-newest-meaning = 다른 언어를 비교하는 기준이 되는 텍스트입니다.
status-up-to-date-meaning = 더 최신인 것도, 빠진 것도 없습니다.
status-behind-meaning = 다른 언어에 더 최신인 텍스트가 있습니다.
status-incomplete-meaning = 날짜는 같지만 빠진 부분이 있습니다.
status-missing-meaning = 번역이 없습니다.
status-orphan-meaning = 번역의 원본이 더 이상 없습니다.
status-unknown-meaning = 판단할 근거가 없습니다.
status-absent-meaning = 의도적으로 두지 않았습니다.
status-guide = 가이드
status-coverage = 최신 상태인 가이드의 비율
status-share = { $total }개 중 { $fresh }개
status-percent = { $percent }%
status-filter = 표시
status-filter-all = 모두
status-download = 다운로드:
status-shown = { $total }개 중 작업이 가장 필요한 { $shown }개를 표시합니다. 파일에는 모두 들어 있습니다.
status-timeline = { $count ->
   *[other] 기한 { $count }개, { $first }부터 { $last }까지
}
status-behind-days = { $count ->
   *[other] { $count }일
}
status-behind-weeks = { $count ->
   *[other] { $count }주
}
status-behind-months = { $count ->
   *[other] { $count }개월
}
status-behind-years = { $count ->
   *[other] { $count }년
}
status-sections-missing = { $count ->
   *[other] 섹션 { $count }개
}

## Other pages

missing-title = 페이지를 찾을 수 없음
missing-text = 이 주소에 페이지가 없습니다. 페이지가 이동되었거나 링크에 오류가 있을 수 있습니다.
missing-home = 홈으로 이동
start-title = 언어를 선택하세요
redirect-title = 이 페이지는 이동되었습니다
redirect-text = 새 주소:

# What the reader chooses between: programming languages, editions of a product
pivots = 이 페이지를 표시할 대상

# Kinds of links on a landing page
links-architecture = 아키텍처
links-concept = 개념
links-deploy = 배포
links-download = 다운로드
links-get-started = 시작하기
links-how-to-guide = 방법 가이드
links-learn = 학습
links-overview = 개요
links-quickstart = 빠른 시작
links-reference = 참조
links-sample = 샘플
links-tutorial = 자습서
links-video = 동영상
links-whats-new = 새로운 기능

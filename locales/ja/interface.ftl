## Around every page

skip-to-content = 本文へ移動
menu = メニュー
close = 閉じる
navigation = ガイド
breadcrumbs = 現在の場所
contents = このページの内容
home = ホーム

languages = 言語
language-missing = 未翻訳
versions = 版
version-current = 現行
version-undated = 日付なし
switch-nearest = 最も近いセクションに移動します
switch-top = ページの先頭に移動します
theme = 配色
theme-light = ライト
theme-dark = ダーク
theme-contrast = ハイコントラスト
theme-system = システムに合わせる

search = 検索
search-hint = / または Ctrl+K を押します
search-placeholder = ガイドを検索
search-loading = 検索しています…
search-none = 該当するページはありません。
search-more = 結果をさらに表示
search-failed = 検索を読み込めませんでした。もう一度お試しください。
search-part = サイト内の範囲
search-everywhere = すべて
search-small = が から した する です で と に の は へ ます まで も や より を
search-without-script = このサイトの検索には JavaScript が必要です。JavaScript を使わない場合は、メニューですべてのガイドを一覧でき、ブラウザーの検索機能でページ内の語句を探せます。
search-results = { $count ->
   *[other] { $count } 件
}

## A guide

note = 注意
tip = ヒント
important = 重要
warning = 警告
caution = 危険

previous = 前へ
next = 次へ
neighbours = 前後のガイド
edit = このページを編集
changes-link = 変更点
last-updated = 最終更新日:
translation-human = 人による翻訳
translation-machine = 機械翻訳

link-to-section = このセクションへのリンク
outside-link = このサイトの外部
outside-image = このサイトにない画像
video = 動画
code = コード
copy = コピー
copied = コピーしました
table = 表
footnote = 脚注
footnotes = 脚注
back-to-text = 本文に戻る
task-done = 完了
task-open = 未完了
image-enlarge = 画像を拡大
original-show = 原文を表示
original-hide = 原文を隠す

## Notices above a guide

notice-superseded = このガイドの新しい版が { $date }に公開されています。
notice-superseded-undated = このガイドには新しい版があります。
notice-superseded-action = 現行の版を表示
notice-behind-days = { $count ->
   *[other] { $language }のテキストは、この翻訳より { $count } 日新しくなっています。
}
notice-behind-weeks = { $count ->
   *[other] { $language }のテキストは、この翻訳より { $count } 週間新しくなっています。
}
notice-behind-months = { $count ->
   *[other] { $language }のテキストは、この翻訳より { $count } か月新しくなっています。
}
notice-behind-years = { $count ->
   *[other] { $language }のテキストは、この翻訳より { $count } 年新しくなっています。
}
notice-behind = { $language }のテキストは、この翻訳の後に変更されています。
notice-incomplete = { $count ->
   *[other] { $language }のテキストのうち { $count } 個のセクションがここでは翻訳されていません。
}
notice-read = { $language }で読む
notice-fallback = このガイドはまだ{ $wanted }に翻訳されていません。{ $shown }で表示しています。
notice-fallback-action = { $language }のすべてのガイド
notice-machine = このガイドは機械翻訳されたもので、誤りを含む可能性があります。
notice-passed = { $count ->
   *[other] このページの { $count } 件の期限が過ぎています。
}
notice-passed-action = 表示
sentences = { $first }{ $second }

section-missing = 未翻訳: 「{ $title }」
section-changed = 最新の文書で変更あり: 「{ $title }」

## Deadlines

deadline-before = 前日まで:
deadline-by = 期限:
deadline-on = 当日:
deadline-after = 翌日以降:
badge-passed = 期限切れ
badge-today = 今日
badge-due = { $count ->
   *[other] あと { $count } 日
}

## Home

home-guides = ガイド
home-recent = 新着情報
home-deadlines = 期限
home-deadlines-passed = 過ぎた期限
feed = フィード
feed-title = { $site }: 新しいガイドと変更されたガイド
calendar = カレンダー
calendar-title = { $site }: 期限
for-programs = プログラム向け

## What changed

changes = 変更点
changes-title = 「{ $title }」の変更点
changes-back = ガイドに戻る
changes-none = 日付だけが変更されました。
changes-to = から
change-added = 追加
change-removed = 削除
change-changed = 変更
change-moved = 移動

## Status

status = 翻訳の状況
status-of = 翻訳の状況: { $language }
status-all = すべての言語
status-newest = 最新版
status-up-to-date = 最新
status-behind = 遅れ
status-incomplete = 不完全
status-missing = なし
status-orphan = 原文なし
status-unknown = 不明
status-absent = 予定なし
status-legend = 用語の意味
status-newest-meaning = ほかの言語と比較する基準となるテキストです。
status-up-to-date-meaning = より新しいものはなく、欠けている部分もありません。
status-behind-meaning = 別の言語により新しいテキストがあります。
status-incomplete-meaning = 日付は同じですが、欠けている部分があります。
status-missing-meaning = 翻訳がありません。
status-orphan-meaning = 翻訳元のテキストがなくなっています。
status-unknown-meaning = 判断する材料がありません。
status-absent-meaning = 意図的に用意していません。
status-guide = ガイド
status-coverage = 最新のガイドの割合
status-share = { $total } 件中 { $fresh } 件
status-percent = { $percent }%
status-filter = 表示
status-filter-all = すべて
status-download = ダウンロード:
status-shown = { $total } 件のうち、作業が最も必要な { $shown } 件を表示しています。ファイルにはすべてが含まれます。
status-timeline = { $count ->
   *[other] 期限 { $count } 件（{ $first }から{ $last }まで）
}
status-behind-days = { $count ->
   *[other] { $count } 日
}
status-behind-weeks = { $count ->
   *[other] { $count } 週間
}
status-behind-months = { $count ->
   *[other] { $count } か月
}
status-behind-years = { $count ->
   *[other] { $count } 年
}
status-sections-missing = { $count ->
   *[other] { $count } セクション
}

## Other pages

missing-title = ページが見つかりません
missing-text = このアドレスにページはありません。移動したか、リンクに誤りがある可能性があります。
missing-home = ホームへ移動
start-title = 言語を選択してください
redirect-title = このページは移動しました
redirect-text = 新しいアドレス:

# What the reader chooses between: programming languages, editions of a product
pivots = このページの表示対象

# Kinds of links on a landing page
links-architecture = アーキテクチャ
links-concept = 概念
links-deploy = デプロイ
links-download = ダウンロード
links-get-started = はじめに
links-how-to-guide = 操作ガイド
links-learn = 学習
links-overview = 概要
links-quickstart = クイック スタート
links-reference = リファレンス
links-sample = サンプル
links-tutorial = チュートリアル
links-video = 動画
links-whats-new = 新機能

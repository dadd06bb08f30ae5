## Around every page

skip-to-content = 跳到正文
menu = 菜单
close = 关闭
navigation = 指南
breadcrumbs = 当前位置
contents = 本页内容
home = 首页

languages = 语言
language-missing = 未翻译
versions = 版本
version-current = 当前
version-undated = 无日期
switch-nearest = 转到最接近的章节
switch-top = 转到页面顶部
theme = 配色
theme-light = 浅色
theme-dark = 深色
theme-contrast = 高对比度
theme-system = 跟随系统

search = 搜索
search-hint = 按 / 或 Ctrl+K
search-placeholder = 搜索指南
search-loading = 正在搜索…
search-none = 没有页面包含这些词语。
search-more = 更多结果
search-failed = 无法加载搜索功能，请重试。
search-part = 站点范围
search-everywhere = 全部
search-small = 的 了 在 是 和 与 或 及 怎么 如何 吗
search-without-script = 在本站搜索需要 JavaScript。没有 JavaScript 时，可以在菜单中找到所有指南，并用浏览器的查找功能在页面中查找词语。
search-results = { $count ->
   *[other] { $count } 个结果
}

## A guide

note = 备注
tip = 提示
important = 重要
warning = 警告
caution = 注意

previous = 上一篇
next = 下一篇
neighbours = 其他指南
edit = 编辑此页面
changes-link = 更改内容
last-updated = 上次更新：
translation-human = 人工翻译
translation-machine = 机器翻译

link-to-section = 指向此章节的链接
outside-link = 不属于本站
outside-image = 不属于本站的图像
video = 视频
code = 代码
copy = 复制
copied = 已复制
table = 表格
footnote = 脚注
footnotes = 脚注
back-to-text = 返回正文
task-done = 已完成
task-open = 未完成
image-enlarge = 放大图像
original-show = 显示原文
original-hide = 隐藏原文

## Notices above a guide

notice-superseded = 本指南的较新版本已于 { $date }发布。
notice-superseded-undated = 本指南有较新版本。
notice-superseded-action = 转到当前版本
notice-behind-days = { $count ->
   *[other] { $language }文本比此译文新 { $count } 天。
}
notice-behind-weeks = { $count ->
   *[other] { $language }文本比此译文新 { $count } 周。
}
notice-behind-months = { $count ->
   *[other] { $language }文本比此译文新 { $count } 个月。
}
notice-behind-years = { $count ->
   *[other] { $language }文本比此译文新 { $count } 年。
}
notice-behind = 此译文完成后，{ $language }文本已有更改。
notice-incomplete = { $count ->
   *[other] { $language }文本中有 { $count } 个章节在此处尚未翻译。
}
notice-read = 阅读{ $language }版
notice-fallback = 本指南尚未翻译成{ $wanted }，现以{ $shown }显示。
notice-fallback-action = 所有{ $language }指南
notice-machine = 本指南由机器翻译，可能包含错误。
notice-passed = { $count ->
   *[other] 本页有 { $count } 个截止日期已过。
}
notice-passed-action = 显示
sentences = { $first }{ $second }

section-missing = 尚未翻译：“{ $title }”。
section-changed = 最新文本中已更改：“{ $title }”。

## Deadlines

deadline-before = 早于
deadline-by = 不晚于
deadline-on = 当日：
deadline-after = 晚于
badge-passed = 已过期
badge-today = 今天
badge-due = { $count ->
   *[other] 还有 { $count } 天
}

## Home

home-guides = 指南
home-recent = 最新内容
home-deadlines = 截止日期
home-deadlines-passed = 已过期
feed = 订阅源
feed-title = { $site }：新增和更改的指南
calendar = 日历
calendar-title = { $site }：截止日期
for-programs = 供程序使用

## What changed

changes = 更改
changes-title = “{ $title }”的更改
changes-back = 返回指南
changes-none = 只有日期发生了更改。
changes-to = 至
change-added = 已添加
change-removed = 已删除
change-changed = 已更改
change-moved = 已移动

## Status

status = 翻译状态
status-of = 翻译状态：{ $language }
status-all = 所有语言
status-newest = 最新版
status-up-to-date = 已同步
status-behind = 落后
status-incomplete = 不完整
status-missing = 缺失
status-orphan = 无原文
status-unknown = 未知
status-absent = 未计划
status-legend = 词语的含义
status-newest-meaning = 其他语言以此文本为准进行比较。
status-up-to-date-meaning = 没有更新的文本，也没有缺失的内容。
status-behind-meaning = 另一种语言有更新的文本。
status-incomplete-meaning = 日期相同，但缺少部分内容。
status-missing-meaning = 没有译文。
status-orphan-meaning = 翻译所依据的文本已不存在。
status-unknown-meaning = 没有可供判断的依据。
status-absent-meaning = 有意不提供。
status-guide = 指南
status-coverage = 已同步指南的比例
status-share = { $fresh }/{ $total }
status-percent = { $percent }%
status-filter = 显示
status-filter-all = 全部
status-download = 下载：
status-shown = 显示 { $total } 篇中最需要处理的 { $shown } 篇。文件中包含全部。
status-timeline = { $count ->
   *[other] { $count } 个截止日期，从 { $first } 到 { $last }
}
status-behind-days = { $count ->
   *[other] { $count } 天
}
status-behind-weeks = { $count ->
   *[other] { $count } 周
}
status-behind-months = { $count ->
   *[other] { $count } 个月
}
status-behind-years = { $count ->
   *[other] { $count } 年
}
status-sections-missing = { $count ->
   *[other] { $count } 个章节
}

## Other pages

missing-title = 找不到页面
missing-text = 此地址没有页面。页面可能已移动，或者链接有误。
missing-home = 转到首页
start-title = 选择语言
redirect-title = 此页面已移动
redirect-text = 新地址：

# What the reader chooses between: programming languages, editions of a product
pivots = 显示此页面适用于

# Kinds of links on a landing page
links-architecture = 体系结构
links-concept = 概念
links-deploy = 部署
links-download = 下载
links-get-started = 入门
links-how-to-guide = 操作指南
links-learn = 学习
links-overview = 概述
links-quickstart = 快速入门
links-reference = 参考
links-sample = 示例
links-tutorial = 教程
links-video = 视频
links-whats-new = 新增功能

//! Invented pages, one of each kind, as templates receive them.

mod reports;

use std::sync::Arc;

use instep::finding::Outcome;
use instep::locale::name::name_in;
use instep::locale::tag::Locale;
use instep::messages::{Argument, Messages};
use instep::page::framed::Framed;
use instep::page::model::{
    Alternate, Card, ContentsEntry, Day, DeadlineLink, Frame, GuidePage, HomePage, LanguageLink,
    LocaleFrame, MissingPage, Notice, Recent, RedirectPage, SiteFrame, StartPage, TextLink,
    VersionLink,
};
use instep::site::theme::{Shared, Theme};
use jiff::civil::{Date, date};

/// Makes pages of one locale.
pub struct Sample<'a> {
    pub theme: &'a Theme,
    pub locale: Locale,
    pub messages: Messages,
}

fn put(theme: &Theme, template: &str, page: &impl Framed) -> Outcome<String> {
    theme.page(template, page, &Shared::new(&page.frame().common()))
}

/// Every template with its page, rendered: name of the file, HTML.
pub fn pages(theme: &Theme, tag: &str) -> Vec<(&'static str, String)> {
    let locale = Locale::parse(tag).expect("a tag");
    let messages = Messages::new(&locale, &[]).value;
    let sample = Sample {
        theme,
        locale,
        messages,
    };
    let render = |outcome: Outcome<String>| {
        assert!(outcome.findings.is_empty(), "{:#?}", outcome.findings);
        outcome.value
    };
    vec![
        ("guide", render(put(theme, "guide.html", &sample.guide()))),
        ("home", render(put(theme, "home.html", &sample.home()))),
        (
            "changes",
            render(put(theme, "changes.html", &sample.changes())),
        ),
        (
            "status",
            render(put(theme, "status.html", &sample.status())),
        ),
        (
            "missing",
            render(put(theme, "missing.html", &sample.missing())),
        ),
        ("start", render(put(theme, "start.html", &sample.start()))),
        (
            "redirect",
            render(put(theme, "redirect.html", &sample.redirect())),
        ),
    ]
}

fn link(title: &str, address: &str) -> TextLink {
    TextLink {
        title: title.to_owned(),
        address: Some(address.to_owned()),
        language: None,
    }
}

impl Sample<'_> {
    pub fn frame(&self, title: &str) -> Frame {
        let tag = self.locale.tag();
        let home = format!("/{}/", self.locale.address());
        let asset = |name| {
            let route = self.theme.route(name).expect("a file of the theme");
            route.as_str().to_owned()
        };
        let languages = ["en-US", "fr-FR", "ar-SA", "ja-JP"].map(|other| {
            let other = Locale::parse(other).expect("a tag");
            LanguageLink {
                tag: other.tag(),
                direction: other.direction().html(),
                name: name_in(&other, &other),
                address: format!("/{}/guides/move/", other.address()),
                current: other == self.locale,
                translated: other.language() != "ja",
                sections: Some(r#"{"before-you-begin":""}"#.to_owned()),
            }
        });
        Frame {
            site: Arc::new(SiteFrame {
                title: "Contoso Harbour".to_owned(),
                path: String::new(),
                style: asset("style.css"),
                script: asset("script.js"),
                icon: asset("icon.svg"),
                search: true,
                versions: vec!["harbour-1".to_owned(), "harbour-2".to_owned()],
                due_within: 30,
                options: self.theme.options().clone(),
            }),
            locale: Arc::new(LocaleFrame {
                address: self.locale.address(),
                direction: self.locale.direction().html(),
                name: name_in(&self.locale, &self.locale),
                words: self.messages.words(),
                tongue: "",
                home: home.clone(),
                tag,
            }),
            address: format!("{home}guides/move/"),
            title: title.to_owned(),
            description: Some("What to do before the old portal closes.".to_owned()),
            canonical: Some(format!("https://example.org{home}guides/move/")),
            alternates: vec![Alternate {
                language: "x-default".to_owned(),
                address: "https://example.org/en-us/guides/move/".to_owned(),
            }],
            robots: None,
            languages: languages.into(),
            parts: [
                self.say("Guides", "الأدلة", "ガイド"),
                self.say("Reference", "المرجع", "リファレンス"),
            ]
            .map(|title| link(title, ""))
            .into(),
            navigation: self.navigation(&home),
            breadcrumbs: vec![
                link(self.say("Home", "الصفحة الرئيسية", "ホーム"), &home),
                link(self.say("Guides", "الأدلة", "ガイド"), &home),
            ],
            structured: Some(r#"{"@type":"TechArticle","name":"</script>"}"#.to_owned()),
        }
    }

    fn navigation(&self, home: &str) -> String {
        let leaf = |title: &str, name: &str| serde_json::json!({"title": title, "address": format!("{home}{name}"), "items": [], "open": false, "language": null});
        let entries = serde_json::json!({"entries": [
            leaf(self.say("Start here", "ابدأ هنا", "はじめに"), ""),
            {"title": self.say("Move your account", "انقل حسابك", "アカウントの移行"), "address": null, "open": true, "language": null, "items": [
                leaf(self.say("Plan the move", "خطّط للنقل", "移行の計画"), "guides/move/"),
                leaf(self.say("Roles and permissions", "الأدوار والأذونات", "役割とアクセス許可"), "guides/roles/"),
            ]},
            {"title": self.say("Reference", "مرجع", "リファレンス"), "address": format!("{home}reference/"), "open": false, "language": "en", "items": [
                leaf(self.say("Commands", "الأوامر", "コマンド"), "reference/commands/"),
            ]},
        ]});
        let page = self.theme.render("navigation.html", &entries);
        assert!(page.findings.is_empty(), "{:#?}", page.findings);
        let address = format!("href=\"{home}guides/move/\"");
        page.value
            .replace(&address, &format!("{address} aria-current=\"page\""))
    }

    fn say<'t>(&self, english: &'t str, arabic: &'t str, japanese: &'t str) -> &'t str {
        match self.locale.language() {
            "ar" => arabic,
            "ja" => japanese,
            _ => english,
        }
    }

    fn day(&self, day: Date) -> Day {
        Day {
            iso: day.to_string(),
            name: self.messages.formats().date(day),
        }
    }

    pub fn guide(&self) -> GuidePage {
        let message = self.messages.text(
            "notice-behind-weeks",
            &[
                ("language", Argument::Text("English")),
                ("count", Argument::Number(3)),
            ],
        );
        let notice = |kind, message| Notice {
            kind,
            message,
            action: Some(link(
                &self
                    .messages
                    .text("notice-read", &[("language", Argument::Text("English"))]),
                "/en-us/guides/move/",
            )),
            action_language: Some("en-US".to_owned()),
        };
        let version = |day: Option<Date>, current| VersionLink {
            address: "/fr-fr/guides/move/2019-08-01/".to_owned(),
            name: day.map_or("-".to_owned(), |day| self.messages.formats().date(day)),
            date: day.map(|day| day.to_string()),
            here: current,
            current,
            sections: String::new(),
        };
        let body = match self.locale.language() {
            "ar" => include_str!("body.ar.html"),
            "ja" => include_str!("body.ja.html"),
            _ => include_str!("body.en.html"),
        };
        let entry = |id: &str, level, title: &str| ContentsEntry {
            id: id.to_owned(),
            title: title.to_owned(),
            level,
        };
        GuidePage {
            frame: self.frame(self.say(
                "Move your account to the new portal",
                "انقل حسابك إلى البوابة الجديدة",
                "アカウントを新しいポータルに移行する",
            )),
            body: body.to_owned(),
            body_language: None,
            body_direction: None,
            contents: vec![
                entry("move", 1, "Move"),
                entry(
                    "before-you-begin",
                    2,
                    self.say("Before you begin", "قبل أن تبدأ", "始める前に"),
                ),
                entry("tools", 3, self.say("Tools", "الأدوات", "ツール")),
                entry(
                    "move-in-one-step",
                    2,
                    self.say("Move in one step", "انقل بخطوة واحدة", "一度に移行する"),
                ),
                entry(
                    "what-changes",
                    2,
                    self.say("What changes", "ما الذي يتغيّر", "変更点"),
                ),
            ],
            notices: vec![notice("behind", message)],
            versions: vec![
                version(Some(date(2019, 9, 9)), true),
                version(Some(date(2019, 8, 1)), false),
                version(None, false),
            ],
            changes: Some("/fr-fr/guides/move/changes/".to_owned()),
            current: None,
            updated: Some(self.day(date(2019, 9, 9))),
            translation: Some("human"),
            edit: Some("https://example.org/edit".to_owned()),
            previous: Some(link(self.say("Start here", "ابدأ هنا", "はじめに"), "/x/")),
            next: Some(link(
                self.say(
                    "Roles and permissions",
                    "الأدوار والأذونات",
                    "役割とアクセス許可",
                ),
                "/y/",
            )),
            bilingual: true,
            indexed: true,
            markdown: Some("/fr-fr/guides/move.md".to_owned()),
            plain: None,
            products: Vec::new(),
        }
    }

    fn deadlines(&self) -> Vec<DeadlineLink> {
        [
            (date(2019, 10, 15), "before"),
            (date(2026, 12, 1), "by"),
            (date(2027, 3, 31), "on"),
        ]
        .map(|(day, role)| DeadlineLink {
            title: self
                .say("Plan the move", "خطّط للنقل", "移行の計画")
                .to_owned(),
            language: None,
            address: "/x/#plan".to_owned(),
            day: self.day(day),
            role,
        })
        .into()
    }

    pub fn home(&self) -> HomePage {
        let cards = [
            "Begin",
            "Move your account",
            "Keep translations in step",
            "Reference",
        ];
        let links = || {
            vec![
                link(self.say("Plan the move", "خطّط للنقل", "移行の計画"), "/x/"),
                link(
                    self.say(
                        "Roles and permissions",
                        "الأدوار والأذونات",
                        "役割とアクセス許可",
                    ),
                    "/y/",
                ),
                link(self.say("Commands", "الأوامر", "コマンド"), "/z/"),
            ]
        };
        HomePage {
            frame: self.frame("Contoso Harbour"),
            body: Some(format!(
                "<h1 id=\"welcome\">{}</h1><p>{}</p>",
                self.say("Guides for harbour partners", "أدلة لشركاء الميناء", "港湾パートナー向けガイド"),
                self.say(
                    "Everything you need to move an account, keep it in order and know what changes when.",
                    "كل ما تحتاج إليه لنقل حساب والمحافظة على ترتيبه ومعرفة ما يتغيّر ومتى.",
                    "アカウントの移行と管理、そして変更の時期を知るために必要なすべて。",
                )
            )),
            body_language: None,
            body_direction: None,
            notices: Vec::new(),
            markdown: None,
            plain: None,
            cards: cards
                .map(|title| Card {
                    title: title.to_owned(),
                    language: None,
                    address: (title == "Begin").then(|| "/b/".to_owned()),
                    links: links(),
                })
                .into(),
            recent: links()
                .into_iter()
                .map(|guide| Recent {
                    title: guide.title,
                    address: "/x/".to_owned(),
                    updated: Some(self.day(date(2026, 11, 16))),
                })
                .collect(),
            deadlines: self.deadlines(),
        }
    }

    pub fn missing(&self) -> MissingPage {
        MissingPage {
            frame: self.frame(&self.messages.words()["missing_title"]),
        }
    }

    pub fn start(&self) -> StartPage {
        let mut frame = self.frame("Contoso Harbour");
        frame.navigation = String::new();
        StartPage { frame }
    }

    pub fn redirect(&self) -> RedirectPage {
        RedirectPage {
            frame: self.frame(&self.messages.words()["redirect_title"]),
            target: "/fr-fr/guides/move/".to_owned(),
        }
    }
}

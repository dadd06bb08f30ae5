//! Pages about the guides: what changed in them, and how far their translations are.

use instep::locale::name::name_in;
use instep::locale::tag::Locale;
use instep::messages::Argument;
use instep::page::model::status::{
    Bar, StatusCell, StatusLocale, StatusPage, StatusRow, Tick, Timeline,
};
use instep::page::model::{ChangedSection, ChangesPage, ChangesStep, VersionLink};
use jiff::civil::{Date, date};

use crate::sample::{Sample, link};

impl Sample<'_> {
    pub fn changes(&self) -> ChangesPage {
        let version = |day: Date| VersionLink {
            address: "/x/".to_owned(),
            name: self.messages.formats().date(day),
            date: Some(day.to_string()),
            here: false,
            current: false,
            sections: String::new(),
        };
        let section = |kind, html: &str| ChangedSection {
            kind,
            title: self
                .say("Before you begin", "قبل أن تبدأ", "始める前に")
                .to_owned(),
            address: "/x/#before".to_owned(),
            html: html.to_owned(),
        };
        ChangesPage {
            frame: self.frame(&self.messages.text(
                "changes-title",
                &[(
                    "title",
                    Argument::Text(self.say("Plan the move", "خطّط للنقل", "移行の計画")),
                )],
            )),
            guide: link("Plan the move", "/x/"),
            steps: vec![
                ChangesStep {
                    from: version(date(2019, 8, 1)),
                    to: version(date(2019, 9, 9)),
                    sections: vec![
                        section(
                            "changed",
                            "<p>The move takes <del>three</del><ins>two</ins> weeks.</p>",
                        ),
                        section("added", "<p><ins>Ask an owner for the key.</ins></p>"),
                        section("removed", "<p><del>Send a letter.</del></p>"),
                        section("moved", "<p>Nothing else.</p>"),
                    ],
                },
                ChangesStep {
                    from: version(date(2019, 5, 1)),
                    to: version(date(2019, 8, 1)),
                    sections: Vec::new(),
                },
            ],
        }
    }

    pub fn status(&self) -> StatusPage {
        let words = self.messages.words();
        let cell = |status: &'static str| StatusCell {
            status,
            label: words[&format!("status_{}", status.replace('-', "_"))].clone(),
            address: (status != "missing").then(|| "/x/".to_owned()),
            coverage: (status == "incomplete").then_some(60),
            detail: (status == "behind").then(|| {
                self.messages
                    .text("status-behind-weeks", &[("count", Argument::Number(3))])
            }),
        };
        let column = |tag: &str, fresh: usize| {
            let locale = Locale::parse(tag).expect("a tag");
            StatusLocale {
                tag: locale.tag(),
                name: name_in(&locale, &locale),
                address: format!("/{}/status/", locale.address()),
                fresh,
                total: 14,
                percent: fresh * 100 / 14,
                summary: self.messages.text(
                    "status-share",
                    &[
                        (
                            "fresh",
                            Argument::Number(i64::try_from(fresh).expect("small")),
                        ),
                        ("total", Argument::Number(14)),
                    ],
                ),
            }
        };
        let row = |title: &str, statuses: [&'static str; 4]| StatusRow {
            title: title.to_owned(),
            language: (self.locale.language() != "en").then(|| "en-US".to_owned()),
            address: Some("/x/".to_owned()),
            cells: statuses.map(cell).into(),
        };
        StatusPage {
            frame: self.frame(&words["status"]),
            locales: vec![
                column("en-US", 14),
                column("fr-FR", 12),
                column("ar-SA", 5),
                column("ja-JP", 0),
            ],
            rows: vec![
                row(
                    "Plan the move",
                    ["newest", "behind", "incomplete", "missing"],
                ),
                row(
                    "Roles and permissions",
                    ["newest", "up-to-date", "orphan", "unknown"],
                ),
                row("Commands", ["newest", "up-to-date", "behind", "absent"]),
            ],
            shown: None,
            deadlines: self.deadlines(),
            timeline: Some(Timeline {
                label: "3".to_owned(),
                first: "2019-01-01".to_owned(),
                last: "2028-01-01".to_owned(),
                ticks: vec![Tick {
                    x: 0,
                    name: "2019".to_owned(),
                }],
                bars: vec![Bar {
                    x: 30,
                    y: 0,
                    height: 32,
                }],
            }),
        }
    }
}

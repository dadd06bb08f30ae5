//! Every date of the tree with what it asks, sorted by the harm that it does.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::catalog::documents::Edition;
use crate::check::Context;
use crate::check::deadlines::disagreement::{self, Disagreement, Told};
use crate::check::deadlines::status::{Status, days};
use crate::dates::cue::{Precision, Role};
use crate::document::prose::readable;
use crate::locale::tag::Locale;

/// Which dates are wanted.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The day that counts as today.
    pub today: Date,
    /// All, where empty.
    pub locales: &'a [Locale],
    /// Only what falls within so many days from today.
    pub within: Option<i64>,
    /// Whose dates are wanted.
    pub revisions: Revisions,
}

/// Whose dates are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revisions {
    /// Those of the current revision of each language.
    Current,
    /// Those of superseded revisions too.
    All,
}

/// Every date of the tree, as `deadlines --format json` prints it. An absent value is left out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Listing<'a> {
    /// The version of this format.
    pub schema: u32,
    /// The day that counts as today, ISO 8601.
    #[schemars(with = "String", extend("format" = "date"))]
    pub today: Date,
    /// Sorted by harm: passed limits first, then what else passed, what is due, what is to come,
    /// and dates that are only mentioned; then by file and place.
    pub dates: Vec<Item<'a>>,
    /// Sections whose deadlines are not the same in every language. Only current revisions count.
    pub disagreements: Vec<Section<'a>>,
}

/// A date with its place and what it asks.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Item<'a> {
    /// The id of the guide.
    pub document: &'a str,
    /// BCP 47.
    #[schemars(with = "String")]
    pub locale: &'a Locale,
    /// Relative to the root, with `/`.
    pub file: &'a str,
    /// Counted from 1.
    pub line: u32,
    /// Counted from 1, in characters.
    pub column: u32,
    /// Of the section that it stands in.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub anchor: &'a str,
    /// As written.
    pub text: &'a str,
    /// The first day of the period that is named, ISO 8601.
    #[schemars(with = "String", extend("format" = "date"))]
    pub date: Date,
    /// How long that period is.
    #[schemars(with = "String", extend("enum" = ["day", "month", "quarter", "year"]))]
    pub precision: Precision,
    /// What it asks of the reader.
    #[schemars(with = "String", extend("enum" = ["before", "by", "on", "after", "mention"]))]
    pub role: Role,
    /// The words that gave it its role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<&'a str>,
    /// Where it stands today.
    pub status: Status,
    /// Days from today to the day that counts; negative where it lies behind.
    pub days: i64,
    /// The date itself, with the text that says it.
    #[serde(skip)]
    pub told: Told<'a>,
}

/// A section whose deadlines are not the same in every language.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Section<'a> {
    /// The id of the guide.
    pub document: &'a str,
    /// The anchor of the section in the reference.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub anchor: &'a str,
    /// What each language that has a deadline there says.
    pub dates: Vec<Said<'a>>,
}

/// What a language says.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Said<'a> {
    /// BCP 47.
    #[schemars(with = "String")]
    pub locale: &'a Locale,
    /// ISO 8601.
    #[schemars(with = "String", extend("format" = "date"))]
    pub date: Date,
    /// What it asks of the reader.
    #[schemars(with = "String", extend("enum" = ["before", "by", "on", "after"]))]
    pub role: Role,
    /// Relative to the root, with `/`.
    pub file: &'a str,
    /// Counted from 1.
    pub line: u32,
}

/// Lists the dates of a tree.
pub fn listing<'a>(context: &Context<'a>, options: &Options<'_>) -> Listing<'a> {
    let documents = context.resolver.catalog.documents.values();
    let editions = documents.flat_map(|document| &document.editions);
    let wanted = |locale: &Locale| options.locales.is_empty() || options.locales.contains(locale);
    let mut dates: Vec<Item<'a>> = editions
        .filter(|(locale, _)| wanted(locale))
        .flat_map(|(_, edition)| of_edition(context, edition, options))
        .collect();
    let within = |item: &Item<'_>| {
        options
            .within
            .is_none_or(|most| (0..=most).contains(&item.days))
    };
    dates.retain(within);
    dates.sort_by_key(|item| (harm(item), item.file, item.line, item.column, item.document));
    let disagreements = disagreement::all(context).into_iter();
    let disagreements =
        disagreements.filter(|found| found.deadlines.iter().any(|told| wanted(locale_of(told))));
    Listing {
        schema: 1,
        today: options.today,
        dates,
        disagreements: disagreements.map(|found| section(&found)).collect(),
    }
}

fn of_edition<'a>(
    context: &Context<'a>,
    edition: &'a Edition,
    options: &Options<'_>,
) -> Vec<Item<'a>> {
    let catalog = context.resolver.catalog;
    let count = match options.revisions {
        Revisions::Current => 1,
        Revisions::All => usize::MAX,
    };
    let revisions = edition.revisions.iter().take(count);
    let mentions = revisions.flat_map(|id| {
        let revision = catalog.revision(*id);
        revision
            .dates
            .iter()
            .map(move |mention| (revision, mention))
    });
    let due_within = context.config.deadlines.due_within;
    mentions
        .map(|(revision, mention)| item(Told { revision, mention }, options.today, due_within))
        .collect()
}

fn item(told: Told<'_>, today: Date, due_within: i64) -> Item<'_> {
    let Told { revision, mention } = told;
    let days = days(mention, today);
    Item {
        document: &revision.place.document,
        locale: &revision.place.locale,
        file: revision.file(mention.place).as_str(),
        line: mention.place.span.start.line,
        column: mention.place.span.start.column,
        anchor: revision.anchor(mention.section),
        text: &mention.text,
        date: mention.date,
        precision: mention.precision,
        role: mention.role,
        cue: mention.cue.as_deref(),
        status: Status::of(days, mention.role, due_within),
        days,
        told,
    }
}

/// How much harm a date does, least first: a reader who acts too late comes before one who waits.
fn harm(item: &Item<'_>) -> (u8, Status) {
    let kind = match (item.role, item.status) {
        (Role::Mention, _) => 2,
        (Role::Before | Role::By, Status::Passed) => 0,
        _ => 1,
    };
    (kind, item.status)
}

fn locale_of<'a>(told: &Told<'a>) -> &'a Locale {
    &told.revision.place.locale
}

fn section<'a>(found: &Disagreement<'a>) -> Section<'a> {
    let said = |told: &Told<'a>| Said {
        locale: locale_of(told),
        date: told.mention.date,
        role: told.mention.role,
        file: told.revision.file(told.mention.place).as_str(),
        line: told.mention.place.span.start.line,
    };
    Section {
        document: found.document,
        anchor: found.anchor,
        dates: found.deadlines.iter().map(said).collect(),
    }
}

impl Item<'_> {
    /// The date in the words of the text, on one line.
    pub fn written(&self) -> String {
        readable(self.text)
    }
}

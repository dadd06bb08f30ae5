//! Tabs: headings that are one link to `#tab/name`, up to a rule.

use pulldown_cmark::{Event, Tag as Markdown, TagEnd};

use crate::document::construct::colon::INVALID;
use crate::document::construct::{Container, Problem};
use crate::document::manuscript::{Piece, Placed};

/// One tab of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tab {
    /// What stands on it.
    pub title: String,
    /// Tabs of one name are chosen together, over all groups of a page.
    pub name: String,
    /// The tab of another group on which this one depends.
    pub condition: Option<String>,
}

const TARGET: &str = "#tab/";

/// Makes groups of the headings that are tabs.
pub fn lift(pieces: Vec<Placed<'_>>) -> Vec<Placed<'_>> {
    let is_tab = |placed: &Placed<'_>| matches!(&placed.piece, Piece::Markdown(Event::Start(Markdown::Link { dest_url, .. })) if dest_url.starts_with(TARGET));
    if !pieces.iter().any(is_tab) {
        return pieces;
    }
    let mut lifting = Lifting {
        out: Vec::with_capacity(pieces.len()),
        group: None,
        depth: 0,
    };
    let mut at = 0;
    while at < pieces.len() {
        match heading(&pieces[at..]) {
            Some((level, tab, length)) => {
                lifting.tab(&pieces[at], level, tab);
                at += length;
            }
            None => {
                lifting.piece(&pieces[at]);
                at += 1;
            }
        }
    }
    lifting.end();
    lifting.out
}

struct Lifting<'a> {
    out: Vec<Placed<'a>>,
    group: Option<Group>,
    /// Elements that are open around the place.
    depth: usize,
}

/// The group that is open.
struct Group {
    /// Where it begins in what was written.
    start: usize,
    level: u8,
    depth: usize,
    tabs: Vec<Tab>,
    part: usize,
    last: usize,
}

impl<'a> Lifting<'a> {
    fn tab(&mut self, placed: &Placed<'a>, level: u8, tab: Tab) {
        let wrong = self.group.as_ref().and_then(|group| wrong(group, &tab));
        let wrong = wrong.or_else(|| tab.name.is_empty().then(|| nameless(&tab)));
        let open = self.group.as_ref();
        if open.is_some_and(|group| group.level != level || group.depth != self.depth) {
            self.end();
        }
        match &mut self.group {
            Some(group) => {
                let closed = Container::Panel(group.tabs.len() - 1);
                group.tabs.push(tab);
                self.push(placed, Piece::Close(closed));
            }
            None => {
                self.group = Some(Group {
                    start: self.out.len(),
                    level,
                    depth: self.depth,
                    tabs: vec![tab],
                    part: placed.part,
                    last: placed.range.start,
                });
                self.push(placed, Piece::Open(Container::Tabs(Vec::new())));
            }
        }
        let index = self.group.as_ref().map_or(0, |group| group.tabs.len() - 1);
        self.push(placed, Piece::Open(Container::Panel(index)));
        if let Some(problem) = wrong {
            self.push(placed, Piece::Problem(problem));
        }
    }

    fn push(&mut self, placed: &Placed<'a>, piece: Piece<'a>) {
        self.out.push(Placed {
            piece,
            part: placed.part,
            range: placed.range.clone(),
        });
    }

    fn piece(&mut self, placed: &Placed<'a>) {
        let open = self.group.as_ref().map(|group| (group.depth, group.level));
        let here = open.filter(|(depth, _)| *depth == self.depth);
        match &placed.piece {
            Piece::Markdown(Event::Rule) if here.is_some() => {
                self.end();
                return;
            }
            Piece::Markdown(Event::Start(Markdown::Heading { level, .. }))
                if here.is_some_and(|(_, open)| *level as u8 <= open) =>
            {
                self.end();
            }
            Piece::Markdown(Event::End(_)) | Piece::Close(_) if here.is_some() => self.end(),
            _ => {}
        }
        match &placed.piece {
            Piece::Markdown(Event::Start(_)) | Piece::Open(_) => self.depth += 1,
            Piece::Markdown(Event::End(_)) | Piece::Close(_) => {
                self.depth = self.depth.saturating_sub(1);
            }
            _ => {}
        }
        self.out.push(placed.clone());
    }

    /// Ends the group that is open.
    fn end(&mut self) {
        let Some(group) = self.group.take() else {
            return;
        };
        let last = Container::Panel(group.tabs.len() - 1);
        let tabs = Container::Tabs(group.tabs);
        self.out[group.start].piece = Piece::Open(tabs.clone());
        for container in [last, tabs] {
            self.out.push(Placed {
                piece: Piece::Close(container),
                part: group.part,
                range: group.last..group.last,
            });
        }
    }
}

/// What is wrong with a tab beside those of its group.
fn wrong(group: &Group, tab: &Tab) -> Option<Problem> {
    let same = |other: &&Tab| (&other.name, &other.condition) == (&tab.name, &tab.condition);
    let other = group.tabs.iter().find(same)?;
    Some(Problem {
        rule: &INVALID,
        message: format!(
            "the tabs `{}` and `{}` have one name, `{}`",
            other.title, tab.title, tab.name
        ),
        help: "give each tab a name of its own, or end the group before by a rule",
    })
}

fn nameless(tab: &Tab) -> Problem {
    Problem {
        rule: &INVALID,
        message: format!("the tab `{}` has no name", tab.title),
        help: "write its name after `#tab/`",
    }
}

/// A tab's heading: its level, what it says, and how many pieces it takes.
fn heading(pieces: &[Placed<'_>]) -> Option<(u8, Tab, usize)> {
    let Piece::Markdown(Event::Start(Markdown::Heading { level, .. })) = &pieces.first()?.piece
    else {
        return None;
    };
    let mut tab = Tab::default();
    let mut linked = false;
    for (at, placed) in pieces.iter().enumerate().skip(1) {
        let Piece::Markdown(event) = &placed.piece else {
            return None;
        };
        match event {
            Event::Start(Markdown::Link { dest_url, .. }) => {
                let mut names = dest_url.strip_prefix(TARGET)?.split('/');
                tab.name = names.next()?.to_owned();
                tab.condition = names.next().map(str::to_owned);
                linked = true;
            }
            Event::Text(text) | Event::Code(text) if linked => tab.title.push_str(text),
            Event::Text(text) if !text.trim().is_empty() => return None,
            Event::SoftBreak | Event::HardBreak => tab.title.push(' '),
            Event::End(TagEnd::Heading(_)) => {
                return linked.then_some((*level as u8, tab, at + 1));
            }
            _ => {}
        }
    }
    None
}

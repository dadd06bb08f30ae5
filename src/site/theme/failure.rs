//! What goes wrong in a template, as findings with file, line and caret.

use std::collections::BTreeMap;

use tera::ErrorKind;

use crate::finding::{Finding, Level, Position, Rule, Span};
use crate::path::SourcePath;
use crate::source::Source;

/// `template/error`: a template or the theme's manifest cannot be used.
pub static ERROR: Rule = Rule {
    code: "template/error",
    level: Level::Deny,
    summary: "a template or the theme's manifest cannot be used",
    explanation: "\
A template of the site has a mistake in its syntax, names something that does not exist, or fails
on a page: a variable that the page does not have is an error, never an empty place. The page is
made with the built-in template of that name, so that it stays readable.

```
{{ page.titel }}
```

The finding points at the place. The manual's page on themes lists what each template receives.
",
};

/// Where the templates of a theme lie, by name.
pub struct Places {
    theme: String,
    sources: BTreeMap<String, Source>,
}

impl Places {
    /// The places of a theme's templates.
    pub fn new(theme: &str, templates: &[(String, Source)]) -> Self {
        Self {
            theme: theme.to_owned(),
            sources: templates.iter().cloned().collect(),
        }
    }

    /// What an error says, one finding a place.
    pub fn findings(&self, error: &tera::Error) -> Vec<Finding> {
        let text = error.to_string();
        let reports: Vec<_> = text.split("\n\n").filter_map(Report::read).collect();
        if reports.is_empty() {
            return vec![self.elsewhere(error, &text)];
        }
        reports.iter().map(|report| self.finding(report)).collect()
    }

    /// Tera counts on behind the end of a template that ends too early.
    fn finding(&self, report: &Report<'_>) -> Finding {
        let source = self.sources.get(report.file);
        let span = source.map_or(report.span, |source| source.within(report.span));
        ERROR.at(&self.path(report.file), span, sentence(report.message))
    }

    /// An error without a place: it concerns a template as a whole, or the theme.
    fn elsewhere(&self, error: &tera::Error, text: &str) -> Finding {
        let template = match error.kind() {
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => tpl,
            ErrorKind::MissingParent { current, .. } => current,
            _ => "",
        };
        let file = match self.sources.get(template) {
            Some(source) => source.path.clone(),
            None => SourcePath::new(&format!("themes/{}/templates", self.theme)),
        };
        ERROR.about(&file, sentence(text))
    }

    fn path(&self, template: &str) -> SourcePath {
        let built_in = || {
            let name = template.strip_prefix("default/").unwrap_or(template);
            SourcePath::new(&format!("themes/default/templates/{name}"))
        };
        let own = self.sources.get(template).map(|source| source.path.clone());
        own.unwrap_or_else(built_in)
    }
}

/// A place in a template with what is wrong there. Tera gives most errors only as the text that it
/// would print: `error: message`, ` --> file:line:column`, and the line with carets under it.
struct Report<'a> {
    message: &'a str,
    file: &'a str,
    span: Span,
}

impl<'a> Report<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let (message, rest) = text.strip_prefix("error: ")?.split_once('\n')?;
        let mut lines = rest.lines();
        let place = lines.next()?.trim_start().strip_prefix("--> ")?;
        let mut parts = place.rsplitn(3, ':');
        let column: u32 = parts.next()?.parse().ok()?;
        let line = parts.next()?.parse().ok()?;
        let file = parts.next()?;
        let carets = lines.last().unwrap_or("").matches('^').count();
        let width = u32::try_from(carets).unwrap_or(1).max(1);
        let start = Position { line, column };
        let end = Position {
            line,
            column: column + width,
        };
        Some(Self {
            message,
            file,
            span: Span { start, end },
        })
    }
}

/// The words of another library in the form of our messages.
fn sentence(text: &str) -> String {
    let line = text.lines().next().unwrap_or("").trim_end_matches('.');
    let mut letters = line.chars();
    let first = letters.next().map(|letter| letter.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

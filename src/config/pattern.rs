//! Patterns of paths as `docfx.json` and `site.yaml` write them: `**/*.{md,yml}`.

use crate::limits::PATTERNS;

/// A pattern of paths, without regard to letter case as docfx has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// What each alternative asks of the parts of a path.
    alternatives: Vec<Vec<Part>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// `**`: any number of folders.
    Folders,
    /// A name, in which `*`, `?` and `[a-z]` stand for letters.
    Name(Vec<char>),
}

impl Pattern {
    /// Reads a pattern as docfx does: `**`, `*`, `?` and `{a,b}`.
    pub fn new(pattern: &str) -> Self {
        let alternatives = expand(pattern.trim_start_matches("./"));
        let parts = |pattern: &String| pattern.split('/').flat_map(parts).collect();
        Self {
            alternatives: alternatives.iter().map(parts).collect(),
        }
    }

    /// Whether a path, as its [`names`], is one of those meant.
    pub fn matches(&self, names: &[Vec<char>]) -> bool {
        self.alternatives.iter().any(|parts| meets(parts, names))
    }
}

/// The parts of a path, which `/` stands between, as patterns compare them: made once for all
/// patterns, of which a docset may have hundreds.
pub fn names(path: &str) -> Vec<Vec<char>> {
    let lower = path.to_lowercase();
    let names = lower.split('/');
    names.map(|name| name.chars().collect()).collect()
}

/// The alternatives of `{a,b}`, each written out; the innermost braces first.
fn expand(pattern: &str) -> Vec<String> {
    let mut patterns = vec![pattern.to_owned()];
    for _ in 0..PATTERNS.most {
        // All have the same braces: those that are written out already are the same in each.
        let counted =
            braces(&patterns[0]).map(|inner| patterns[0][inner].split(['|', ',']).count());
        let Some(count) = counted.filter(|count| count * patterns.len() <= PATTERNS.most) else {
            break;
        };
        let mut wider = Vec::with_capacity(count * patterns.len());
        for pattern in &patterns {
            let Some(inner) = braces(pattern) else {
                continue;
            };
            let (before, after) = (&pattern[..inner.start - 1], &pattern[inner.end + 1..]);
            let alternatives = pattern[inner].split(['|', ',']);
            wider.extend(alternatives.map(|alternative| format!("{before}{alternative}{after}")));
        }
        patterns = wider;
    }
    patterns
}

/// What stands between the first braces that hold none.
fn braces(pattern: &str) -> Option<std::ops::Range<usize>> {
    let mut ends = pattern.match_indices('}');
    ends.find_map(|(end, _)| Some(pattern[..end].rfind('{')? + 1..end))
}

/// `**.md` means files in any folder below as well, as `**/*.md` does.
fn parts(part: &str) -> Vec<Part> {
    let lower: Vec<char> = part.to_lowercase().chars().collect();
    match part.strip_prefix("**") {
        Some("") => vec![Part::Folders],
        Some(_) => vec![Part::Folders, Part::Name(lower[1..].to_vec())],
        None => vec![Part::Name(lower)],
    }
}

/// Whether a path's parts are as a pattern has them. Each `**` takes as few folders as lets the
/// rest be met, so that no pattern takes longer than pattern times path.
fn meets(parts: &[Part], names: &[Vec<char>]) -> bool {
    let (mut at, mut done) = (0, 0);
    let mut again: Option<(usize, usize)> = None;
    while done < names.len() {
        match parts.get(at) {
            Some(Part::Folders) => {
                again = Some((at, done));
                at += 1;
                continue;
            }
            Some(Part::Name(pattern)) if spells(pattern, &names[done]) => {
                (at, done) = (at + 1, done + 1);
                continue;
            }
            _ => {}
        }
        let Some((folders, from)) = again else {
            return false;
        };
        again = Some((folders, from + 1));
        (at, done) = (folders + 1, from + 1);
    }
    parts[at..].iter().all(|part| *part == Part::Folders)
}

/// Whether a name is spelled as a pattern has it. Each `*` takes as little as lets the rest be met,
/// so that no pattern takes longer than pattern times name.
fn spells(pattern: &[char], name: &[char]) -> bool {
    let (mut at, mut done) = (0, 0);
    let mut again: Option<(usize, usize)> = None;
    while done < name.len() {
        match pattern.get(at) {
            Some('*') => {
                again = Some((at, done));
                at += 1;
                continue;
            }
            Some(_) => {
                if let Some(next) = letter(pattern, at, name[done]) {
                    at = next;
                    done += 1;
                    continue;
                }
            }
            None => {}
        }
        let Some((star, from)) = again else {
            return false;
        };
        again = Some((star, from + 1));
        (at, done) = (star + 1, from + 1);
    }
    pattern[at..].iter().all(|c| *c == '*')
}

/// Where the pattern goes on where it asks for this letter.
fn letter(pattern: &[char], at: usize, letter: char) -> Option<usize> {
    if pattern[at] == '[' {
        let end = at + pattern[at..].iter().position(|c| *c == ']')?;
        return among(&pattern[at + 1..end], letter).then_some(end + 1);
    }
    (pattern[at] == '?' || pattern[at] == letter).then_some(at + 1)
}

/// Whether a letter is one of `a-z0`, or none of `!a-z0`.
fn among(set: &[char], letter: char) -> bool {
    let (negated, set) = match set.split_first() {
        Some(('!' | '^', rest)) => (true, rest),
        _ => (false, set),
    };
    let mut at = 0;
    let mut found = false;
    while at < set.len() {
        if set.get(at + 1) == Some(&'-') && at + 2 < set.len() {
            found |= (set[at]..=set[at + 2]).contains(&letter);
            at += 3;
        } else {
            found |= set[at] == letter;
            at += 1;
        }
    }
    found != negated
}

#[cfg(test)]
mod tests {
    use super::{Pattern, names};

    fn matches(pattern: &str, path: &str) -> bool {
        Pattern::new(pattern).matches(&names(path))
    }

    #[test]
    fn folders_are_any_number() {
        for path in ["a.md", "x/a.md", "x/y/A.MD"] {
            assert!(matches("**/*.md", path), "{path}");
            assert!(matches("**.md", path), "{path}");
        }
        assert!(matches("**/includes/**", "a/includes/b/c.md"));
        assert!(matches("**/includes/**", "includes/c.md"));
        assert!(!matches("**/includes/**", "a/includes.md"));
        assert!(!matches("*.md", "x/a.md"));
    }

    #[test]
    fn alternatives_sets_and_letters() {
        assert!(matches("api/**/*.{md,yml}", "api/a.yml"));
        assert!(matches("v[0-9]?.md", "v1x.md"));
        assert!(!matches("v[!0-9].md", "v1.md"));
        assert!(matches("**.*", "x/a.md"));
    }

    #[test]
    fn braces_stand_in_braces() {
        for path in ["a.md", "b.md", "cd.md", "ce.md"] {
            assert!(matches("{a,b,c{d,e}}.md", path), "{path}");
        }
        assert!(!matches("{a,b,c{d,e}}.md", "c.md"));
        assert!(matches("a}{b,c}", "a}c"));
    }

    #[test]
    fn a_hostile_pattern_ends() {
        let pattern = format!("{}b", "*a".repeat(200));
        assert!(!matches(&pattern, &"a".repeat(2_000)));
        assert!(!matches(&"{a,b}".repeat(64), "c"));
    }
}

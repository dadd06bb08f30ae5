//! Code in colours: a dozen short classes, made when the site is built.

mod classes;
mod languages;
mod lines;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use syntect::parsing::{ParseState, ScopeStack, ScopeStackOp, SyntaxReference, SyntaxSet};

use crate::limits::{CODE_BYTES, CODE_LINE};
use crate::page::body::escape;
use crate::page::body::highlight::classes::{Classes, Known};
use crate::page::body::highlight::lines::{Lines, State};

/// Bytes of coloured code kept for each core; reached, the older half goes. The pages of a document
/// are made one after the other, and each core has a document in work.
const KEPT: usize = 2 << 20;

/// Colours code, and remembers what it has coloured: translations share their code.
pub struct Highlighter {
    syntaxes: LazyLock<Syntaxes>,
    memory: Mutex<Coloured>,
}

struct Syntaxes {
    set: SyntaxSet,
    classes: Classes,
}

/// Coloured blocks by the hash of language and text, in two halves.
#[derive(Default)]
struct Coloured {
    young: HashMap<blake3::Hash, Arc<str>>,
    old: HashMap<blake3::Hash, Arc<str>>,
    bytes: usize,
}

impl Default for Highlighter {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Highlighter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Highlighter").finish_non_exhaustive()
    }
}

impl Highlighter {
    /// Syntax definitions are loaded when the first block asks for them.
    pub fn new() -> Self {
        Self {
            syntaxes: LazyLock::new(|| Syntaxes {
                set: two_face::syntax::extra_newlines(),
                classes: Classes::new(),
            }),
            memory: Mutex::default(),
        }
    }

    /// The HTML of code in a language. `None` where the language is not known or is plain text.
    pub fn highlight(&self, language: &str, code: &str) -> Option<Arc<str>> {
        if language.is_empty() || code.len() > CODE_BYTES.most {
            return None;
        }
        let name = languages::name(language)?;
        let mut hasher = blake3::Hasher::new();
        hasher.update(name.as_bytes()).update(&[0]);
        let key = hasher.update(code.as_bytes()).finalize();
        if let Some(html) = self.memory().get(&key) {
            return Some(html);
        }
        let syntax = self.syntaxes.set.find_syntax_by_token(&name)?;
        let html: Arc<str> = Lines::lend(|lines| self.syntaxes.colour(syntax, code, lines)).into();
        self.memory().keep(key, html.clone());
        Some(html)
    }

    fn memory(&self) -> std::sync::MutexGuard<'_, Coloured> {
        // Nothing in it can be half done: a thread that died leaves it whole.
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Coloured {
    fn get(&mut self, key: &blake3::Hash) -> Option<Arc<str>> {
        if let Some(html) = self.young.get(key) {
            return Some(html.clone());
        }
        let html = self.old.remove(key)?;
        self.keep(*key, html.clone());
        Some(html)
    }

    fn keep(&mut self, key: blake3::Hash, html: Arc<str>) {
        self.bytes += html.len();
        self.young.insert(key, html);
        if self.bytes > KEPT * rayon::current_num_threads() / 2 {
            self.old = std::mem::take(&mut self.young);
            self.bytes = 0;
        }
    }
}

impl Syntaxes {
    fn colour(&self, syntax: &SyntaxReference, code: &str, lines: &mut Lines) -> String {
        let mut out = String::with_capacity(code.len() * 3);
        let mut at = lines.id(State {
            parse: ParseState::new(syntax),
            stack: ScopeStack::new(),
            open: None,
        });
        for line in code.split_inclusive('\n') {
            if let Some(known) = lines.get(at, line) {
                out.push_str(&known.html);
                at = known.next;
                continue;
            }
            let state = lines.state(at).clone();
            let (html, after) = self.colour_line(line, state, &mut lines.classes);
            at = lines.keep(at, line, (&html, after));
            out.push_str(&html);
        }
        if lines.state(at).open.is_some() {
            out.push_str("</span>");
        }
        out
    }

    fn colour_line(&self, line: &str, mut state: State, known: &mut Known) -> (String, State) {
        let operations = if line.len() > CODE_LINE.most {
            Vec::new()
        } else {
            state.parse.parse_line(line, &self.set).unwrap_or_default()
        };
        let mut painter = Painter {
            classes: &self.classes,
            known,
            stack: &mut state.stack,
            open: &mut state.open,
            out: String::with_capacity(line.len() * 3),
        };
        painter.line(line, &operations);
        (painter.out, state)
    }
}

/// Writes text with the class of the scopes that are open.
struct Painter<'a> {
    classes: &'a Classes,
    known: &'a mut Known,
    stack: &'a mut ScopeStack,
    open: &'a mut Option<&'static str>,
    out: String,
}

impl Painter<'_> {
    fn line(&mut self, line: &str, operations: &[(usize, ScopeStackOp)]) {
        let mut done = 0;
        for (at, operation) in operations {
            self.text(&line[done..*at]);
            done = *at;
            // A syntax definition that pops too much colours wrongly; the text is whole.
            let _ = self.stack.apply(operation);
        }
        self.text(&line[done..]);
    }

    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !text.trim().is_empty() {
            let class = self.classes.of(self.stack.as_slice(), self.known);
            self.paint(class);
        }
        escape::text(&mut self.out, text);
    }

    fn paint(&mut self, class: Option<&'static str>) {
        if *self.open == class {
            return;
        }
        if self.open.is_some() {
            self.out.push_str("</span>");
        }
        if let Some(class) = class {
            self.out.push_str("<span class=\"");
            self.out.push_str(class);
            self.out.push_str("\">");
        }
        *self.open = class;
    }
}

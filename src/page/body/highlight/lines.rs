//! Lines of code that were coloured before: samples of one product share most of theirs, and a
//! syntax definition takes a hundred times longer for a line than a look into a table.

use std::cell::RefCell;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};
use syntect::parsing::{ParseState, ScopeStack};

use crate::page::body::highlight::classes::Known;

/// Bytes of lines kept by a thread; reached, all go.
const KEPT: usize = 8 << 20;

thread_local! {
    /// What a parser has captured may not leave its thread, so each keeps lines of its own. They
    /// follow from the syntax definitions of the program alone, whoever asks.
    static LINES: RefCell<Lines> = RefCell::default();
}

/// What is open where a line begins; what becomes of the line follows from it and the line alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Of the syntax.
    pub parse: ParseState,
    /// Of the scopes.
    pub stack: ScopeStack,
    /// The class of the span that is open.
    pub open: Option<&'static str>,
}

/// The number of a state.
pub type StateId = usize;

/// The lines seen so far, by the state in which they begin.
#[derive(Default)]
pub struct Lines {
    states: Vec<Begun>,
    /// Candidates by the hash of what is open.
    ids: FxHashMap<u64, Vec<StateId>>,
    /// Classes by scope, asked for at every word.
    pub classes: Known,
    /// About how much is kept.
    bytes: usize,
}

struct Begun {
    state: State,
    lines: FxHashMap<Box<str>, Coloured>,
}

/// A line as HTML, and the state after it.
pub struct Coloured {
    /// With spans that have classes.
    pub html: Box<str>,
    /// What is open behind it.
    pub next: StateId,
}

impl Lines {
    /// Lends the lines that this thread knows.
    pub fn lend<T>(take: impl FnOnce(&mut Self) -> T) -> T {
        LINES.with_borrow_mut(|lines| {
            if lines.bytes > KEPT {
                *lines = Self::default();
            }
            take(lines)
        })
    }

    /// A state by its number.
    pub fn state(&self, id: StateId) -> &State {
        &self.states[id].state
    }

    /// A line that was seen in a state.
    pub fn get(&self, id: StateId, line: &str) -> Option<&Coloured> {
        self.states[id].lines.get(line)
    }

    /// Keeps a line with the state after it, and answers that state's number.
    pub fn keep(&mut self, id: StateId, line: &str, (html, after): (&str, State)) -> StateId {
        let next = self.id(after);
        self.bytes += line.len() + html.len() + size_of::<Coloured>();
        let html = html.into();
        let coloured = Coloured { html, next };
        self.states[id].lines.insert(line.into(), coloured);
        next
    }

    /// The number of a state.
    pub fn id(&mut self, state: State) -> StateId {
        let mut hasher = FxHasher::default();
        (state.stack.as_slice(), state.open).hash(&mut hasher);
        let candidates = self.ids.entry(hasher.finish()).or_default();
        let known = |id: &&StateId| self.states[**id].state == state;
        if let Some(id) = candidates.iter().find(known) {
            return *id;
        }
        let id = self.states.len();
        candidates.push(id);
        // A parser's state is some levels deep, each with a context and what it captured.
        self.bytes += 256 + 64 * state.stack.len();
        self.states.push(Begun {
            state,
            lines: FxHashMap::default(),
        });
        id
    }
}

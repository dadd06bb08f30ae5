//! The site as the server sees it: questions to the thread that holds it.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};

use crate::cli::preview::pages::media_type;
use crate::io::http::site::{Reply, Site};
use crate::path::SourcePath;

/// What the thread that holds the site is told.
#[derive(Debug)]
pub enum Message {
    /// What stands at a path?
    Get(String, Sender<Option<Reply>>),
    /// Where is one sent who asks for a path at which nothing stands?
    Way(String, Sender<Option<String>>),
    /// What is shown where nothing stands?
    Missing(String, Sender<Option<Reply>>),
    /// These files may be others than before. One that is gone may have been a folder.
    Changed(Vec<SourcePath>),
    /// The system tells of no more changes.
    Blind,
}

/// The site as the server sees it.
#[derive(Debug)]
pub struct Front(Mutex<Sender<Message>>);

impl Front {
    /// Passes on what is asked.
    pub fn new(messages: Sender<Message>) -> Self {
        Self(Mutex::new(messages))
    }

    fn ask<T>(&self, message: impl FnOnce(Sender<Option<T>>) -> Message) -> Option<T> {
        let (answer, answered) = channel();
        let sender = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let sender = sender.clone();
        sender.send(message(answer)).ok()?;
        answered.recv().ok()?
    }
}

impl Site for Front {
    fn get(&self, path: &str) -> Option<Reply> {
        self.ask(|answer| Message::Get(path.to_owned(), answer))
    }

    fn way(&self, path: &str) -> Option<String> {
        self.ask(|answer| Message::Way(path.to_owned(), answer))
    }

    fn not_found(&self, path: &str) -> Reply {
        let page = self.ask(|answer| Message::Missing(path.to_owned(), answer));
        page.unwrap_or_else(|| Reply {
            kind: media_type("a.txt").to_owned(),
            body: b"404".to_vec(),
        })
    }
}

//! Tells every open page at once (server-sent events, HTML Living Standard, section 9.2).

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::response::IntoResponse;
use axum::response::Response;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_core::Stream;
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Where pages listen.
pub const PATH: &str = "/_instep/events";

/// Events that a page may be behind. A page that is further behind is let go; its browser asks
/// again by itself, and learns from the first event that it missed something.
const BACKLOG: usize = 32;

/// How often an idle connection gets a comment: often enough for proxies, which close connections
/// that are silent for a minute.
const ALIVE: Duration = Duration::from_secs(20);

/// The way to all open pages.
#[derive(Clone, Debug, Default)]
pub struct Events {
    shared: Arc<Mutex<Shared>>,
}

#[derive(Debug, Default)]
struct Shared {
    /// Counts events. Each bears its number as id, and so does the first one that a page gets,
    /// `hello`: a page that has seen an older one was away in between.
    count: u64,
    listeners: Vec<Sender<Event>>,
}

impl Events {
    /// Sends an event to every open page. Never waits: not for a page that is slow to read.
    pub fn send(&self, name: &str, data: &str) {
        self.with(|shared| {
            shared.count += 1;
            let event = event(shared.count, name, data);
            shared
                .listeners
                .retain(|listener| listener.try_send(event.clone()).is_ok());
        });
    }

    /// How many pages listen. Those that closed lately may still count.
    pub fn listeners(&self) -> usize {
        self.with(|shared| {
            shared
                .listeners
                .iter()
                .filter(|listener| !listener.is_closed())
                .count()
        })
    }

    /// The answer to a page that wants to listen.
    pub fn listen(&self) -> Response {
        let (sender, receiver) = channel(BACKLOG);
        self.with(|shared| {
            // Pages that closed are noticed here too: there may be no event for hours.
            shared.listeners.retain(|listener| !listener.is_closed());
            let hello = event(shared.count, "hello", &shared.count.to_string());
            if sender.try_send(hello).is_ok() {
                shared.listeners.push(sender);
            }
        });
        let alive = KeepAlive::new().interval(ALIVE);
        Sse::new(Feed(receiver)).keep_alive(alive).into_response()
    }

    fn with<T>(&self, act: impl FnOnce(&mut Shared) -> T) -> T {
        // A list that a panic left behind is still a list.
        act(&mut self.shared.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn event(count: u64, name: &str, data: &str) -> Event {
    Event::default()
        .id(count.to_string())
        .event(name)
        .data(data.replace('\r', ""))
}

struct Feed(Receiver<Event>);

impl Stream for Feed {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|event| event.map(Ok))
    }
}

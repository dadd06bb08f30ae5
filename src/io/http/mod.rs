//! Serves a site to browsers on this machine, and tells them when it changes.

pub mod address;
pub mod events;
pub mod site;

pub mod answer;

use std::net::{IpAddr, SocketAddr, TcpListener, ToSocketAddrs};
use std::sync::Arc;
use std::thread::JoinHandle;

use anyhow::{Context, anyhow, bail};
use axum::serve::ListenerExt;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

use crate::io::http::address::Hosts;
use crate::io::http::answer::{Door, router};
use crate::io::http::events::Events;
use crate::io::http::site::Site;

/// How many ports are tried from the first one on.
const PORTS: u16 = 100;

/// Pages that are rendered at once. More would not be faster and each holds a page's memory.
const WORKERS: usize = 8;

/// A server at work. It ends when dropped; open connections are cut.
#[derive(Debug)]
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    /// Reaches every open page.
    pub events: Events,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Listens at `host` on the first free port from `port` on.
    ///
    /// # Errors
    /// A host that this machine does not have, or no free port; the message names them.
    pub fn start(host: &str, port: u16, site: Arc<dyn Site>) -> anyhow::Result<Self> {
        raise_limit();
        let listener = bind(host, port)?;
        let address = listener.local_addr().context("cannot listen")?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .enable_time()
            .max_blocking_threads(WORKERS)
            .build()
            .context("cannot start the server")?;
        let events = Events::default();
        let door = Door {
            site,
            hosts: Hosts::new(host, address),
            events: events.clone(),
        };
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::Builder::new()
            .name("http".to_owned())
            .spawn(move || run(runtime, listener, (door, stopped)))
            .context("cannot start the server")?;
        Ok(Self {
            address,
            events,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Where a browser finds it.
    pub fn url(&self) -> String {
        let ip = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => "127.0.0.1".to_owned(),
            IpAddr::V6(ip) if ip.is_unspecified() => "[::1]".to_owned(),
            IpAddr::V6(ip) => format!("[{ip}]"),
            ip @ IpAddr::V4(_) => ip.to_string(),
        };
        format!("http://{ip}:{}/", self.address.port())
    }

    /// Whether other machines can reach it.
    pub fn is_public(&self) -> bool {
        !self.address.ip().is_loopback()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn run(runtime: Runtime, listener: TcpListener, (door, stopped): (Door, oneshot::Receiver<()>)) {
    runtime.block_on(async move {
        let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
            return;
        };
        // An event is a few bytes; the system would keep them back to send more at once.
        let listener = listener.tap_io(|stream| {
            let _ = stream.set_nodelay(true);
        });
        tokio::select! {
            _ = axum::serve(listener, router(door)) => {}
            _ = stopped => {}
        }
    });
    // A page that is being rendered is not waited for.
    runtime.shutdown_background();
}

fn bind(host: &str, port: u16) -> anyhow::Result<TcpListener> {
    let last = port.saturating_add(PORTS - 1);
    for port in port..=last {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let addresses: Vec<SocketAddr> = (bare, port)
            .to_socket_addrs()
            .map_err(|error| anyhow!("cannot listen at `{host}`: {error}"))?
            .collect();
        match TcpListener::bind(addresses.as_slice()) {
            Ok(listener) => {
                listener.set_nonblocking(true).context("cannot listen")?;
                return Ok(listener);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {}
            Err(error) => bail!("cannot listen at `{host}` on port {port}: {error}"),
        }
    }
    bail!("no port from {port} to {last} is free at `{host}`")
}

/// Systems often let a program open 1,024 files unless it asks for more.
#[cfg(unix)]
fn raise_limit() {
    use crate::limits::CONNECTIONS;
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    let most = CONNECTIONS.most as u64;
    let wanted = limit.maximum.map_or(most, |maximum| maximum.min(most));
    if limit.current.is_some_and(|current| current < wanted) {
        // Refused, there are fewer connections, and nothing else is lost.
        let _ = setrlimit(
            Resource::Nofile,
            Rlimit {
                current: Some(wanted),
                maximum: limit.maximum,
            },
        );
    }
}

#[cfg(not(unix))]
fn raise_limit() {}

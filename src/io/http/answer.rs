//! Answers one request: checks whom it is for and where it leads, then asks the site.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderName, HeaderValue, LOCATION,
};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};

use crate::io::http::address::{Hosts, clean};
use crate::io::http::events::{Events, PATH};
use crate::io::http::site::{Reply, Site};
use crate::path::encode;

const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const SNIFF: HeaderName = HeaderName::from_static("x-content-type-options");

/// What every request needs.
#[derive(Clone)]
pub struct Door {
    /// What is served.
    pub site: Arc<dyn Site>,
    /// Who may ask.
    pub hosts: Hosts,
    /// Where open pages listen.
    pub events: Events,
}

/// Every request takes the same way, so none can go past the checks.
pub fn router(door: Door) -> Router {
    Router::new().fallback(answer).with_state(door)
}

async fn answer(State(door): State<Door>, request: Request) -> Response {
    let mut response = match refusal(&door, &request) {
        Some(refusal) => refusal,
        None => match clean(request.uri().path()) {
            None => plain(
                StatusCode::BAD_REQUEST,
                "this address leads out of the site",
            ),
            Some(path) if path == PATH => door.events.listen(),
            Some(path) => ask(door.site, path).await,
        },
    };
    protect(response.headers_mut());
    response
}

fn refusal(door: &Door, request: &Request) -> Option<Response> {
    if !host(request.uri(), request.headers()).is_some_and(|host| door.hosts.accept(host)) {
        let why = "this server answers only to the name it was started with, and to `localhost`";
        return Some(plain(StatusCode::FORBIDDEN, why));
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut refusal = plain(
            StatusCode::METHOD_NOT_ALLOWED,
            "this server is only for reading",
        );
        refusal
            .headers_mut()
            .insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return Some(refusal);
    }
    None
}

/// The one host that a request names; none where it names two (RFC 9112, section 3.2).
fn host<'r>(uri: &'r Uri, headers: &'r HeaderMap) -> Option<&'r str> {
    let mut named = headers.get_all(HOST).iter();
    let host = named.next()?.to_str().ok()?;
    let twice = named.next().is_some();
    let elsewhere = uri
        .authority()
        .is_some_and(|authority| authority.as_str() != host);
    (!twice && !elsewhere).then_some(host)
}

/// Rendering is work, so it is done beside the thread that talks to browsers.
async fn ask(site: Arc<dyn Site>, path: String) -> Response {
    let asked = tokio::task::spawn_blocking(move || find(&*site, &path)).await;
    asked.unwrap_or_else(|_| {
        plain(
            StatusCode::INTERNAL_SERVER_ERROR,
            "this page could not be rendered",
        )
    })
}

fn find(site: &dyn Site, path: &str) -> Response {
    if let Some(reply) = site.get(path) {
        return send(StatusCode::OK, reply);
    }
    let folder = format!("{path}/");
    let way = match !path.ends_with('/') && site.get(&folder).is_some() {
        true => Some(folder),
        false => site.way(path),
    };
    let location = way.and_then(|way| HeaderValue::from_str(&encode(&way)).ok());
    if let Some(location) = location {
        return (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, location)]).into_response();
    }
    send(StatusCode::NOT_FOUND, site.not_found(path))
}

fn send(status: StatusCode, reply: Reply) -> Response {
    let unknown = HeaderValue::from_static("application/octet-stream");
    let kind = HeaderValue::from_str(&reply.kind).unwrap_or(unknown);
    (status, [(CONTENT_TYPE, kind)], Body::from(reply.body)).into_response()
}

fn plain(status: StatusCode, text: &'static str) -> Response {
    (status, text).into_response()
}

/// A page of the preview is asked for again each time, and no other site may build it in.
fn protect(headers: &mut HeaderMap) {
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(OPENER, HeaderValue::from_static("same-origin"));
    headers.insert(RESOURCE, HeaderValue::from_static("same-origin"));
    headers.insert(SNIFF, HeaderValue::from_static("nosniff"));
}

//! Which requests are meant for this site: the right host, and a path that stays in it.

use std::net::{IpAddr, SocketAddr};

use crate::path::decode;

/// The names that this server answers to.
///
/// A page elsewhere can give its own name this machine's address and then read what is served here
/// as if it were its own (DNS rebinding). Its requests bear its name, so they are refused.
#[derive(Clone, Debug)]
pub struct Hosts {
    name: String,
    /// Set where other machines may ask; they do so by an address that only they know.
    any_address: bool,
}

impl Hosts {
    /// For a server told to listen at `host`, and listening at `address`.
    pub fn new(host: &str, address: SocketAddr) -> Self {
        let name = host
            .trim_start_matches('[')
            .trim_end_matches(']')
            .to_ascii_lowercase();
        Self {
            name,
            any_address: !address.ip().is_loopback(),
        }
    }

    /// Whether the `Host` of a request is one of ours. The port does not matter: it differs where
    /// it was forwarded, and who rebinds a name must use the right one anyway.
    pub fn accept(&self, host: &str) -> bool {
        let name = without_port(host).to_ascii_lowercase();
        if name == "localhost" || name == self.name && !name.is_empty() {
            return true;
        }
        let ip: Option<IpAddr> = name.parse().ok();
        ip.is_some_and(|ip| ip.is_loopback() || self.any_address)
    }
}

fn without_port(host: &str) -> &str {
    if let Some(rest) = host.strip_prefix('[') {
        let (ip, port) = rest.split_once(']').unwrap_or(("", rest));
        return if port.is_empty() || port.starts_with(':') {
            ip
        } else {
            ""
        };
    }
    match host.split_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        Some(_) => "",
        None => host,
    }
}

/// The path of a request, decoded once. `None` for whatever could mean another place to somebody:
/// to Windows, to a second decoder, to one who joins it to a folder.
pub fn clean(raw: &str) -> Option<String> {
    if !escapes_are_whole(raw) {
        return None;
    }
    let path = decode_utf8(raw)?;
    let twice = decode(&path);
    let plain = |path: &str| !path.contains(['\\', '\0']) && !path.chars().any(char::is_control);
    let inside = |path: &str| path.split('/').all(|part| !climbs(part) && !is_drive(part));
    let whole = |path: &str| {
        path.strip_prefix('/')
            .is_some_and(|rest| !has_empty_part(rest))
    };
    let safe = |path: &str| plain(path) && inside(path) && whole(path);
    // What only a second decoding would turn into a separator is harmless here and nowhere else.
    let same_parts = twice.matches('/').count() == path.matches('/').count();
    (safe(&path) && safe(&twice) && same_parts).then_some(path)
}

fn escapes_are_whole(raw: &str) -> bool {
    let mut parts = raw.split('%');
    let _ = parts.next();
    parts.all(|part| part.len() >= 2 && part.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit))
}

/// [`decode`] leaves what is not UTF-8 as it was written; here that is refused, as overlong forms
/// of `.` and `/` are.
fn decode_utf8(raw: &str) -> Option<String> {
    let path = decode(raw);
    let left_as_written = raw.contains('%') && path == raw;
    (!left_as_written).then_some(path)
}

/// `..` to anybody: Windows drops dots and spaces at the end, and some map wide forms to plain.
fn climbs(part: &str) -> bool {
    let is_dot = |c: char| matches!(c, '.' | '\u{2024}' | '\u{fe52}' | '\u{ff0e}');
    let blank = |c: char| c.is_whitespace() || c == ';';
    !part.is_empty() && part.chars().all(|c| is_dot(c) || blank(c))
        || part
            .split(';')
            .next()
            .is_some_and(|name| matches!(name, "." | ".."))
}

fn is_drive(part: &str) -> bool {
    matches!(part.as_bytes(), [letter, b':' | b'|', ..] if letter.is_ascii_alphabetic())
}

fn has_empty_part(path: &str) -> bool {
    path.starts_with('/') || path.contains("//")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local() -> Hosts {
        Hosts::new("127.0.0.1", SocketAddr::from(([127, 0, 0, 1], 1111)))
    }

    #[test]
    fn only_names_of_this_machine_are_answered() {
        let ours = [
            "localhost",
            "LOCALHOST:8080",
            "127.0.0.1:1111",
            "127.0.0.1",
            "[::1]:1111",
            "[::1]",
        ];
        for host in ours {
            assert!(local().accept(host), "{host}");
        }
        let others = [
            "",
            ":1111",
            "evil.example",
            "evil.example:1111",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "evil.example#localhost",
            "user@localhost",
            "localhost:80@evil.example",
            "192.168.1.7:1111",
            "0.0.0.0",
            "[::1]evil.example",
            "127.0.0.1:evil",
        ];
        for host in others {
            assert!(!local().accept(host), "{host}");
        }
    }

    #[test]
    fn a_public_server_answers_to_addresses_and_to_the_name_it_was_given() {
        let public = Hosts::new("docs.lan", SocketAddr::from(([0, 0, 0, 0], 1111)));
        assert!(public.accept("192.168.1.7:1111") && public.accept("docs.lan:1111"));
        assert!(!public.accept("evil.example:1111"));
    }

    #[test]
    fn plain_paths_are_decoded_once() {
        let paths = [
            ("/", "/"),
            ("/fr-fr/", "/fr-fr/"),
            ("/fr-fr/caf%C3%A9/", "/fr-fr/café/"),
            ("/a%20b", "/a b"),
            ("/100%25/", "/100%/"),
            ("/a.b/..c/d..", "/a.b/..c/d.."),
            ("/a@2019-09-09/", "/a@2019-09-09/"),
        ];
        for (raw, path) in paths {
            assert_eq!(clean(raw).as_deref(), Some(path));
        }
    }
}

//! Which addresses may stand on a page.

use std::borrow::Cow;

/// Schemes that open a page, a file, a letter or a call, and nothing that runs. `xref` names a
/// place that was not found, and does nothing.
pub const SCHEMES: [&str; 6] = ["http", "https", "mailto", "tel", "ftp", "xref"];

/// Whether an address is relative, or of a scheme that does not run anything. Browsers drop tabs,
/// line ends and leading control characters before they look for the scheme, and so is done here.
pub fn is_safe(address: &str) -> bool {
    if !address.contains(':') {
        return true;
    }
    let seen = address
        .chars()
        .skip_while(|c| *c <= ' ')
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'));
    let mut scheme = String::new();
    for c in seen {
        match c {
            ':' => return SCHEMES.contains(&scheme.as_str()),
            'a'..='z' | 'A'..='Z' | '0'..='9' | '+' | '-' | '.' => {
                scheme.push(c.to_ascii_lowercase());
            }
            _ => return true,
        }
    }
    true
}

/// Hosts of videos that may be framed, and the host that is asked instead where one keeps no
/// cookies.
const FRAMES: [(&str, &str); 14] = [
    ("www.youtube.com", YOUTUBE),
    ("youtube.com", YOUTUBE),
    ("m.youtube.com", YOUTUBE),
    ("youtu.be", YOUTUBE),
    ("www.youtube-nocookie.com", YOUTUBE),
    ("learn-video.azurefd.net", "learn-video.azurefd.net"),
    ("channel9.msdn.com", "channel9.msdn.com"),
    ("sec.ch9.ms", "sec.ch9.ms"),
    ("learn.microsoft.com", "learn.microsoft.com"),
    ("docs.microsoft.com", "docs.microsoft.com"),
    ("www.microsoft.com", "www.microsoft.com"),
    ("microsoft.com", "microsoft.com"),
    ("player.vimeo.com", "player.vimeo.com"),
    ("www.microsoftstream.com", "www.microsoftstream.com"),
];

const YOUTUBE: &str = "www.youtube-nocookie.com";

/// The address to frame a video from. `None` where its host is not one that may be framed.
pub fn frame(address: &str) -> Option<String> {
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"))?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    let (host, port) = authority
        .split_once(':')
        .map_or((authority, ""), |(host, port)| (host, port));
    let named = host.to_ascii_lowercase();
    let (_, host) = FRAMES.iter().find(|(name, _)| *name == named)?;
    let tail = &*match *host {
        YOUTUBE => embedded(&named, tail),
        _ => Cow::Borrowed(tail),
    };
    if !port.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let colon = if port.is_empty() { "" } else { ":" };
    let slash = if tail.starts_with('/') { "" } else { "/" };
    let cookies = match *host {
        "channel9.msdn.com" if tail.contains('?') => "&nocookie=true",
        "channel9.msdn.com" => "?nocookie=true",
        _ => "",
    };
    Some(format!("https://{host}{colon}{port}{slash}{tail}{cookies}"))
}

/// The path of a film's own player, where an address names the page around it.
fn embedded<'t>(host: &str, tail: &'t str) -> Cow<'t, str> {
    let (path, query) = tail.split_once('?').unwrap_or((tail, ""));
    let mut options = query.split('&');
    let film = match path.trim_start_matches('/') {
        "watch" => options.find_map(|option| option.strip_prefix("v=")),
        film if host == "youtu.be" => Some(film),
        _ => None,
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    match film.filter(|film| !film.is_empty() && film.chars().all(plain)) {
        Some(film) => Cow::Owned(format!("/embed/{film}")),
        None => Cow::Borrowed(tail),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_is_refused() {
        for address in [
            "javascript:alert(1)",
            " java\tscript:x",
            "DATA:text/html,x",
            "\u{1}vbscript:x",
        ] {
            assert!(!is_safe(address), "{address}");
        }
    }

    #[test]
    fn pages_and_letters_are_kept() {
        for address in [
            "a.md#b:c",
            "/x:y",
            "https://a",
            "mailto:a@b",
            "?q=a:b",
            "#a:b",
        ] {
            assert!(is_safe(address), "{address}");
        }
    }

    #[test]
    fn frames_keep_no_cookies() {
        let video = frame("https://www.youtube.com/embed/a?rel=0");
        assert_eq!(
            video.as_deref(),
            Some("https://www.youtube-nocookie.com/embed/a?rel=0")
        );
        for page in [
            "https://www.youtube.com/watch?list=x&v=a_b-1",
            "https://youtu.be/a_b-1?t=3",
        ] {
            let player = "https://www.youtube-nocookie.com/embed/a_b-1";
            assert_eq!(frame(page).as_deref(), Some(player));
        }
        assert_eq!(frame("https://youtube.com.evil.example/"), None);
        assert_eq!(frame("https://www.youtube.com:@evil.example/"), None);
    }
}

//! The preview answers its own browser, quickly, and gives nothing else away.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::ops::Deref;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use camino::Utf8PathBuf;
use instep::io::disk::Disk;
use instep::io::http::Server;
use instep::io::http::site::{Reply, Site};
#[cfg(target_os = "linux")]
use instep::limits::CONNECTIONS;
use instep::path::SourcePath;
use instep::source::Reader;
use tempfile::TempDir;

const SECRET: &str = "kestrel-7731";

/// What happens at once happens in less, on any machine; `/slow` takes longer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves files of a folder; `/large` is 64 MB, `/slow` takes half a minute, `/panic` panics.
struct Files {
    disk: Disk,
    /// How often `/slow` was asked for.
    slow: Arc<AtomicUsize>,
}

impl Files {
    fn of(keep: &TempDir) -> Self {
        let top = Utf8PathBuf::from_path_buf(keep.path().canonicalize().unwrap()).unwrap();
        let public = top.join("public");
        fs::create_dir_all(public.join("en/a b")).unwrap();
        fs::write(top.join("secret.html"), SECRET).unwrap();
        fs::write(top.join("index.html"), SECRET).unwrap();
        fs::write(public.join("index.html"), "home").unwrap();
        fs::write(public.join("en/index.html"), "en").unwrap();
        fs::write(public.join("en/a b/index.html"), "a b").unwrap();
        fs::write(public.join("style.css"), "css").unwrap();
        std::os::unix::fs::symlink("../secret.html", public.join("link.html")).unwrap();
        std::os::unix::fs::symlink(&top, public.join("up")).unwrap();
        std::os::unix::fs::symlink("/etc", public.join("etc")).unwrap();
        let disk = Disk::new(&public, 1 << 20).unwrap();
        let slow = Arc::default();
        Self { disk, slow }
    }
}

impl Site for Files {
    fn get(&self, path: &str) -> Option<Reply> {
        let kind = "text/html; charset=utf-8".to_owned();
        match path {
            "/large" => {
                return Some(Reply {
                    kind,
                    body: vec![b'x'; 64 << 20],
                });
            }
            "/slow" => {
                self.slow.fetch_add(1, Ordering::Relaxed);
                std::thread::sleep(3 * PATIENCE);
            }
            "/panic" => panic!("a template went wrong"),
            _ => {}
        }
        let index = if path.ends_with('/') {
            "index.html"
        } else {
            ""
        };
        let file = SourcePath::new(&format!("{}{index}", path.trim_start_matches('/')));
        Some(Reply {
            kind,
            body: self.disk.read(&file).ok()?,
        })
    }

    fn not_found(&self, path: &str) -> Reply {
        Reply {
            kind: "text/html".to_owned(),
            body: format!("nothing at {path}").into_bytes(),
        }
    }
}

/// A server and the folder of its files, which goes with it even where `/slow` still sleeps.
struct Started {
    server: Server,
    slow: Arc<AtomicUsize>,
    _keep: TempDir,
}

impl Deref for Started {
    type Target = Server;

    fn deref(&self) -> &Server {
        &self.server
    }
}

fn start() -> Started {
    let keep = TempDir::new().unwrap();
    let files = Files::of(&keep);
    let slow = files.slow.clone();
    let server = Server::start("127.0.0.1", 21_000, Arc::new(files)).unwrap();
    Started {
        server,
        slow,
        _keep: keep,
    }
}

/// Waits until something holds; fails where it does not in time.
fn until(what: &str, holds: impl Fn() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < PATIENCE, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Asks for `/slow`, and waits until that has come to the site.
fn ask_slow(started: &Started) -> TcpStream {
    let mut slow = connect(started);
    slow.write_all(b"GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .unwrap();
    until("a slow page is asked for", || {
        started.slow.load(Ordering::Relaxed) > 0
    });
    slow
}

fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(server.address).unwrap();
    stream.set_read_timeout(Some(6 * PATIENCE)).unwrap();
    stream
}

/// Sends bytes as they are and reads until the server closes.
fn exchange(server: &Server, request: &[u8]) -> String {
    let mut stream = connect(server);
    stream.write_all(request).unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn get(server: &Server, path: &str) -> String {
    let host = server.address;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    exchange(server, request.as_bytes())
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

/// An open page: the stream, after its first event.
fn listen(server: &Server) -> BufReader<TcpStream> {
    let mut stream = connect(server);
    let request = format!(
        "GET /_instep/events HTTP/1.1\r\nHost: {}\r\n\r\n",
        server.address
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut stream = BufReader::new(stream);
    read_until(&mut stream, "event: hello");
    stream
}

fn read_until(stream: &mut BufReader<TcpStream>, wanted: &str) {
    let mut line = String::new();
    for _ in 0..100 {
        line.clear();
        assert!(
            stream.read_line(&mut line).unwrap() > 0,
            "closed before `{wanted}`"
        );
        if line.contains(wanted) {
            return;
        }
    }
    panic!("no `{wanted}` in a hundred lines");
}

#[test]
fn pages_and_files_are_served_without_letting_other_sites_in() {
    let server = start();
    let answer = get(&server, "/en/a%20b/?q=1#x");
    assert_eq!(status(&answer), "200");
    assert!(answer.ends_with("a b"), "{answer}");
    let lower = answer.to_ascii_lowercase();
    assert!(lower.contains("content-type: text/html; charset=utf-8"));
    assert!(lower.contains("cross-origin-resource-policy: same-origin"));
    assert!(lower.contains("x-content-type-options: nosniff"));
    assert!(!lower.contains("access-control-"));
    assert!(get(&server, "/style.css").ends_with("css"));
}

#[test]
fn what_is_not_there_gets_the_sites_own_page() {
    let server = start();
    let answer = get(&server, "/en/nowhere/");
    assert_eq!(status(&answer), "404");
    assert!(answer.ends_with("nothing at /en/nowhere/"), "{answer}");
}

#[test]
fn an_address_without_its_slash_leads_to_the_page() {
    let server = start();
    let answer = get(&server, "/en/a%20b");
    assert_eq!(status(&answer), "307");
    assert!(
        answer
            .to_ascii_lowercase()
            .contains("location: /en/a%20b/\r\n"),
        "{answer}"
    );
}

#[test]
fn other_hosts_and_methods_are_refused() {
    let server = start();
    let requests = [
        ("GET / HTTP/1.1\r\nHost: evil.example\r\n", "403"),
        ("GET / HTTP/1.1\r\nHost: evil.example:21000\r\n", "403"),
        (
            "GET /_instep/events HTTP/1.1\r\nHost: evil.example\r\n",
            "403",
        ),
        ("GET / HTTP/1.0\r\n", "403"),
        (
            "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n",
            "403",
        ),
        (
            "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n",
            "403",
        ),
        ("GET / HTTP/1.1\r\nHost: localhost:1\r\n", "200"),
        (
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n",
            "405",
        ),
        (
            "PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n",
            "405",
        ),
        ("DELETE / HTTP/1.1\r\nHost: localhost\r\n", "405"),
        (
            "OPTIONS / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n",
            "405",
        ),
    ];
    for (request, expected) in requests {
        let answer = exchange(
            &server,
            format!("{request}Connection: close\r\n\r\n").as_bytes(),
        );
        // hyper itself refuses some of them, as requests that are no requests.
        let found = status(&answer);
        assert!(
            found == expected || found == "400" && expected == "403",
            "{request}: {answer}"
        );
    }
    let head = exchange(
        &server,
        b"HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    );
    assert!(
        head.starts_with("HTTP/1.1 200") && head.ends_with("\r\n\r\n"),
        "{head}"
    );
}

#[test]
fn no_path_leaves_the_site() {
    let server = start();
    let paths = [
        "/../secret.html",
        "/../../secret.html",
        "/en/../../secret.html",
        "/./../secret.html",
        "/en/./../../secret.html",
        "/%2e%2e/secret.html",
        "/%2E%2E/secret.html",
        "/.%2e/secret.html",
        "/%2e./secret.html",
        "/%2e%2e%2fsecret.html",
        "/..%2fsecret.html",
        "/..%2Fsecret.html",
        "/en%2f..%2f..%2fsecret.html",
        "/%2fsecret.html",
        "/%2f%2fsecret.html",
        "/%252e%252e/secret.html",
        "/%252e%252e%252fsecret.html",
        "/..%252fsecret.html",
        "/%25252e%25252e/secret.html",
        "/en%252f..%252f..%252fsecret.html",
        "/%%32%65%%32%65/secret.html",
        "/%2%65%2%65/secret.html",
        "/..\\secret.html",
        "/..%5csecret.html",
        "/..%5Csecret.html",
        "/..%255csecret.html",
        "/en\\..\\..\\secret.html",
        "/en%5c..%5c..%5csecret.html",
        "\\..\\secret.html",
        "/%5c..%5csecret.html",
        "/\\\\127.0.0.1\\c$\\secret.html",
        "/secret.html%00",
        "/../secret.html%00.html",
        "/%00/../secret.html",
        "/link.html%00",
        "/en/%00",
        "//etc/passwd",
        "///etc/passwd",
        "//127.0.0.1/etc/passwd",
        "/etc/passwd",
        "/%65tc/passwd",
        "/etc%2fpasswd",
        "/link.html",
        "/up/secret.html",
        "/up/",
        "/up/public/../secret.html",
        "/C:/secret.html",
        "/c:%5csecret.html",
        "/C%3a/secret.html",
        "/c|/secret.html",
        "/file:///etc/passwd",
        "file:///etc/passwd",
        "/....//secret.html",
        "/...%2f/secret.html",
        "/..../secret.html",
        "/..;/secret.html",
        "/..;a=b/secret.html",
        "/.. /secret.html",
        "/..%20/secret.html",
        "/..%09/secret.html",
        "/..%0d%0a/secret.html",
        "/..%c0%afsecret.html",
        "/%c0%ae%c0%ae/secret.html",
        "/%e0%80%ae%e0%80%ae/secret.html",
        "/%uff0e%uff0e/secret.html",
        "/%ef%bc%8e%ef%bc%8e/secret.html",
        "/\u{ff0e}\u{ff0e}/secret.html",
        "/%e2%80%a4%e2%80%a4/secret.html",
        "/%f8%80%80%80%ae/secret.html",
        "/?/../secret.html%",
        "/en/..",
        "/en/%2e%2e",
        "/..",
        "/.",
        "../secret.html",
        "..",
        "*",
        "/~root/",
        "/.git/config",
        "/%",
        "/%2",
        "/%zz",
    ];
    assert!(paths.len() >= 60);
    for path in paths {
        let answer = get(&server, path);
        assert!(
            !answer.contains(SECRET) && !answer.contains("root:"),
            "{path}: {answer}"
        );
        let own = path.starts_with("/?");
        assert!(own || status(&answer) != "200", "{path}: {answer}");
        assert_ne!(status(&answer), "500", "{path}: {answer}");
    }
    assert!(get(&server, "/").ends_with("home"));
}

#[test]
fn headers_and_bytes_that_make_no_sense_do_no_harm() {
    let server = start();
    let long = format!(
        "GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "a".repeat(200_000)
    );
    let many = format!(
        "GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n",
        "A: b\r\n".repeat(5_000)
    );
    let requests: [&[u8]; 6] = [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/9.9\r\n\r\n",
        long.as_bytes(),
        many.as_bytes(),
    ];
    for request in requests {
        let mut stream = connect(&server);
        let _ = stream.write_all(request);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let _ = stream.read_to_end(&mut Vec::new());
    }
    assert!(get(&server, "/").ends_with("home"));
}

#[test]
fn a_page_that_panics_takes_nothing_with_it() {
    let server = start();
    assert_eq!(status(&get(&server, "/panic")), "500");
    assert!(get(&server, "/").ends_with("home"));
}

/// What the system lets this program open, now and at most.
#[cfg(target_os = "linux")]
fn files() -> (u64, u64) {
    let limits = fs::read_to_string("/proc/self/limits").unwrap();
    let line = limits
        .lines()
        .find(|line| line.starts_with("Max open files"));
    let mut figures = line.unwrap().split_whitespace().skip(3);
    let mut next = || figures.next().unwrap().parse().unwrap_or(u64::MAX);
    (next(), next())
}

#[test]
#[cfg(target_os = "linux")]
fn it_asks_for_as_many_connections_as_the_system_gives() {
    let _server = start();
    let (now, most) = files();
    assert!(now >= most.min(CONNECTIONS.most as u64), "{now} of {most}");
}

#[test]
fn an_event_reaches_every_open_page() {
    let server = start();
    let (mut one, mut other) = (listen(&server), listen(&server));
    server.events.send("change", "{\"a\":1}\n{\"b\":2}");
    for page in [&mut one, &mut other] {
        read_until(page, "id: 1");
        read_until(page, "event: change");
        read_until(page, "data: {\"a\":1}");
        read_until(page, "data: {\"b\":2}");
    }
}

#[test]
fn a_page_that_was_away_can_tell() {
    let server = start();
    server.events.send("change", "x");
    let mut stream = connect(&server);
    let request = format!(
        "GET /_instep/events HTTP/1.1\r\nHost: {}\r\n\r\n",
        server.address
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut page = BufReader::new(stream);
    read_until(&mut page, "content-type: text/event-stream");
    read_until(&mut page, "id: 1");
    read_until(&mut page, "event: hello");
}

#[test]
fn a_thousand_idle_pages_stop_nobody() {
    let server = start();
    let mut pages: Vec<_> = (0..1000).map(|_| listen(&server)).collect();
    assert_eq!(server.events.listeners(), 1000);
    let began = Instant::now();
    assert!(get(&server, "/").ends_with("home"));
    assert!(began.elapsed() < PATIENCE);
    server.events.send("change", "now");
    read_until(pages.last_mut().unwrap(), "data: now");
    drop(pages);
    until("pages that went are forgotten", || {
        server.events.send("change", "again");
        server.events.listeners() == 0
    });
}

#[test]
fn slow_readers_and_slow_pages_hold_up_nobody() {
    let server = start();
    let mut readers: Vec<TcpStream> = (0..4).map(|_| connect(&server)).collect();
    for reader in &mut readers {
        reader
            .write_all(b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .unwrap();
    }
    let mut half: Vec<TcpStream> = (0..20).map(|_| connect(&server)).collect();
    for stream in &mut half {
        stream.write_all(b"GET / HT").unwrap();
    }
    let _slow = ask_slow(&server);
    let mut deaf = listen(&server);
    let began = Instant::now();
    for _ in 0..10_000 {
        server.events.send("change", &"x".repeat(100));
    }
    assert!(get(&server, "/").ends_with("home"));
    assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
    let _ = deaf.get_mut().shutdown(std::net::Shutdown::Both);
}

#[test]
fn the_next_port_is_taken_where_one_is_not_free() {
    let (one, other) = (start(), start());
    assert_ne!(one.address.port(), other.address.port());
    assert!(get(&other, "/").ends_with("home"));
    assert!(one.url().starts_with("http://127.0.0.1:21"));
    assert!(!one.is_public());
}

#[test]
fn a_host_that_is_not_ours_is_an_error_that_names_it() {
    let keep = TempDir::new().unwrap();
    let error = Server::start("192.0.2.1", 21_000, Arc::new(Files::of(&keep)))
        .err()
        .unwrap();
    assert!(error.to_string().contains("`192.0.2.1`"), "{error}");
}

#[test]
fn it_ends_at_once_with_pages_open() {
    let server = start();
    let mut page = listen(&server);
    let _slow = ask_slow(&server);
    let began = Instant::now();
    drop(server);
    let _ = page.read_to_end(&mut Vec::new());
    assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
}

/// Prints its port and serves.
#[test]
#[ignore = "the other half of `ctrl_c_ends_it_at_once`, run by it"]
fn serves_until_interrupted() {
    if std::env::var_os("INSTEP_TEST_SERVE").is_some() {
        let server = start();
        println!("serving at {}", server.address);
        std::thread::sleep(6 * PATIENCE);
    }
}

#[test]
fn ctrl_c_ends_it_at_once() {
    // A shell starts what it runs in the background with the signal ignored, and that is handed
    // down; `env` gives the child the signal back, as a terminal would.
    let mut child = Command::new("env")
        .arg("--default-signal=INT")
        .arg(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "serves_until_interrupted",
            "--ignored",
            "--nocapture",
        ])
        .env("INSTEP_TEST_SERVE", "1")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    let address = loop {
        line.clear();
        assert!(output.read_line(&mut line).unwrap() > 0, "it never served");
        if let Some((_, address)) = line.split_once("serving at ") {
            break address.trim().to_owned();
        }
    };
    let mut page = TcpStream::connect(&address).unwrap();
    page.write_all(b"GET /_instep/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .unwrap();
    page.read_exact(&mut [0; 100]).unwrap();
    let began = Instant::now();
    let id = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(id, rustix::process::Signal::INT).unwrap();
    let status = child.wait().unwrap();
    assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
    assert!(!status.success());
}

//! `instep serve` and `instep build --watch` as a writer meets them: the program itself, its
//! terminal, and its pages.

mod shell;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::ops::Deref;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Longest wait for anything: machines that test are often busy.
const PATIENCE: Duration = Duration::from_secs(60);

/// Servers of several tests stand beside each other.
static PORT: AtomicU16 = AtomicU16::new(23_000);

/// A site in two languages.
struct Site(shell::Site);

impl Deref for Site {
    type Target = shell::Site;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// The program at work, and what it has said so far.
struct Running {
    child: Child,
    lines: Arc<Mutex<Vec<String>>>,
    address: String,
}

impl Site {
    fn new() -> Self {
        let settings = "title: Harbour\nsource_locale: en-US\n";
        let site = Self(shell::Site::of(&[("site.yaml", settings)]));
        for locale in ["en-US", "fr-FR"] {
            site.page(locale, "index", "The beginning.");
            site.page(locale, "start", "The first words.");
        }
        site
    }

    fn page(&self, locale: &str, name: &str, words: &str) {
        let text = format!("---\ntitle: {name}\nms.date: 2026-01-01\n---\n\n# {name}\n\n{words}\n");
        self.write(&format!("content/{locale}/{name}.md"), &text);
    }

    fn start(&self, arguments: &[&str]) -> Running {
        let mut child = self
            .command()
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = Arc::new(Mutex::new(Vec::new()));
        let (said, kept) = (child.stderr.take().unwrap(), lines.clone());
        std::thread::spawn(move || {
            for line in BufReader::new(said).lines().map_while(Result::ok) {
                kept.lock().unwrap().push(line);
            }
        });
        Running {
            child,
            lines,
            address: String::new(),
        }
    }

    fn serve(&self) -> Running {
        let port = PORT.fetch_add(10, Ordering::Relaxed).to_string();
        let mut running = self.start(&["serve", "--port", &port]);
        let line = running.line("http://");
        let address = line.split('/').nth(2).unwrap();
        running.address = address.to_owned();
        running.line("read in");
        running
    }
}

impl Running {
    /// The first line with these words, once it is there.
    fn line(&self, words: &str) -> String {
        let found = || {
            let lines = self.lines.lock().unwrap();
            lines.iter().find(|line| line.contains(words)).cloned()
        };
        until(
            || found().is_some(),
            &format!("the terminal says `{words}`"),
        );
        found().unwrap()
    }

    fn said(&self) -> usize {
        self.lines.lock().unwrap().len()
    }

    fn has_said(&self, words: &str) -> bool {
        let lines = self.lines.lock().unwrap();
        lines.iter().any(|line| line.contains(words))
    }

    fn ask(&self, path: &str, host: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.ask(path, &self.address)
    }

    fn shows(&self, path: &str, words: &str) {
        until(
            || self.get(path).contains(words),
            &format!("{path} shows `{words}`"),
        );
    }

    /// An open page: its stream of events.
    fn listen(&self) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let request = format!(
            "GET /_instep/events HTTP/1.1\r\nHost: {}\r\n\r\n",
            self.address
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut stream = BufReader::new(stream);
        wait_for(&mut stream, "event: hello");
        stream
    }

    fn interrupt(&self) {
        let id = self.child.id().to_string();
        // What a shell runs in the background was told to ignore Ctrl-C.
        let signal = if ignores_interrupts() {
            "-TERM"
        } else {
            "-INT"
        };
        let sent = Command::new("kill").args([signal, &id]).status();
        assert!(sent.unwrap().success());
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn ignores_interrupts() -> bool {
    const INTERRUPT: u64 = 1 << 1;
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mut lines = status.lines();
    let ignored = lines.find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    ignored.is_some_and(|mask| mask & INTERRUPT != 0)
}

fn until(mut holds: impl FnMut() -> bool, what: &str) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < PATIENCE, "waited in vain until {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn wait_for(stream: &mut BufReader<TcpStream>, words: &str) {
    let mut line = String::new();
    while !line.contains(words) {
        line.clear();
        assert!(stream.read_line(&mut line).unwrap() > 0, "no `{words}`");
    }
}

#[test]
fn a_site_below_a_path_is_shown_below_it() {
    let site = Site::new();
    let settings = "title: Harbour\nsource_locale: en-US\nbase_url: https://example.org/docs\n";
    site.write("site.yaml", settings);
    let running = site.serve();
    let told = running.line("http://");
    assert!(
        told.contains(&format!("http://{}/docs/", running.address)),
        "{told}"
    );
    for (from, to) in [
        ("/", "/docs/"),
        ("/docs", "/docs/"),
        ("/docs/fr-fr", "/docs/fr-fr/"),
    ] {
        let answer = running.get(from);
        let moved = answer.contains(&format!("location: {to}\r\n"));
        assert!(
            moved && answer.starts_with("HTTP/1.1 307"),
            "{from}: {answer}"
        );
    }
    let page = running.get("/docs/fr-fr/start/");
    assert!(page.contains("The first words.") && page.contains("href=\"/docs/en-us/start/\""));
    let panel = running.get("/_instep/page/docs/fr-fr/start/");
    assert!(
        panel.contains("\"address\":\"/docs/en-us/start/\""),
        "{panel}"
    );
    for gone in [
        "/fr-fr/start/",
        "/docsfr-fr/start/",
        "/_instep/page/fr-fr/start/",
    ] {
        let answer = running.get(gone);
        assert!(answer.starts_with("HTTP/1.1 404"), "{gone}: {answer}");
    }
}

#[test]
fn an_edit_is_shown_and_told_of_in_one_line() {
    let site = Site::new();
    let running = site.serve();
    let read = running.line("read in");
    assert!(read.starts_with("4 pages in 2 languages, "), "{read}");
    site.page("fr-FR", "start", "See [it](gone.md). New words.");
    running.shows("/fr-fr/start/", "New words.");
    let told = running.line("content/fr-FR/start.md: ");
    assert!(told.contains("findings +") && told.contains("-0"), "{told}");
}

#[test]
fn a_start_knows_what_an_earlier_one_read_and_believes_nothing_damaged() {
    let site = Site::new();
    // What was written this very moment is not told from what changes meanwhile.
    std::thread::sleep(Duration::from_millis(20));
    let known = site.root.join(".instep/read");
    let first = site.serve();
    until(|| known.exists(), "what was read is kept");
    drop(first);
    let mut bytes = fs::read(&known).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x10;
    fs::write(&known, bytes).unwrap();
    let second = site.serve();
    second.line("is damaged");
    second.shows("/en-us/start/", "The first words.");
}

#[test]
fn a_search_is_answered_and_pages_still_are() {
    let site = Site::new();
    let running = site.serve();
    // The page for addresses that lead nowhere has a field for search as well.
    assert!(running.get("/nowhere").contains("404"));
    for _ in 0..2 {
        let entry = running.get("/pagefind/pagefind-entry.json");
        assert!(entry.contains("\"en-us\""), "{entry}");
        assert!(running.get("/fr-fr/start/").contains("The first words."));
    }
    let entry = running.get("/pagefind/pagefind-entry.json");
    assert!(entry.contains("\"fr-fr\""), "{entry}");
    site.page("fr-FR", "start", "New words.");
    running.shows("/fr-fr/start/", "New words.");
}

#[test]
fn many_files_are_told_of_by_their_folder() {
    let site = Site::new();
    let running = site.serve();
    let beside = site.root.join("beside");
    fs::create_dir(&beside).unwrap();
    for number in 0..20 {
        fs::write(
            beside.join(format!("{number}.md")),
            "# A page\n\nOne of many.\n",
        )
        .unwrap();
    }
    fs::rename(&beside, site.root.join("content/en-US/many")).unwrap();
    for number in 0..20 {
        running.shows(&format!("/en-us/many/{number}/"), "One of many.");
    }
    // Nor is the folder named in which they stood before, which is no part of the site.
    running.line("20 files in content/en-US: ");
    assert!(!running.has_said("other folder"));
}

#[test]
fn another_branch_of_five_hundred_files_is_followed() {
    if !shell::has("git") {
        return;
    }
    let site = Site::new();
    let all = |words: &str| {
        (0..500).for_each(|number| site.page("en-US", &format!("page-{number}"), words));
    };
    site.git(&["init", "--quiet"]);
    all("Of the one branch.");
    site.git(&["add", "--all"]);
    site.git(&["commit", "--quiet", "-m", "one"]);
    site.git(&["switch", "--quiet", "-c", "other"]);
    all("Of the other branch.");
    fs::remove_file(site.root.join("content/en-US/page-7.md")).unwrap();
    site.git(&["add", "--all"]);
    site.git(&["commit", "--quiet", "-m", "other"]);
    let running = site.serve();
    running.shows("/en-us/page-499/", "Of the other branch.");
    site.git(&["switch", "--quiet", "main"]);
    for number in (0..500).step_by(7) {
        running.shows(&format!("/en-us/page-{number}/"), "Of the one branch.");
    }
    // Some hundred lines for one act of a writer would tell nothing.
    assert!(running.said() < 60, "{} lines", running.said());
}

#[test]
fn what_editors_leave_behind_is_no_change() {
    let site = Site::new();
    let running = site.serve();
    for name in [".start.md.swp", "4913", "start.md~", ".#start.md"] {
        fs::write(site.root.join("content/en-US").join(name), "x").unwrap();
    }
    // Changes are told of in their order, so that nothing comes after this any more.
    site.page("en-US", "start", "Words of the writer.");
    running.line("content/en-US/start.md: ");
    let lines = running.lines.lock().unwrap();
    let told = lines.iter().filter(|line| line.contains("content/en-US"));
    assert_eq!(told.count(), 1, "{lines:?}");
}

#[test]
fn theme_words_and_settings_are_followed() {
    let site = Site::new();
    let running = site.serve();
    site.write(
        "themes/default/templates/guide.html",
        "{% extends \"default/guide.html\" %}{% block contents %}<p>mine</p>{% endblock contents %}",
    );
    running.shows("/en-us/start/", "<p>mine</p>");
    site.write("locales/fr-FR/site.ftl", "last-updated = Au port depuis\n");
    running.shows("/fr-fr/start/", "Au port depuis");
    site.page("en-US", "start", "Come ere the moon of 4 March 2030.");
    running.shows("/en-us/start/", "4 March 2030");
    assert!(
        !running
            .get("/en-us/start/")
            .contains("data-role=\"before\"")
    );
    site.write(
        "locales/en/dates.yaml",
        "ahead:\n  before: [ere the moon of]\n",
    );
    running.shows("/en-us/start/", "data-role=\"before\"");
    site.write("site.yaml", "title: Quay\nsource_locale: en-US\n");
    running.shows("/en-us/start/", "Quay");
}

#[test]
fn settings_that_cannot_be_read_are_told_of_and_waited_out() {
    let site = Site::new();
    let running = site.serve();
    site.write("site.yaml", "titel: Quay\n");
    let told = running.line("titel");
    assert!(told.ends_with("what was read before is shown"), "{told}");
    site.page("en-US", "start", "Written meanwhile.");
    running.shows("/en-us/start/", "Written meanwhile.");
    assert!(running.get("/en-us/start/").contains("Harbour"));
    site.write("site.yaml", "title: Quay\n");
    running.shows("/en-us/start/", "Quay");
}

#[test]
fn a_source_folder_that_goes_and_comes_back_is_waited_out() {
    let site = Site::new();
    let running = site.serve();
    fs::rename(site.root.join("content"), site.root.join("away")).unwrap();
    running.line("content");
    fs::rename(site.root.join("away"), site.root.join("content")).unwrap();
    site.page("en-US", "start", "Back again.");
    running.shows("/en-us/start/", "Back again.");
    running.shows("/fr-fr/start/", "The first words.");
}

#[test]
fn a_folder_of_texts_that_settings_name_anew_is_followed() {
    let site = Site::new();
    let running = site.serve();
    site.write("more/de-DE/start.md", "# Anfang\n\nErste Worte.\n");
    site.write(
        "site.yaml",
        "title: Harbour\nsources:\n  - path: content\n  - path: more\n",
    );
    running.shows("/de-de/start/", "Erste Worte.");
    site.write("more/de-DE/start.md", "# Anfang\n\nZweite Worte.\n");
    running.shows("/de-de/start/", "Zweite Worte.");
}

#[test]
fn an_address_that_leads_nowhere_is_answered_in_its_language() {
    let site = Site::new();
    let running = site.serve();
    let french = running.get("/fr-fr/nulle-part/");
    assert!(french.starts_with("HTTP/1.1 404"), "{french}");
    assert!(french.contains("<html lang=\"fr-FR\""), "{french}");
    let english = running.get("/nowhere/");
    assert!(english.starts_with("HTTP/1.1 404") && english.contains("<html lang=\"en-US\""));
}

#[test]
fn it_answers_to_its_own_name_only() {
    let site = Site::new();
    let running = site.serve();
    assert!(running.address.starts_with("127.0.0.1:"));
    assert!(running.get("/en-us/start/").starts_with("HTTP/1.1 200"));
    for path in [
        "/en-us/start/",
        "/_instep/events",
        "/_instep/page/en-us/start/",
    ] {
        let answer = running.ask(path, "evil.example");
        assert!(answer.starts_with("HTTP/1.1 403"), "{answer}");
    }
}

#[test]
fn nothing_of_the_preview_stands_in_a_built_site() {
    let site = Site::new();
    let built = site.start(&["build", "--no-search"]).child.wait().unwrap();
    assert!(built.success());
    let page = fs::read_to_string(site.root.join("dist/en-us/start/index.html")).unwrap();
    assert!(!page.contains("_instep"), "{page}");
}

#[test]
fn open_pages_and_slow_readers_hold_up_no_change() {
    let site = Site::new();
    let running = site.serve();
    let mut pages: Vec<_> = (0..300).map(|_| running.listen()).collect();
    let mut slow: Vec<TcpStream> = (0..10)
        .map(|_| TcpStream::connect(&running.address).unwrap())
        .collect();
    for stream in &mut slow {
        let host = &running.address;
        let request = format!("GET /en-us/start/ HTTP/1.1\r\nHost: {host}\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
    }
    site.page("en-US", "start", "Told to all.");
    running.shows("/en-us/start/", "Told to all.");
    for page in &mut pages {
        wait_for(page, "event: changed");
        wait_for(page, "data: ");
    }
}

#[test]
fn an_interrupt_ends_it_at_once() {
    let site = Site::new();
    let mut running = site.serve();
    let _open: Vec<_> = (0..20).map(|_| running.listen()).collect();
    let begun = Instant::now();
    running.interrupt();
    let _ = running.child.wait().unwrap();
    assert!(begun.elapsed() < PATIENCE / 6, "{:?}", begun.elapsed());
}

#[test]
fn a_build_that_watches_keeps_the_site_up_to_date() {
    let site = Site::new();
    let running = site.start(&["build", "--watch", "--no-search"]);
    let page = site.root.join("dist/fr-fr/start/index.html");
    let shows = |words: &str| {
        let read = || fs::read_to_string(&page).unwrap_or_default();
        until(|| read().contains(words), &format!("`{words}` is built"));
    };
    shows("The first words.");
    running.line("pages in 2 languages");
    site.page("fr-FR", "start", "Words for later.");
    shows("Words for later.");
    site.write("site.yaml", "title: Quay\n");
    shows("Quay");
    site.write("site.yaml", "titel: x\n");
    running.line("titel");
    site.page("fr-FR", "start", "Words all the same.");
    shows("Words all the same.");
    fs::remove_file(site.root.join("content/fr-FR/start.md")).unwrap();
    site.write("site.yaml", "title: Quay\nfallback: none\n");
    until(|| !page.exists(), "the page is gone");
}

/// What could not be read while too many files were open is read when there is room again.
#[test]
#[cfg(target_os = "linux")]
fn a_build_that_watches_gets_over_a_shortage_of_open_files() {
    if !shell::has("prlimit") {
        return;
    }
    let site = Site::new();
    let running = site.start(&["build", "--watch", "--no-search"]);
    let built = |locale: &str, words: &str| {
        let page = site.root.join(format!("dist/{locale}/start/index.html"));
        let read = || fs::read_to_string(&page).unwrap_or_default();
        until(|| read().contains(words), &format!("`{words}` is built"));
    };
    built("en-us", "The first words.");
    running.line("pages in 2 languages");
    let allow = |files: usize| {
        let id = running.child.id().to_string();
        let limit = format!("--nofile={files}:1024");
        let status = shell::plain("prlimit")
            .args(["--pid", &id, &limit])
            .status();
        assert!(status.unwrap().success());
    };
    allow(3);
    site.page("en-US", "start", "Words in need.");
    running.line("cannot read `content/en-US/start.md`: ");
    built("en-us", "The first words.");
    allow(1024);
    site.page("fr-FR", "start", "Words with room.");
    built("fr-fr", "Words with room.");
    built("en-us", "Words in need.");
}

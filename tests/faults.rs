//! What happens to a machine while a site is built: the disk is full, memory is short, somebody
//! takes permissions away, kills the program or sets the clock back. The site that readers see stays
//! whole, and the program says in a sentence what is wrong and ends with 2.
#![cfg(target_os = "linux")]

mod shell;

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant, SystemTime};

use camino::{Utf8Path, Utf8PathBuf};
use instep::io::disk::Disk;
use instep::io::manifest::{self, Manifest};
use instep::path::SourcePath;
use instep::source::Reader;
use shell::{INSTEP, has, plain, skip};

/// A project of some guides, all of which say the same number.
struct Project {
    _keep: shell::Site,
    root: Utf8PathBuf,
}

const GUIDES: usize = 30;

impl Project {
    fn new() -> Self {
        let keep = shell::Site::empty();
        let root = keep.root.clone();
        let project = Self { _keep: keep, root };
        project.write_all(0);
        project
    }

    /// Every guide says another number.
    fn write_all(&self, number: usize) {
        for guide in 0..GUIDES {
            self.write(guide, number);
        }
    }

    fn write(&self, guide: usize, number: usize) {
        for locale in ["en-US", "fr-FR"] {
            let folder = self.root.join("content").join(locale);
            fs::create_dir_all(&folder).unwrap();
            let words = "words of the guide, long enough to count. ".repeat(40);
            let text = format!(
                "---\ntitle: Guide {guide}\nms.date: 09/09/2019\n---\n# Guide {guide}\n\nstate-{number}-of-it\n\n{words}\n"
            );
            fs::write(folder.join(format!("g{guide}.md")), text).unwrap();
        }
    }

    fn dist(&self) -> Utf8PathBuf {
        self.root.join("dist")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = plain(INSTEP);
        command.args(arguments).args(["--root", self.root.as_str()]);
        command.stdin(Stdio::null());
        command
    }

    fn build(&self) -> Output {
        let output = self.command(&["build", "--quiet"]).output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        output
    }

    /// The numbers that the guides of the site say. The site is what its manifest says, and no file
    /// of it is half written.
    fn states(&self) -> BTreeSet<String> {
        let dist = self.dist();
        assert_eq!(manifest::verify(&dist).unwrap(), [], "{dist}");
        let pages = Manifest::read(&dist).unwrap().files;
        let guides = pages
            .keys()
            .filter(|path| path.contains("/g") && path.ends_with("/index.html"));
        let state = |path: &String| {
            let html = fs::read_to_string(dist.join(path)).unwrap();
            assert!(html.ends_with("</html>\n"), "{path} is cut off");
            let start = html
                .find("state-")
                .unwrap_or_else(|| panic!("{path} has no text"));
            html[start..].split("-of-it").next().unwrap().to_owned()
        };
        let states: Vec<String> = guides.map(state).collect();
        assert_eq!(states.len(), 2 * GUIDES);
        states.into_iter().collect()
    }

    fn hidden(&self) -> Vec<String> {
        let entries = self.root.read_dir_utf8().unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().to_owned());
        names.filter(|name| name.starts_with(".dist")).collect()
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The program ends with 2 and one sentence that names what it is about, and the site still says
/// what it said.
fn refused(project: &Project, output: &Output, words: &[&str], state: &str) {
    let text = said(output);
    assert_eq!(output.status.code(), Some(2), "{:?} {text}", output.status);
    assert!(
        text.starts_with("error: ") && text.trim().lines().count() == 1,
        "{text}"
    );
    assert!(words.iter().all(|word| text.contains(word)), "{text}");
    assert_eq!(project.states(), [state.to_owned()].into());
}

/// Runs a shell script with `$INSTEP`, `$ROOT` and `$DIST`.
fn script(project: &Project, script: &str) -> Output {
    plain("sh")
        .args(["-c", script])
        .env("INSTEP", INSTEP)
        .env("ROOT", &project.root)
        .env("DIST", project.dist())
        .output()
        .unwrap()
}

#[test]
fn a_file_that_may_not_grow_ends_the_build_with_a_sentence() {
    if !has("prlimit") {
        return;
    }
    let project = Project::new();
    project.build();
    project.write_all(1);
    for limit in [0, 1, 1000, 4000, 20_000] {
        // As shells leave it to programs that want to hear of it: the signal ignored.
        let script = format!(
            "trap '' XFSZ; exec prlimit --fsize={limit} \"$INSTEP\" build --root \"$ROOT\""
        );
        let output = self::script(&project, &script);
        refused(
            &project,
            &output,
            &["cannot write", "File too large"],
            "state-0",
        );
    }
    let killed = script(
        &project,
        "exec prlimit --fsize=4000 \"$INSTEP\" build --root \"$ROOT\"",
    );
    assert_eq!(killed.status.signal(), Some(25), "{}", said(&killed));
    assert_eq!(project.states(), ["state-0".to_owned()].into());
    project.build();
    assert_eq!(project.states(), ["state-1".to_owned()].into());
    assert_eq!(project.hidden(), [""; 0]);
}

#[test]
fn an_import_and_a_review_that_cannot_write_leave_what_is_there() {
    if !has("prlimit") {
        return;
    }
    let project = Project::new();
    let drop = project.root.join("docs_de-DE");
    fs::create_dir(&drop).unwrap();
    let page = format!(
        "---\ntitle: T\nms.date: 09/09/2019\n---\n# Titel\n\n{}\n",
        "wort ".repeat(4000)
    );
    fs::write(drop.join("titel.md"), page).unwrap();
    let script =
        "trap '' XFSZ; cd \"$ROOT\"; exec prlimit --fsize=5000 \"$INSTEP\" import docs_de-DE";
    let output = self::script(&project, script);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(
        said(&output).contains("File too large"),
        "{}",
        said(&output)
    );
    let left = walk(&project.root.join("content"));
    assert!(left.iter().all(|path| !path.contains("de-DE/")), "{left:?}");
    let page = project.root.join("content/fr-FR/g1.md");
    let before = fs::read(&page).unwrap();
    let script = "trap '' XFSZ; exec prlimit --fsize=1000 \"$INSTEP\" review g1 --locale fr-FR --yes --root \"$ROOT\"";
    let output = self::script(&project, script);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(fs::read(&page).unwrap(), before);
    assert_eq!(walk(&project.root.join("content")), left);
}

/// Every file below a folder.
fn walk(folder: &Utf8Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in folder.read_dir_utf8().into_iter().flatten().flatten() {
        if entry.file_type().unwrap().is_dir() {
            found.extend(walk(entry.path()));
        } else {
            found.push(entry.path().to_string());
        }
    }
    found.sort();
    found
}

#[test]
fn short_memory_leaves_the_site_whole() {
    if !has("prlimit") {
        return;
    }
    let project = Project::new();
    project.build();
    let mut ends = BTreeSet::new();
    for (at, megabytes) in [24, 48, 64, 80, 96, 128, 160, 192, 256, 320, 512, 16384]
        .into_iter()
        .enumerate()
    {
        project.write_all(at + 1);
        let script = format!(
            "exec prlimit --as={} \"$INSTEP\" build --quiet --root \"$ROOT\"",
            megabytes << 20
        );
        let output = self::script(&project, &script);
        // The system itself ends a program that cannot even be loaded, or gets no memory.
        let ended = output
            .status
            .code()
            .or(output.status.signal().map(|signal| 128 + signal));
        ends.insert(ended);
        let states = project.states();
        assert_eq!(states.len(), 1);
        if output.status.success() {
            assert_eq!(states, [format!("state-{}", at + 1)].into());
        } else {
            assert!(!said(&output).is_empty() || output.status.signal().is_some());
            let known = [Some(2), Some(127), Some(134), Some(139)];
            assert!(known.contains(&ended), "{ended:?}: {}", said(&output));
        }
    }
    assert!(ends.contains(&Some(0)) && ends.len() > 1, "{ends:?}");
    project.build();
    assert_eq!(project.hidden(), [""; 0]);
}

#[test]
fn few_open_files_are_enough_or_end_the_build_with_a_sentence() {
    if !has("prlimit") {
        return;
    }
    let project = Project::new();
    project.build();
    let mut ends = BTreeSet::new();
    for (at, files) in [3, 4, 5, 6, 7, 8, 10, 12, 16, 24, 64]
        .into_iter()
        .enumerate()
    {
        project.write_all(at + 1);
        let script =
            format!("exec prlimit --nofile={files} \"$INSTEP\" build --quiet --root \"$ROOT\"");
        let output = self::script(&project, &script);
        let (ended, told, states) = (output.status.code(), said(&output), project.states());
        assert_eq!(states.len(), 1);
        match ended {
            Some(0) => assert_eq!(states, [format!("state-{}", at + 1)].into()),
            Some(2) => assert!(told.starts_with("error: "), "{files}: {told}"),
            // The system itself could not open what it loads programs from.
            _ => assert!(
                told.contains("shared libraries"),
                "{files}: {ended:?} {told}"
            ),
        }
        ends.insert(ended);
    }
    assert!(
        ends.contains(&Some(0)) && ends.contains(&Some(2)),
        "{ends:?}"
    );
}

/// Files are read in turn: no page is left out because others are open.
#[test]
fn more_threads_than_files_may_be_open_read_every_page() {
    if !has("prlimit") {
        return;
    }
    let project = Project::new();
    (GUIDES..300).for_each(|guide| project.write(guide, 0));
    // Several programs at once, so that threads are halted while they hold a file.
    let script = r#"
        export RAYON_NUM_THREADS=16
        for program in 1 2 3 4 5 6; do
            prlimit --nofile=7 "$INSTEP" check --root "$ROOT" --format json & ids="$ids $!"
        done
        for id in $ids; do wait "$id" || exit; done"#;
    for _ in 0..3 {
        let output = self::script(&project, script);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let found = String::from_utf8_lossy(&output.stdout);
        assert_eq!(found.matches("\"findings\"").count(), 6);
        assert!(!found.contains("\"input/unreadable\""), "{found}");
    }
}

/// A file that no turn comes for is an error of whatever was read.
#[test]
fn a_file_that_is_waited_for_in_vain_is_named() {
    const NAME: &str = "a_file_that_is_waited_for_in_vain_is_named";
    const ALONE: &str = "INSTEP_TEST_ALONE";
    if std::env::var_os(ALONE).is_none() {
        if has("prlimit") {
            let own = std::env::current_exe().unwrap();
            let mut alone = plain("prlimit");
            alone.arg("--nofile=64").arg(own).args(["--exact", NAME]);
            let output = alone.env(ALONE, "1").output().unwrap();
            let told = String::from_utf8_lossy(&output.stdout);
            assert!(told.contains("1 passed"), "{told}{}", said(&output));
        }
        return;
    }
    let project = Project::new();
    let disk = Disk::new(&project.root, 1 << 20).unwrap();
    let page = SourcePath::new("content/en-US/g0.md");
    assert!(disk.read(&page).is_ok() && disk.ensure_read().is_ok());
    let open = || fs::File::open("/dev/null").ok();
    let all: Vec<fs::File> = std::iter::from_fn(open).collect();
    assert!(disk.read(&page).is_err());
    drop(all);
    let told = disk.ensure_read().unwrap_err().to_string();
    assert!(
        told.starts_with("cannot read `content/en-US/g0.md`: "),
        "{told}"
    );
    assert!(disk.read(&page).is_ok() && disk.ensure_read().is_err());
}

/// How a private view of the file system is had: as root, as a user whom the system lets be root
/// in a view of their own, or by leave of `sudo`.
const VIEWS: [&[&str]; 3] = [
    &["unshare", "--mount"],
    &["unshare", "--map-root-user", "--mount"],
    &["sudo", "--non-interactive", "unshare", "--mount"],
];

/// Runs a script in a private view of the file system. None where the machine does not allow it.
fn mounted(project: &Project, script: &str) -> Option<Output> {
    let in_view = |view: &[&str], words: &[&str]| {
        let mut command = plain(view[0]);
        command.args(&view[1..]).args(words).output()
    };
    let try_out = ["mount", "-t", "tmpfs", "none", "/mnt"];
    let allowed = |view: &&&[&str]| in_view(view, &try_out).is_ok_and(|it| it.status.success());
    let Some(view) = VIEWS.iter().find(allowed) else {
        skip("file systems cannot be mounted here");
        return None;
    };
    let named = [
        format!("INSTEP={INSTEP}"),
        format!("ROOT={}", project.root),
        format!("DIST={}", project.dist()),
    ];
    let mut words = vec!["env"];
    words.extend(named.iter().map(String::as_str));
    words.extend(["sh", "-c", script]);
    Some(in_view(view, &words).unwrap())
}

#[test]
fn a_full_disk_leaves_the_site_whole() {
    let project = Project::new();
    project.build();
    let size: u64 = Manifest::read(&project.dist())
        .unwrap()
        .files
        .values()
        .map(|f| f.bytes)
        .sum();
    // The old site fits, the new one beside it does not.
    let script = format!(
        "set -e; mkdir -p \"$ROOT/disk\"; mount -t tmpfs -o size={}k none \"$ROOT/disk\"
         \"$INSTEP\" build --quiet --root \"$ROOT\" --out \"$ROOT/disk/dist\"
         sed -i 's/state-0-of-it/state-1-of-it/' \"$ROOT\"/content/*/*.md
         code=0; \"$INSTEP\" build --root \"$ROOT\" --out \"$ROOT/disk/dist\" || code=$?
         echo \"ended with $code\"
         \"$INSTEP\" build --verify --root \"$ROOT\" --out \"$ROOT/disk/dist\"
         grep -L state-0-of-it \"$ROOT\"/disk/dist/*/g*/index.html | wc -l
         ls -A \"$ROOT/disk\"",
        (size * 3 / 2) / 1024 + 900
    );
    let Some(output) = mounted(&project, &script) else {
        return;
    };
    let (told, text) = (
        said(&output),
        String::from_utf8_lossy(&output.stdout).into_owned(),
    );
    assert!(
        told.contains("No space left on device") && told.contains("cannot write"),
        "{told}{text}"
    );
    assert!(told.contains("0 differences"), "{told}{text}");
    assert_eq!(text, "ended with 2\n0\ndist\n", "{told}");
}

#[test]
fn a_place_that_is_for_reading_only_is_named() {
    let project = Project::new();
    project.build();
    project.write_all(1);
    let script = "mount --bind \"$ROOT\" \"$ROOT\" && mount -o remount,bind,ro \"$ROOT\" && exec \"$INSTEP\" build --root \"$ROOT\"";
    let Some(output) = mounted(&project, script) else {
        return;
    };
    refused(
        &project,
        &output,
        &["cannot write", "Read-only file system"],
        "state-0",
    );
    let script = "mount --bind \"$ROOT\" \"$ROOT\" && mount -o remount,bind,ro \"$ROOT\" && exec \"$INSTEP\" check --root \"$ROOT\" --format json";
    let output = mounted(&project, script).unwrap();
    assert!(
        matches!(output.status.code(), Some(0 | 1)),
        "reading needs no writing: {}",
        said(&output)
    );
}

/// Runs the program as somebody to whom permissions apply: whoever tests, or, where root does, one
/// who owns nothing. None where this is not allowed.
fn as_nobody(project: &Project, arguments: &[&str]) -> Option<Output> {
    let is_root = fs::metadata(&project.root).unwrap().uid() == 0;
    if !is_root {
        return Some(project.command(arguments).output().unwrap());
    }
    let as_nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    let command = || {
        let mut command = plain("setpriv");
        command.args(as_nobody).arg(INSTEP);
        command
    };
    let allowed = command().arg("--version").output();
    if !allowed.is_ok_and(|output| output.status.success()) {
        skip("the program cannot be run as another user here");
        return None;
    }
    let mut command = command();
    command
        .args(arguments)
        .args(["--root", project.root.as_str()]);
    Some(command.output().unwrap())
}

#[test]
fn folders_and_files_that_may_not_be_touched_are_named() {
    let project = Project::new();
    project.build();
    project.write_all(1);
    fs::set_permissions(&project.root, fs::Permissions::from_mode(0o555)).unwrap();
    let output = as_nobody(&project, &["build"]);
    fs::set_permissions(&project.root, fs::Permissions::from_mode(0o755)).unwrap();
    let Some(output) = output else {
        return;
    };
    refused(
        &project,
        &output,
        &["cannot write", "Permission denied"],
        "state-0",
    );
    let folder = project.root.join("content/fr-FR");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o000)).unwrap();
    let output = as_nobody(&project, &["check"]).unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("content/fr-FR") && said(&output).contains("Permission denied"));
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    let page = folder.join("g3.md");
    fs::set_permissions(&page, fs::Permissions::from_mode(0o000)).unwrap();
    let output = as_nobody(&project, &["check", "--format", "json"]).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = json["findings"].as_array().unwrap();
    let told = found
        .iter()
        .any(|f| f["code"] == "input/unreadable" && f["file"] == "content/fr-FR/g3.md");
    assert!(told, "{json}");
}

#[test]
fn output_that_nobody_can_take_ends_with_2() {
    let project = Project::new();
    for command in ["check", "drift", "deadlines"] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let output = project
            .command(&[command, "--format", "json"])
            .stdout(full)
            .output()
            .unwrap();
        assert_eq!(
            output.status.code(),
            Some(2),
            "{command}: {}",
            said(&output)
        );
        assert!(
            said(&output).contains("No space left on device"),
            "{command}: {}",
            said(&output)
        );
    }
    let full = || fs::File::options().write(true).open("/dev/full").unwrap();
    let output = project.command(&["build"]).stderr(full()).output().unwrap();
    assert_eq!(
        output.status.code(),
        Some(0),
        "what is said beside results does not count"
    );
    let output = plain(INSTEP)
        .args(["build", "--root", "nowhere"])
        .stderr(full())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
}

/// Starts a build, sends it a signal after a while, and says how it ended.
fn interrupted(project: &Project, signal: &str, after: Duration) -> Option<i32> {
    let mut child: Child = project
        .command(&["build"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(after);
    let id = child.id().to_string();
    // It may have ended meanwhile.
    let _ = Command::new("kill")
        .args([signal, &id])
        .stderr(Stdio::null())
        .status();
    child.wait().unwrap().signal()
}

/// How long a build of everything takes.
fn usual(project: &Project) -> Duration {
    let began = Instant::now();
    project.write_all(0);
    project.build();
    began.elapsed()
}

#[test]
fn a_build_that_is_asked_to_end_leaves_the_site_whole() {
    let project = Project::new();
    let usual = usual(&project);
    let (mut ended, mut at) = (0, 0_usize);
    while ended < 4 {
        assert!(at < 120, "{ended} of {at} builds were met");
        project.write_all(at + 1);
        let signal = ["-TERM", "-INT", "-HUP"][at % 3];
        let number = [15, 2, 1][at % 3];
        let by = interrupted(&project, signal, usual * (at as u32 % 12 + 1) / 14);
        assert!(by.is_none() || by == Some(number), "{signal}: {by:?}");
        ended += usize::from(by.is_some());
        assert_eq!(project.states().len(), 1);
        at += 1;
    }
    project.build();
    assert_eq!(project.hidden(), [""; 0]);
}

#[test]
#[ignore = "takes some minutes: 200 builds are killed"]
fn killed_at_200_moments_the_program_leaves_a_whole_site() {
    let project = Project::new();
    let mut usual = usual(&project);
    let (mut met, mut moment) = (0, 0_usize);
    while met < 200 {
        moment += 1;
        assert!(moment < 1000, "{met} of {moment} builds were met");
        let before = project.states();
        if moment % 2 == 0 {
            project.write_all(moment + 1);
        } else {
            project.write(moment % GUIDES, moment + 1);
        }
        let met_it = interrupted(&project, "-KILL", usual * (moment as u32 % 100 + 1) / 100);
        met += usize::from(met_it == Some(9));
        let states = project.states();
        // Either nothing was published, or all of it: then it is what a build now leaves alone.
        if states != before {
            let built = fs::metadata(project.dist()).unwrap().ino();
            project.build();
            assert_eq!(project.states(), states, "moment {moment}");
            assert_eq!(
                fs::metadata(project.dist()).unwrap().ino(),
                built,
                "moment {moment}"
            );
        }
        project.write_all(moment + 1);
        let began = Instant::now();
        project.build();
        usual = began.elapsed();
    }
    println!("{met} of {moment} builds were killed at work");
    assert_eq!(project.hidden(), [""; 0]);
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the clock of the files is what is tried"
)]
fn the_clock_has_no_say() {
    let project = Project::new();
    project.build();
    let built = fs::read(project.dist().join(manifest::PATH)).unwrap();
    let future = SystemTime::now() + Duration::from_secs(60 * 60 * 24 * 365 * 70);
    for path in walk(&project.root.join("content")) {
        fs::File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_modified(future)
            .unwrap();
    }
    for seconds in ["0", "1", "4102444800", "-86400"] {
        let output = project
            .command(&["build", "--quiet"])
            .env("SOURCE_DATE_EPOCH", seconds)
            .output()
            .unwrap();
        assert!(output.status.success(), "{seconds}: {}", said(&output));
        assert_eq!(
            fs::read(project.dist().join(manifest::PATH)).unwrap(),
            built,
            "{seconds}"
        );
    }
    for seconds in ["", "soon", "99999999999999999999", "253402300800000"] {
        let output = project
            .command(&["check"])
            .env("SOURCE_DATE_EPOCH", seconds)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{seconds}");
        assert!(
            said(&output).contains("SOURCE_DATE_EPOCH"),
            "{}",
            said(&output)
        );
    }
}

#[test]
fn a_text_that_changed_is_built_whatever_its_time_and_size_say() {
    let project = Project::new();
    project.build();
    let page = project.root.join("content/en-US/g7.md");
    let text = fs::read_to_string(&page).unwrap();
    for (from, age) in [
        ("state-0", 0),
        ("state-5", 3600),
        ("state-6", 60 * 60 * 24 * 3650),
    ] {
        let time = fs::metadata(&page).unwrap().modified().unwrap() - Duration::from_secs(age);
        let to = match from {
            "state-0" => "state-5",
            "state-5" => "state-6",
            _ => "state-7",
        };
        let current = fs::read_to_string(&page).unwrap();
        fs::write(&page, current.replace(from, to)).unwrap();
        let file = fs::File::options().write(true).open(&page).unwrap();
        file.set_modified(time).unwrap();
        assert_eq!(fs::metadata(&page).unwrap().len(), text.len() as u64);
        project.build();
        assert!(project.states().contains(to), "{to} is not seen");
    }
}

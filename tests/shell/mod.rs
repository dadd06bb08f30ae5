//! A site on disk, and the program run on it as from a shell.
#![allow(dead_code, reason = "each test binary uses its own part")]

use std::fs;
use std::process::{Command, Output};

use camino::Utf8PathBuf;
use tempfile::TempDir;

/// The program.
pub const INSTEP: &str = env!("CARGO_BIN_EXE_instep");

/// What a developer's or a server's own settings would change in what the program says or does.
const OURS: [&str; 8] = [
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "COLUMNS",
    "NO_COLOR",
    "SOURCE_DATE_EPOCH",
    "GITHUB_ACTIONS",
];

/// A program that speaks English and knows nothing of who runs it: Instep, or a shell around it.
pub fn plain(program: &str) -> Command {
    let mut command = Command::new(program);
    for name in OURS {
        command.env_remove(name);
    }
    command
}

/// Says why something cannot be tried here. Where `INSTEP_MUST` is set, as in `.ci/run`, nothing may
/// be left out.
pub fn skip(why: &str) {
    assert!(
        std::env::var_os("INSTEP_MUST").is_none(),
        "not tried: {why}"
    );
    println!("skipped: {why}");
}

/// Whether a program of the machine can be started; where it cannot, the test is told as skipped.
pub fn has(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output();
    let has = found.is_ok_and(|output| output.status.success());
    if !has {
        skip(&format!("there is no `{program}` on this machine"));
    }
    has
}

/// A folder with a site; a temporary one goes with it.
pub struct Site {
    _keep: Option<TempDir>,
    pub root: Utf8PathBuf,
}

impl Site {
    /// An empty folder.
    pub fn empty() -> Self {
        let keep = TempDir::new().expect("a temporary folder");
        let root = keep.path().canonicalize().expect("it is there");
        let root = Utf8PathBuf::from_path_buf(root).expect("a UTF-8 path");
        Self {
            _keep: Some(keep),
            root,
        }
    }

    /// A folder with these files.
    pub fn of(files: &[(&str, &str)]) -> Self {
        let site = Self::empty();
        for (path, text) in files {
            site.write(path, text);
        }
        site
    }

    /// What `instep init` makes.
    pub fn starter() -> Self {
        let site = Self::empty();
        let output = site.run(&["init"]);
        assert!(output.status.success(), "{output:?}");
        site
    }

    /// A site that is there.
    pub fn at(root: &str) -> Self {
        Self {
            _keep: None,
            root: root.into(),
        }
    }

    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let file = self.root.join(path);
        fs::create_dir_all(file.parent().expect("below the root")).expect("a folder");
        fs::write(file, text).expect("a file");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).expect("a text")
    }

    /// The program in English, on a day that tests know.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command().args(arguments).output().expect("it runs")
    }

    pub fn command(&self) -> Command {
        let mut command = plain(INSTEP);
        command.current_dir(&self.root);
        command.args(["--today", "2026-11-21"]);
        command
    }

    /// What goes to standard output, where the program ends well or with findings.
    pub fn said(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let text = String::from_utf8(output.stdout).expect("text");
        assert!(output.status.code() < Some(2), "{arguments:?}: {text}");
        text
    }

    /// Why the program could not run.
    pub fn complaint(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        String::from_utf8(output.stderr).expect("text")
    }

    /// Runs git in the site, with nobody's settings; gives what it says.
    pub fn git(&self, arguments: &[&str]) -> String {
        let output = Command::new("git")
            .current_dir(&self.root)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .args(["-c", "user.name=Test", "-c", "user.email=test@example.org"])
            .args(["-c", "init.defaultBranch=main", "-c", "core.autocrlf=false"])
            .args(arguments)
            .output()
            .expect("git runs");
        assert!(output.status.success(), "{output:?}");
        let said = String::from_utf8(output.stdout).expect("text");
        said.trim().to_owned()
    }

    /// Commits everything; gives the commit.
    pub fn commit(&self) -> String {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", "x"]);
        self.git(&["rev-parse", "HEAD"])
    }
}

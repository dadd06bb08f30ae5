//! A site on disk, and the program run on it as from a shell.
#![allow(dead_code, reason = "each test binary uses its own part")]

use std::fs;
use std::process::{Command, Output};

use camino::Utf8PathBuf;
use tempfile::TempDir;

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
        let mut command = Command::new(env!("CARGO_BIN_EXE_instep"));
        command.current_dir(&self.root);
        command.args(["--today", "2026-11-21"]);
        for name in [
            "LC_ALL",
            "LC_MESSAGES",
            "LANG",
            "COLUMNS",
            "NO_COLOR",
            "SOURCE_DATE_EPOCH",
        ] {
            command.env_remove(name);
        }
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

    /// Runs git in the site, with nobody's settings.
    pub fn git(&self, arguments: &[&str]) {
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
    }

    pub fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", "x"]);
    }
}

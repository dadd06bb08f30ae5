//! History answers for real repositories, made here with the `git` of the machine.
#![cfg(feature = "git")]

use std::fs;
use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};
use instep::io::git::history::{History, blob_ids};
use instep::io::git::state::{Reason, SourceState, Stamp, Text};
use instep::limits::RENAMES;
use tempfile::TempDir;

struct Clone {
    _keep: TempDir,
    root: Utf8PathBuf,
    commits: u32,
}

impl Clone {
    fn new() -> Self {
        let keep = TempDir::new().unwrap();
        let root = Utf8PathBuf::from_path_buf(keep.path().canonicalize().unwrap()).unwrap();
        let mut clone = Self {
            _keep: keep,
            root,
            commits: 0,
        };
        clone.git(&["init", "--quiet", "--initial-branch=main"]);
        clone.write("readme.md", "not a page");
        clone.commit("begin");
        clone
    }

    fn git(&mut self, arguments: &[&str]) -> String {
        let date = format!("{} +0900", 1_600_000_000 + u64::from(self.commits) * 86_400);
        let output = Command::new("git")
            .args(arguments)
            .current_dir(&self.root)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .envs([
                ("GIT_AUTHOR_NAME", "a"),
                ("GIT_AUTHOR_EMAIL", "a@example.com"),
            ])
            .envs([
                ("GIT_COMMITTER_NAME", "a"),
                ("GIT_COMMITTER_EMAIL", "a@example.com"),
            ])
            .env("GIT_AUTHOR_DATE", &date)
            .env("GIT_COMMITTER_DATE", &date)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    fn write(&self, path: &str, text: &str) {
        let file = self.root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn commit(&mut self, summary: &str) -> String {
        self.commits += 1;
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "-m", summary]);
        self.git(&["rev-parse", "HEAD"])
    }

    fn page(&mut self, path: &str, text: &str) -> String {
        self.write(path, text);
        self.commit(&format!("write {path}"))
    }

    fn rename(&mut self, from: &str, to: &str) -> String {
        fs::create_dir_all(self.root.join(to).parent().unwrap()).unwrap();
        fs::rename(self.root.join(from), self.root.join(to)).unwrap();
        self.commit(&format!("move {from}"))
    }

    fn remove(&mut self, path: &str) -> String {
        fs::remove_file(self.root.join(path)).unwrap();
        self.commit(&format!("remove {path}"))
    }

    fn english(&self) -> History {
        History::open(&self.root.join("content/en")).unwrap()
    }

    fn state(&self, path: &str, commit: &str) -> SourceState {
        let stamp = Stamp {
            path: path.to_owned(),
            commit: commit.to_owned(),
        };
        self.english().changed_since(&[stamp]).remove(0)
    }
}

fn unchanged(now: &str) -> SourceState {
    SourceState::Unchanged {
        now: now.to_owned(),
    }
}

fn changed(now: &str, was: &str, bytes: &str) -> SourceState {
    SourceState::Changed {
        now: now.to_owned(),
        then: Some(text(was, bytes)),
    }
}

fn text(path: &str, bytes: &str) -> Text {
    Text {
        path: path.to_owned(),
        bytes: bytes.as_bytes().to_vec(),
    }
}

fn unknown(reason: Reason) -> SourceState {
    SourceState::Unknown(reason)
}

/// Ten lines that only `name` tells from those of another page.
fn body(name: &str) -> String {
    (0..10)
        .map(|line| format!("{name} says line {line}\n"))
        .collect()
}

#[test]
fn a_source_that_nobody_touched_is_unchanged() {
    let mut clone = Clone::new();
    let commit = clone.page("content/en/a.md", "text");
    clone.page("content/en/b.md", "other");
    assert_eq!(clone.state("a.md", &commit), unchanged("a.md"));
    assert_eq!(clone.state("a.md", &commit[..9]), unchanged("a.md"));
}

#[test]
fn a_changed_source_comes_with_its_text_then() {
    let mut clone = Clone::new();
    let commit = clone.page("content/en/a.md", "old text");
    clone.page("content/en/a.md", "new text");
    assert_eq!(
        clone.state("a.md", &commit),
        changed("a.md", "a.md", "old text")
    );
}

#[test]
fn white_space_alone_is_no_change() {
    let mut clone = Clone::new();
    let commit = clone.page("content/en/a.md", "one  two\nthree");
    clone.page("content/en/a.md", "one two three\r\n");
    assert_eq!(clone.state("a.md", &commit), unchanged("a.md"));
    clone.page("content/en/a.md", "onetwo three\r\n");
    assert_eq!(
        clone.state("a.md", &commit),
        changed("a.md", "a.md", "one  two\nthree")
    );
}

#[test]
fn a_change_that_was_taken_back_is_none() {
    let mut clone = Clone::new();
    let commit = clone.page("content/en/a.md", "one");
    clone.page("content/en/a.md", "two");
    clone.page("content/en/a.md", "one");
    assert_eq!(clone.state("a.md", &commit), unchanged("a.md"));
}

#[test]
fn a_renamed_source_is_found_from_its_old_name_and_from_its_new_one() {
    let mut clone = Clone::new();
    let commit = clone.page("content/en/a.md", &body("a"));
    clone.page("content/en/x.md", &body("x"));
    clone.rename("content/en/a.md", "content/en/deep/b.md");
    clone.rename("content/en/deep/b.md", "content/en/c.md");
    assert_eq!(clone.state("a.md", &commit), unchanged("c.md"));
    assert_eq!(clone.state("c.md", &commit), unchanged("c.md"));
    clone.page("content/en/c.md", &format!("{}more\n", body("a")));
    assert_eq!(
        clone.state("a.md", &commit),
        changed("c.md", "a.md", &body("a"))
    );
    assert_eq!(
        clone.state("c.md", &commit),
        changed("c.md", "a.md", &body("a"))
    );
}

#[test]
fn a_source_renamed_and_edited_at_once_is_followed() {
    let mut clone = Clone::new();
    clone.write("content/en/other.md", &body("other"));
    let commit = clone.page("content/en/a.md", &body("a"));
    clone.write("content/en/new.md", &body("new"));
    clone.write("content/en/a.md", &format!("{}more\n", body("a")));
    fs::remove_file(clone.root.join("content/en/other.md")).unwrap();
    clone.rename("content/en/a.md", "content/en/b.md");
    assert_eq!(
        clone.state("a.md", &commit),
        changed("b.md", "a.md", &body("a"))
    );
    let gone = SourceState::Gone {
        then: Some(text("other.md", &body("other"))),
    };
    assert_eq!(clone.state("other.md", &commit), gone);
}

#[test]
fn a_vanished_source_is_compared_with_as_many_others_as_the_limit() {
    for (others, is_found) in [(RENAMES.most, true), (RENAMES.most + 1, false)] {
        let mut clone = Clone::new();
        let commit = clone.page("content/en/a.md", &body("a"));
        for other in 1..others {
            clone.write(
                &format!("content/en/other-{other:04}.md"),
                &body(&other.to_string()),
            );
        }
        clone.write("content/en/zzz.md", &format!("{}more\n", body("a")));
        clone.remove("content/en/a.md");
        let state = clone.state("a.md", &commit);
        assert_eq!(
            state == changed("zzz.md", "a.md", &body("a")),
            is_found,
            "{state:?}"
        );
    }
}

#[test]
fn a_removed_source_is_gone() {
    let mut clone = Clone::new();
    let commit = clone.page("content/en/a.md", "text");
    clone.remove("content/en/a.md");
    assert_eq!(
        clone.state("a.md", &commit),
        SourceState::Gone {
            then: Some(text("a.md", "text"))
        }
    );
}

#[test]
fn a_source_written_after_the_stamp_has_changed_since() {
    let mut clone = Clone::new();
    let before = clone.page("content/en/b.md", "text");
    clone.page("content/en/a.md", "text of a");
    let changed = SourceState::Changed {
        now: "a.md".to_owned(),
        then: None,
    };
    assert_eq!(clone.state("a.md", &before), changed);
    clone.remove("content/en/a.md");
    assert_eq!(
        clone.state("a.md", &before),
        SourceState::Gone { then: None }
    );
}

#[test]
fn a_page_that_becomes_the_index_of_its_folder_is_the_same_page() {
    let mut clone = Clone::new();
    let commit = clone.page("content/en/a.md", &body("a"));
    fs::remove_file(clone.root.join("content/en/a.md")).unwrap();
    clone.page("content/en/a/index.md", "all new");
    assert_eq!(
        clone.state("a/index.md", &commit),
        changed("a/index.md", "a.md", &body("a"))
    );
}

#[test]
fn what_cannot_be_decided_is_unknown_with_a_reason() {
    let mut clone = Clone::new();
    let before = clone.page("content/en/b.md", "text");
    assert_eq!(
        clone.state("never.md", &before),
        unknown(Reason::NoSuchFile)
    );
    assert_eq!(
        clone.state("../../../etc/passwd", &before),
        unknown(Reason::NoSuchFile)
    );
    assert_eq!(
        clone.state("a.md", &"0".repeat(40)),
        unknown(Reason::NoSuchCommit)
    );
    let tree = clone.git(&["rev-parse", "HEAD^{tree}"]);
    assert_eq!(clone.state("a.md", &tree), unknown(Reason::NoSuchCommit));
    for stamp in [
        "",
        "main",
        "HEAD",
        "abc",
        "g123456789",
        &"a".repeat(41),
        &"a".repeat(64),
        "日本",
    ] {
        assert_eq!(
            clone.state("a.md", stamp),
            unknown(Reason::NotAHash),
            "{stamp}"
        );
    }
}

#[test]
fn a_shallow_clone_never_says_fresh() {
    let mut clone = Clone::new();
    let first = clone.page("content/en/a.md", "text");
    clone.page("content/en/b.md", "text");
    let last = clone.page("content/en/c.md", "text");
    let shallow = Clone::new();
    let url = format!("file://{}", clone.root);
    let target = shallow.root.join("shallow");
    clone.git(&["clone", "--quiet", "--depth=1", &url, target.as_str()]);
    let history = History::open(&target.join("content/en")).unwrap();
    let stamp = |commit: &str| Stamp {
        path: "a.md".to_owned(),
        commit: commit.to_owned(),
    };
    let states = history.changed_since(&[stamp(&first), stamp(&last)]);
    assert_eq!(states, [unknown(Reason::Shallow), unchanged("a.md")]);
    assert!(history.last_commits("").unwrap().is_empty());
}

#[test]
fn a_bare_clone_answers_too() {
    let mut clone = Clone::new();
    let commit = clone.page("a.md", "old");
    clone.page("a.md", "new");
    let bare = clone.root.join(".bare");
    let (from, to) = (clone.root.to_string(), bare.to_string());
    clone.git(&["clone", "--quiet", "--bare", &from, &to]);
    let history = History::open(&bare).unwrap();
    let stamp = Stamp {
        path: "a.md".to_owned(),
        commit,
    };
    assert_eq!(
        history.changed_since(&[stamp]),
        [changed("a.md", "a.md", "old")]
    );
}

#[test]
fn a_damaged_clone_is_unknown_or_an_error_and_never_fresh() {
    let mut clone = Clone::new();
    let commit = clone.page("content/en/a.md", "old");
    clone.page("content/en/a.md", "new");
    let blob = clone.git(&["rev-parse", &format!("{commit}:content/en/a.md")]);
    let object = format!(".git/objects/{}/{}", &blob[..2], &blob[2..]);
    fs::remove_file(clone.root.join(object)).unwrap();
    let state = clone.state("a.md", &commit);
    assert!(
        matches!(state, SourceState::Unknown(Reason::Unreadable(_))),
        "{state:?}"
    );
    fs::write(clone.root.join(".git/HEAD"), "nonsense").unwrap();
    assert!(History::open(&clone.root).is_err());
}

#[test]
fn a_folder_without_a_repository_or_a_commit_is_an_error_that_names_it() {
    let (plain, empty) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    Command::new("git")
        .args(["init", "--quiet"])
        .current_dir(empty.path())
        .status()
        .unwrap();
    for folder in [plain.path(), empty.path(), &plain.path().join("nowhere")] {
        let folder = Utf8Path::from_path(folder).unwrap();
        let error = format!("{:#}", History::open(folder).err().unwrap());
        assert!(error.contains(folder.as_str()), "{error}");
    }
}

#[test]
fn each_file_has_the_newest_commit_that_changed_it() {
    let mut clone = Clone::new();
    clone.page("content/en/a.md", "1");
    clone.page("content/en/a.md", "2");
    let newest = clone.page("content/en/sub/b.md", "1");
    clone.page("content/fr/a.md", "1");
    clone.page("content/en/gone.md", "1");
    clone.remove("content/en/gone.md");
    let commits = clone.english().last_commits("").unwrap();
    assert_eq!(commits.keys().collect::<Vec<_>>(), ["a.md", "sub/b.md"]);
    assert_eq!(commits["sub/b.md"].id, newest);
    assert_eq!(commits["sub/b.md"].place, 3);
    assert_eq!(commits["a.md"].summary, "write content/en/a.md");
    assert_eq!(commits["a.md"].date.to_string(), "2020-09-16");
    let whole = History::open(&clone.root).unwrap();
    assert_eq!(whole.last_commits("content/fr").unwrap().len(), 1);
}

#[test]
fn a_merge_changes_only_what_it_has_like_neither_side() {
    let mut clone = Clone::new();
    clone.page("content/en/a.md", "1");
    clone.git(&["checkout", "--quiet", "-b", "side"]);
    let side = clone.page("content/en/b.md", "side");
    clone.git(&["checkout", "--quiet", "main"]);
    let main = clone.page("content/en/a.md", "2");
    clone.git(&["merge", "--quiet", "--no-ff", "--no-edit", "side"]);
    let commits = clone.english().last_commits("").unwrap();
    assert_eq!((&commits["a.md"].id, &commits["b.md"].id), (&main, &side));
}

#[test]
fn the_commits_since_a_stamp_are_listed_newest_first() {
    let mut clone = Clone::new();
    let first = clone.page("content/en/a.md", "1");
    let second = clone.page("content/en/a.md", "2");
    clone.page("content/en/b.md", "1");
    let third = clone.page("content/en/a.md", "3");
    let since = clone.english().commits_since("a.md", &first).unwrap();
    assert_eq!(
        since.iter().map(|commit| &commit.id).collect::<Vec<_>>(),
        [&third, &second]
    );
}

#[test]
fn files_and_texts_of_any_revision_can_be_read() {
    let mut clone = Clone::new();
    clone.page("content/en/a.md", "1\n");
    clone.page("content/en/a.md", "2\n");
    let history = clone.english();
    assert_eq!(history.blob_at("HEAD~1", "a.md").unwrap().unwrap(), b"1\n");
    assert_eq!(history.blob_at("main", "b.md").unwrap(), None);
    assert_eq!(history.blob_at("HEAD~2", "a.md").unwrap(), None);
    let error = history.blob_at("nowhere", "a.md").unwrap_err().to_string();
    assert!(error.contains("`nowhere`"), "{error}");
    let files = history.files_at("HEAD").unwrap();
    assert_eq!(files.len(), 1);
    let is = |bytes: &[u8]| blob_ids(bytes).any(|id| id == files["a.md"]);
    assert!(is(b"2\n") && is(b"2\r\n"));
    assert!(!is(b"2"));
}

#[test]
fn many_stamps_share_one_pass_and_keep_their_order() {
    let mut clone = Clone::new();
    for page in 0..300 {
        clone.write(
            &format!("content/en/{page}.md"),
            &body(&format!("page {page}")),
        );
    }
    let commit = clone.commit("many");
    for page in (0..300).filter(|page| page % 3 == 0) {
        let from = clone.root.join(format!("content/en/{page}.md"));
        fs::create_dir_all(clone.root.join("content/en/moved")).unwrap();
        fs::rename(from, clone.root.join(format!("content/en/moved/{page}.md"))).unwrap();
    }
    clone.commit("move a third");
    let stamp = |page| Stamp {
        path: format!("{page}.md"),
        commit: commit.clone(),
    };
    let stamps: Vec<Stamp> = (0..300).map(stamp).collect();
    for (page, state) in clone
        .english()
        .changed_since(&stamps)
        .into_iter()
        .enumerate()
    {
        let now = if page % 3 == 0 {
            format!("moved/{page}.md")
        } else {
            format!("{page}.md")
        };
        assert_eq!(state, unchanged(&now));
    }
}

//! How long 10,000 pages of 30 kB take on their way to the disk: `cargo bench --bench publish`.
//!
//! The folder is a temporary one, so `TMPDIR` chooses the disk.

use camino::Utf8PathBuf;
use divan::{Bencher, counter::BytesCount};
use instep::io::publish::{Published, Staging};
use rayon::prelude::*;
use tempfile::TempDir;

const PAGES: usize = 10_000;
const SIZE: usize = 30_000;

fn main() {
    divan::main();
}

fn publish(out: &Utf8PathBuf, changed: usize) -> Published {
    let staging = Staging::begin(out).expect("a temporary folder can be written");
    (0..PAGES).into_par_iter().for_each(|page| {
        let mark = if page < changed { fastrand() } else { 0 };
        let mut text = format!("page {page} of build {mark}\n").into_bytes();
        text.resize(SIZE, b'x');
        let path = format!("en-us/{}/{page}/index.html", page % 100);
        staging.write(&path, &text).expect("the disk has room");
    });
    staging.publish().expect("the disk has room")
}

/// Another number at each call, so that changed pages really change.
#[expect(
    clippy::disallowed_methods,
    reason = "names a folder that nobody else has"
)]
fn fastrand() -> u128 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map_or(0, |since| since.as_nanos())
}

#[divan::bench(args = [0, 1, 100, PAGES], sample_count = 5, sample_size = 1)]
fn rebuild_with_changed_pages(bencher: Bencher, changed: usize) {
    let folder = TempDir::new().expect("a temporary folder");
    let out = Utf8PathBuf::from_path_buf(folder.path().join("dist")).expect("a UTF-8 path");
    publish(&out, 0);
    bencher
        .counter(BytesCount::new(PAGES * SIZE))
        .bench_local(|| publish(&out, changed));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn first_build(bencher: Bencher) {
    bencher
        .counter(BytesCount::new(PAGES * SIZE))
        .with_inputs(|| TempDir::new().expect("a temporary folder"))
        .bench_local_refs(|folder| {
            let out = Utf8PathBuf::from_path_buf(folder.path().join("dist"));
            publish(&out.expect("a UTF-8 path"), 0)
        });
}

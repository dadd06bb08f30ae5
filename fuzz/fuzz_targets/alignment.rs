//! Two texts, parted by a line of `=`, and the first against itself.
#![no_main]

#[path = "../../tests/subjects/mod.rs"]
mod subjects;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (a, b) = text.split_once("\n=====\n").unwrap_or((&text, ""));
    subjects::alignment(a, b);
});

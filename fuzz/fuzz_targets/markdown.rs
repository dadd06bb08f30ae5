//! A page of Learn Markdown becomes HTML in which nothing runs.
#![no_main]

#[path = "../../tests/subjects/mod.rs"]
mod subjects;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    subjects::markdown(&text);
});

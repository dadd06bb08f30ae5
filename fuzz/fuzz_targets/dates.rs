//! Dates in prose; the first character chooses the language.
#![no_main]

#[path = "../../tests/subjects/mod.rs"]
mod subjects;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let Some(first) = text.chars().next() else {
        return;
    };
    let languages = subjects::LANGUAGES;
    subjects::dates(&text, languages[first as usize % languages.len()]);
});

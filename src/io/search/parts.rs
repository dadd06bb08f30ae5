//! The index of words, cut into smaller parts than pagefind cuts it.
//!
//! A reader's browser fetches the whole part in which a word of the query stands. Pagefind ends a part
//! at 20,000 places of words, so that with each word that the whole site holds come its neighbours,
//! and with each rare word hundreds of others; it has no option for that. The bytes of the words stay
//! as they are here, only the parts end at other words. (The format is that of the modules `index` and
//! `output` of pagefind 1.6: CBOR behind a signature, compressed by gzip.)

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};

use anyhow::{Context, ensure};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use minicbor::{Decoder, Encoder};
use rayon::prelude::*;

use crate::io::search::Files;
use crate::memo::Key;

/// A part ends before the word that would make it longer than this, before compression; a longer
/// word has a part of its own. With half of it the list of the parts, which every query needs, grows
/// by as much as is saved.
const PART_BYTES: usize = 12_000;

/// What stands before the content of each file of pagefind.
const SIGNATURE: &[u8] = b"pagefind_dcd";

const ENTRY: &str = "pagefind/pagefind-entry.json";
const META_BEFORE: &str = "pagefind/pagefind.";
const META_AFTER: &str = ".pf_meta";

/// Files by their path.
type Tree = BTreeMap<String, Vec<u8>>;

/// A word with all its places, as pagefind wrote it.
struct Word<'a> {
    word: &'a str,
    bytes: &'a [u8],
}

/// A part of the index: its first word, its last, and the name of its file.
struct Part {
    from: String,
    to: String,
    name: String,
}

/// The files of an index in smaller parts.
///
/// # Errors
/// Where pagefind writes another format than it did.
pub fn cut(files: Files) -> anyhow::Result<Files> {
    let mut tree: Tree = files.into_iter().collect();
    let metas: Vec<String> = tree.keys().filter_map(|path| hash(path)).collect();
    for hash in metas {
        cut_language(&mut tree, &hash).with_context(|| format!("cannot cut the index `{hash}`"))?;
    }
    Ok(tree.into_iter().collect())
}

/// What the file that lists the parts is named by, if this is one.
fn hash(path: &str) -> Option<String> {
    let hash = path.strip_prefix(META_BEFORE)?.strip_suffix(META_AFTER)?;
    Some(hash.to_owned())
}

fn cut_language(tree: &mut Tree, hash: &str) -> anyhow::Result<()> {
    let meta = unpack(tree.remove(&format!("{META_BEFORE}{hash}{META_AFTER}")))?;
    let mut reader = Decoder::new(&meta);
    open_array(&mut reader, 6)?;
    let before = reader.position();
    reader.skip()?;
    reader.skip()?;
    let before = &meta[before..reader.position()];
    let files = names(&mut reader)?.into_iter();
    let files: Vec<_> = files.map(|name| tree.remove(&part_path(&name))).collect();
    // The languages of a site seldom end together: every processor helps with the last one.
    let texts: Vec<Vec<u8>> = files
        .into_par_iter()
        .map(unpack)
        .collect::<Result<_, _>>()?;
    let after = &meta[reader.position()..];

    let language = hash.rsplit_once('_').map_or("unknown", |(own, _)| own);
    let parts = parts(tree, language, &words(&texts)?)?;
    let mut out = Encoder::new(SIGNATURE.to_vec());
    out.array(6)?;
    out.writer_mut().extend_from_slice(before);
    out.array(parts.len() as u64)?;
    for part in &parts {
        out.array(3)?
            .str(&part.from)?
            .str(&part.to)?
            .str(&part.name)?;
    }
    out.writer_mut().extend_from_slice(after);
    let bytes = pack(&out.into_writer())?;
    let renamed = format!("{language}_{}", &Key::of(&bytes).hex()[..13]);
    enter(tree, hash, &renamed)?;
    tree.insert(format!("{META_BEFORE}{renamed}{META_AFTER}"), bytes);
    Ok(())
}

/// The names of the parts' files, in the order of their words.
fn names(reader: &mut Decoder<'_>) -> anyhow::Result<Vec<String>> {
    let count = reader.array()?.context("a list without its length")?;
    let mut names = Vec::new();
    for _ in 0..count {
        open_array(reader, 3)?;
        reader.skip()?;
        reader.skip()?;
        names.push(reader.str()?.to_owned());
    }
    Ok(names)
}

/// The words of all parts, in their order.
fn words(texts: &[Vec<u8>]) -> anyhow::Result<Vec<Word<'_>>> {
    let mut words = Vec::new();
    for text in texts {
        let mut reader = Decoder::new(text);
        open_array(&mut reader, 1)?;
        for _ in 0..reader.array()?.context("a list without its length")? {
            let start = reader.position();
            let mut name = reader.clone();
            open_array(&mut name, 3)?;
            let word = name.str()?;
            reader.skip()?;
            let bytes = &text[start..reader.position()];
            words.push(Word { word, bytes });
        }
    }
    Ok(words)
}

/// Writes words as parts.
fn parts(tree: &mut Tree, language: &str, words: &[Word<'_>]) -> anyhow::Result<Vec<Part>> {
    let mut groups = Vec::new();
    let mut rest = words;
    while !rest.is_empty() {
        let (own, left) = rest.split_at(length(rest));
        groups.push(own);
        rest = left;
    }
    let packed: Vec<Vec<u8>> = groups
        .par_iter()
        .map(|own| written(own))
        .collect::<Result<_, _>>()?;
    let mut taken = BTreeSet::new();
    let mut parts = Vec::new();
    for (own, bytes) in groups.into_iter().zip(packed) {
        let (Some(first), Some(last)) = (own.first(), own.last()) else {
            continue;
        };
        let name = format!("{language}_{}", free(&Key::of(&bytes).hex(), &mut taken));
        tree.insert(part_path(&name), bytes);
        parts.push(Part {
            from: first.word.to_owned(),
            to: last.word.to_owned(),
            name,
        });
    }
    Ok(parts)
}

/// The file of a part.
fn written(words: &[Word<'_>]) -> anyhow::Result<Vec<u8>> {
    let mut out = Encoder::new(SIGNATURE.to_vec());
    out.array(1)?.array(words.len() as u64)?;
    for word in words {
        out.writer_mut().extend_from_slice(word.bytes);
    }
    pack(&out.into_writer())
}

/// How many words the next part has: at least one.
fn length(words: &[Word<'_>]) -> usize {
    let mut bytes = 0;
    let fits = words.iter().take_while(|word| {
        bytes += word.bytes.len();
        bytes <= PART_BYTES
    });
    fits.count().max(1)
}

/// The beginning of a hash that no other part has. Names are listed in the file that every query
/// needs, so they are short.
fn free(hash: &str, taken: &mut BTreeSet<String>) -> String {
    let mut lengths = 8..=hash.len();
    let own = lengths.find(|length| taken.insert(hash[..*length].to_owned()));
    hash[..own.unwrap_or(hash.len())].to_owned()
}

/// Gives the new list of a language's parts to the file that is read first.
fn enter(tree: &mut Tree, hash: &str, renamed: &str) -> anyhow::Result<()> {
    let entry = tree.get_mut(ENTRY).context("the index has no entry")?;
    let text = std::str::from_utf8(entry)?;
    let (old, new) = (format!("\"{hash}\""), format!("\"{renamed}\""));
    ensure!(text.contains(&old), "the entry names no such list");
    *entry = text.replace(&old, &new).into_bytes();
    Ok(())
}

fn part_path(name: &str) -> String {
    format!("pagefind/index/{name}.pf_index")
}

fn open_array(reader: &mut Decoder<'_>, length: u64) -> anyhow::Result<()> {
    let found = reader.array()?;
    ensure!(
        found == Some(length),
        "{length} fields were expected, there are {found:?}"
    );
    Ok(())
}

fn unpack(file: Option<Vec<u8>>) -> anyhow::Result<Vec<u8>> {
    let file = file.context("a part is not there")?;
    let mut content = Vec::new();
    GzDecoder::new(file.as_slice()).read_to_end(&mut content)?;
    ensure!(
        content.starts_with(SIGNATURE),
        "the signature is another one"
    );
    Ok(content.split_off(SIGNATURE.len()))
}

fn pack(content: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut out = GzEncoder::new(Vec::new(), Compression::default());
    out.write_all(content)?;
    Ok(out.finish()?)
}

#[cfg(test)]
mod tests {
    use super::{Word, length};

    #[test]
    fn a_word_longer_than_a_part_stands_alone() {
        let [small, large] = [vec![0; 5_000], vec![0; 20_000]];
        let words = [&small, &small, &large, &small].map(|bytes| Word { word: "", bytes });
        assert_eq!(length(&words), 2);
        assert_eq!(length(&words[2..]), 1);
        assert_eq!(length(&words[3..]), 1);
    }
}

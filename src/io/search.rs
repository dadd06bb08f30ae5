//! The search index of a site, made by pagefind.

#[cfg(feature = "search")]
mod languages;
#[cfg(feature = "search")]
mod parts;

#[cfg(feature = "search")]
use anyhow::Context;

use crate::page::searchable::Searchable;
use crate::pipeline::before::LanguageIndex;

/// Files by their path in the site.
pub type Files = Vec<(String, Vec<u8>)>;

/// The index of a site.
#[derive(Debug, Default)]
pub struct Indexed {
    /// Those that are new.
    pub files: Files,
    /// What was made for each language; the keys are not known here.
    pub languages: Vec<LanguageIndex>,
}

/// The files of the index over all pages, by their path in the site. Pages in each language have
/// an index of their own, made beside the others. They are taken in the order of their addresses,
/// so that shares of a site that are joined have the bytes of one build. The indexes in `standing` are
/// taken up as they are.
///
/// # Errors
/// A page that pagefind cannot read; its address is named.
#[cfg(feature = "search")]
pub fn index(mut pages: Vec<Searchable>, standing: &[LanguageIndex]) -> anyhow::Result<Indexed> {
    pages.sort_by(|a, b| a.address.cmp(&b.address));
    languages::index(pages, standing, &of_language)
}

#[cfg(feature = "search")]
fn of_language(pages: Vec<Searchable>) -> anyhow::Result<Files> {
    use pagefind::api::PagefindIndex;
    use pagefind::options::PagefindServiceConfig;

    use crate::page::searchable::IGNORED;

    let options = PagefindServiceConfig::builder()
        .keep_index_url(false)
        .exclude_selectors(IGNORED.map(str::to_owned).to_vec())
        .build();
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(async {
        let mut index = PagefindIndex::new(Some(options))?;
        for page in pages {
            let Searchable { address, html, .. } = page;
            // Pagefind puts no space between the heads of a table.
            let html = cut(html.replace("</th><th", "</th> <th"));
            let added = index.add_html_file(None, Some(address.clone()), html).await;
            added.with_context(|| format!("cannot index `{address}`"))?;
        }
        let files = index.get_files().await?;
        let path = |file: pagefind::api::SyntheticFile| {
            let name = file.filename.to_string_lossy().replace('\\', "/");
            (format!("pagefind/{name}"), file.contents)
        };
        let files = files.into_iter().map(path);
        let files = files.filter(|(name, _)| is_asked_for(name));
        parts::cut(files.map(under_own_languages).collect())
    })
}

/// Languages whose words run on, or take endings, so that readers look for parts of them. Pagefind
/// cuts words for Chinese, Japanese and Thai by itself; it is told that these are Japanese.
#[cfg(feature = "search")]
const RUNNING_ON: &[&str] = &["ko", "lo", "km", "my", "yue"];

/// What pagefind is told that a language of [`RUNNING_ON`] is.
#[cfg(feature = "search")]
const TOLD: &str = "ja-x-";

/// The page as pagefind cuts it into words that parts of words are found by.
#[cfg(feature = "search")]
fn cut(html: String) -> String {
    const LANGUAGE: &str = "<html lang=\"";
    let Some(at) = html.find(LANGUAGE).map(|at| at + LANGUAGE.len()) else {
        return html;
    };
    let language = html[at..].split(['-', '"']).next().unwrap_or_default();
    if !RUNNING_ON.contains(&language) {
        return html;
    }
    let told = format!("{}{TOLD}{}", &html[..at], &html[at..]);
    if language == "ko" {
        syllables_apart(&told)
    } else {
        told
    }
}

/// Korean with a zero-width space between the syllables of a word: each is a word of the index
/// then, and the theme looks for those of a query one after the other. Pagefind has no pairs of
/// letters for Hangul, and would find words by their beginnings alone.
#[cfg(feature = "search")]
fn syllables_apart(html: &str) -> String {
    let mut out = String::with_capacity(html.len() * 2);
    let (mut in_tag, mut after_syllable) = (false, false);
    for letter in html.chars() {
        let syllable = !in_tag && matches!(letter, '\u{ac00}'..='\u{d7a3}');
        if syllable && after_syllable {
            out.push('\u{200b}');
        }
        out.push(letter);
        after_syllable = syllable;
        in_tag = letter == '<' || in_tag && letter != '>';
    }
    out
}

/// The entry file of the index names each language; readers' browsers ask for their own.
#[cfg(feature = "search")]
fn under_own_languages((name, bytes): (String, Vec<u8>)) -> (String, Vec<u8>) {
    if !name.ends_with("pagefind-entry.json") {
        return (name, bytes);
    }
    let Ok(mut entry) = serde_json::from_slice::<serde_json::Value>(&bytes) else {
        return (name, bytes);
    };
    if let Some(languages) = entry["languages"].as_object_mut() {
        *languages = std::mem::take(languages)
            .into_iter()
            .map(|(tag, index)| (tag.trim_start_matches(TOLD).to_owned(), index))
            .collect();
    }
    (name, entry.to_string().into_bytes())
}

/// Whether the theme's search asks for a file. Pagefind's own interfaces are three times the rest.
#[cfg(feature = "search")]
fn is_asked_for(name: &str) -> bool {
    let name = name.trim_start_matches("pagefind/");
    !name.contains("-ui.") && !name.starts_with("pagefind-highlight")
}

/// Built without the feature `search`, the program writes no index.
///
/// # Errors
/// None.
#[cfg(not(feature = "search"))]
pub fn index(_pages: Vec<Searchable>, _standing: &[LanguageIndex]) -> anyhow::Result<Indexed> {
    Ok(Indexed::default())
}

/// Whether this program can make an index.
pub const AVAILABLE: bool = cfg!(feature = "search");

#[cfg(all(test, feature = "search"))]
mod tests {
    use super::cut;

    #[test]
    fn syllables_stand_apart_in_text_alone() {
        let html = "<html lang=\"ko-KR\"><p title=\"부두\">부두 A</p>".to_owned();
        let cut = cut(html);
        assert_eq!(
            cut,
            "<html lang=\"ja-x-ko-KR\"><p title=\"부두\">부\u{200b}두 A</p>"
        );
    }

    #[test]
    fn other_languages_stay_as_they_are() {
        let html = "<html lang=\"kok-IN\"><p>부두</p>";
        assert_eq!(cut(html.to_owned()), html);
    }
}

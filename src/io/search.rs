//! The search index of a site, made by pagefind.

#[cfg(feature = "search")]
use anyhow::Context;

use crate::page::guide::Searchable;

/// The files of the index over all pages, by their path in the site. Pages in each language have
/// an index of their own. They are taken in the order of their addresses, so that shares of a site
/// that are joined have the bytes of one build.
///
/// # Errors
/// A page that pagefind cannot read; its address is named.
#[cfg(feature = "search")]
pub fn index(mut pages: Vec<Searchable>) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    use pagefind::api::PagefindIndex;
    use pagefind::options::PagefindServiceConfig;

    let options = PagefindServiceConfig::builder()
        .keep_index_url(false)
        .build();
    pages.sort_by(|a, b| a.address.cmp(&b.address));
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(async {
        let mut index = PagefindIndex::new(Some(options))?;
        for page in pages {
            let Searchable { address, html } = page;
            let added = index.add_html_file(None, Some(address.clone()), html).await;
            added.with_context(|| format!("cannot index `{address}`"))?;
        }
        let files = index.get_files().await?;
        let path = |file: pagefind::api::SyntheticFile| {
            let name = file.filename.to_string_lossy().replace('\\', "/");
            (format!("pagefind/{name}"), file.contents)
        };
        Ok(files.into_iter().map(path).collect())
    })
}

/// Built without the feature `search`, the program writes no index.
///
/// # Errors
/// None.
#[cfg(not(feature = "search"))]
pub fn index(_pages: Vec<Searchable>) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    Ok(Vec::new())
}

/// Whether this program can make an index.
pub const AVAILABLE: bool = cfg!(feature = "search");

//! What a guide says of itself to search engines.

use crate::document::revision::Revision;
use crate::locale::tag::Locale;
use crate::page::desk::Desk;
use crate::page::frame::absolute;
use crate::path::Route;

/// The page as schema.org's `TechArticle`, for search engines.
pub fn structured(
    desk: &Desk<'_>,
    (locale, document): (&Locale, &str),
    revision: &Revision,
) -> String {
    let catalog = desk.resolver.catalog;
    let mut article = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "TechArticle",
        "headline": revision.title(),
        "inLanguage": revision.place.locale.tag(),
        "url": absolute(desk, &Route::current(locale, document)),
    });
    if let Some(description) = &revision.front.description {
        article["description"] = (**description).into();
    }
    if let Some(date) = revision.front.date {
        article["dateModified"] = date.to_string().into();
    }
    let source = desk
        .config
        .source_locale
        .as_ref()
        .filter(|source| *source != locale);
    let original = source.filter(|source| catalog.current(document, source).is_some());
    if let Some(original) = original {
        let url = absolute(desk, &Route::current(original, document));
        article["translationOfWork"] = serde_json::json!({ "@type": "TechArticle", "url": url });
    }
    // `</script>` in a title must not end the element it stands in.
    article
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

//! The names of languages as guides write them, and as syntax definitions know them.

use std::borrow::Cow;

/// Names that guides use for a language known under another.
const ALIASES: [(&str, &str); 47] = [
    ("aspx-csharp", "cs"),
    ("azurecli", "bash"),
    ("azurepowershell", "powershell"),
    ("bicep", "json"),
    ("c++", "cpp"),
    ("cmd", "bat"),
    ("config", "xml"),
    ("console", "bash"),
    ("cpp-winrt", "cpp"),
    ("csharp", "cs"),
    ("cshtml", "html"),
    ("curl", "bash"),
    ("dax", "sql"),
    ("dos", "bat"),
    ("dotnetcli", "bash"),
    ("env", "bash"),
    ("fsharp", "fs"),
    ("golang", "go"),
    ("hcl", "terraform"),
    ("http", "http request and response"),
    ("https", "http request and response"),
    ("json5", "json"),
    ("jsonc", "json"),
    ("kusto", "sql"),
    ("kql", "sql"),
    ("node", "js"),
    ("nodejs", "js"),
    ("odata", "http request and response"),
    ("pgsql", "sql"),
    ("plsql", "sql"),
    ("posh", "powershell"),
    ("powershell-core", "powershell"),
    ("powerquery-m", "sql"),
    ("proto", "protobuf"),
    ("pwsh", "powershell"),
    ("razor", "html"),
    ("rest", "http request and response"),
    ("shell", "bash"),
    ("sh-session", "bash"),
    ("terminal", "bash"),
    ("tsql", "sql"),
    ("tsx", "tsx"),
    ("usql", "sql"),
    ("vb", "vb"),
    ("xaml", "xml"),
    ("xslt", "xml"),
    ("yml", "yaml"),
];

/// Names of texts that have no syntax.
const PLAIN: [&str; 8] = [
    "copy",
    "log",
    "none",
    "output",
    "plain",
    "plaintext",
    "text",
    "txt",
];

/// The name by which syntax definitions know a language. `None` for plain text.
pub fn name(language: &str) -> Option<Cow<'_, str>> {
    let lower: Cow<'_, str> = if language.bytes().any(|b| b.is_ascii_uppercase()) {
        language.to_ascii_lowercase().into()
    } else {
        language.into()
    };
    if PLAIN.contains(&&*lower) {
        return None;
    }
    let alias = ALIASES.iter().find(|(alias, _)| *alias == lower);
    Some(alias.map_or(lower, |(_, name)| (*name).into()))
}

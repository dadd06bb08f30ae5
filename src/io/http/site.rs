//! What a server serves, whoever makes it.

/// What is served. Asked from several threads at once; may take its time.
pub trait Site: Send + Sync + 'static {
    /// The page or file at a path such as `/fr-fr/start/`, decoded and checked: it begins with a
    /// slash, and has no part that is empty, `.` or `..`.
    fn get(&self, path: &str) -> Option<Reply>;

    /// Where a browser is sent that asks for a path at which nothing stands: from `/` to the site,
    /// where that stands below a folder.
    fn way(&self, _path: &str) -> Option<String> {
        None
    }

    /// What to show instead.
    fn not_found(&self, path: &str) -> Reply;
}

/// A page or file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Its media type, such as `text/html; charset=utf-8`.
    pub kind: String,
    /// What the browser gets.
    pub body: Vec<u8>,
}

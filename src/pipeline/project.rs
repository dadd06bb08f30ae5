//! What a run starts from: settings, files, and the door to the world.

use crate::catalog::identity::File;
use crate::config::Config;
use crate::dates::scan::Scanners;
use crate::finding::Finding;
use crate::source::Reader;

/// What a run starts from.
pub struct Project<'a> {
    pub config: &'a Config,
    pub reader: &'a dyn Reader,
    /// Every file of the source folders, sorted by path.
    pub files: Vec<File>,
    pub scanners: Scanners,
    /// What was found while the files were listed.
    pub findings: Vec<Finding>,
}

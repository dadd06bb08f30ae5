//! What reading gave of each page.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::revision::Revision;
use crate::finding::Finding;
use crate::path::SourcePath;
use crate::pipeline::fragments::Include;

/// What reading a page gave: a function of its bytes, of what it includes, and of the settings
/// it is read by.
#[derive(Clone, Debug)]
pub struct Intake {
    /// None where the file could not be read, or is no guide.
    pub revision: Option<Arc<Revision>>,
    /// What was wrong with it.
    pub findings: Vec<Finding>,
    /// What it includes, and what its fragments include.
    pub includes: Vec<Include>,
}

/// Pages, read, by their path.
pub type Intakes = BTreeMap<SourcePath, Intake>;

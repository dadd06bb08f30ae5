//! What a clone's history says of the files of a site: when each changed last, and whether it
//! changed since a commit that a translation names.

pub mod state;

#[cfg(feature = "git")]
pub mod tree;

#[cfg(feature = "git")]
pub mod log;
#[cfg(feature = "git")]
pub mod rename;

#[cfg(feature = "git")]
pub mod history;

#[cfg(feature = "git")]
pub mod since;
#[cfg(feature = "git")]
pub mod snapshot;

#[cfg(not(feature = "git"))]
#[path = "without.rs"]
pub mod history;
#[cfg(not(feature = "git"))]
#[path = "no_snapshot.rs"]
pub mod snapshot;

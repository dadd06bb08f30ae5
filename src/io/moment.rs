//! Whether files stayed as they were while something was made from them.

use std::fs::{self, Metadata};
use std::time::{Duration, SystemTime};

use camino::Utf8Path;

/// Clocks of disks go by ticks, and lag behind that of the system by up to one of them.
const TICK: Duration = Duration::from_millis(10);

/// A moment, to compare with changes of files.
#[derive(Clone, Copy, Debug)]
pub struct Moment(SystemTime);

impl Moment {
    /// The one that is now.
    #[expect(
        clippy::disallowed_methods,
        reason = "it is compared with files, and shown to nobody"
    )]
    pub fn now() -> Self {
        Self(SystemTime::now())
    }

    /// That at which a file was written.
    pub fn of(file: &Utf8Path) -> Option<Self> {
        Some(Self(fs::metadata(file).ok()?.modified().ok()?))
    }

    /// Whether a file was changed for the last time before. False where it is gone, and where its
    /// change is so close that it cannot be told.
    pub fn is_after_changes(self, file: &Utf8Path) -> bool {
        let changed = fs::metadata(file).ok().and_then(|found| changed(&found));
        changed.is_some_and(|changed| changed + TICK < self.0)
    }
}

/// When a file's content or name was changed. Unlike the time of its content, nobody can set it.
#[cfg(unix)]
fn changed(found: &Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt;
    let seconds = u64::try_from(found.ctime()).ok()?;
    let rest = u32::try_from(found.ctime_nsec()).ok()?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::new(seconds, rest))
}

#[cfg(not(unix))]
fn changed(found: &Metadata) -> Option<SystemTime> {
    found.modified().ok()
}

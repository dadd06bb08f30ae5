//! The only door to the world: disk, git, file events and HTTP.

pub mod input;
pub mod manifest;

pub mod disk;
pub mod walk;

pub mod deposit;
pub mod drops;

pub mod lock;

pub mod cache;
pub mod moment;
pub mod program;
pub mod remove;
pub mod replace;

pub mod exchange;

pub mod publish;

pub mod git;

pub mod watch;

pub mod http;

pub mod search;

pub mod shard;

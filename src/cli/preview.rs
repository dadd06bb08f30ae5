//! A site while it is written: every page as it would be built now, and what is found in it.

pub mod pages;

pub mod front;

pub mod batch;
pub mod known;

pub mod checker;
pub mod live;

pub mod follow;

pub mod panel;
pub mod search;

pub mod news;
pub mod telling;

pub mod keeper;

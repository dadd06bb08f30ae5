//! Every document in every locale and revision, and the one answer to where a link leads.

pub mod decide;
pub mod identity;

pub mod addresses;

pub mod documents;
pub mod register;

pub mod pivots;
pub mod redirect;

pub mod index;
pub mod navigation;
pub mod resolve;

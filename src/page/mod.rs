//! Pages with every decision taken: a theme only puts them in their place.

pub mod model;

pub mod framed;

pub mod body;

pub mod sections;

pub mod branches;
pub mod directory;
pub mod resources;

pub mod desk;

pub mod frame;
pub mod links;
pub mod switch;

pub mod article;
pub mod markdown;

pub mod deadlines;
pub mod notices;
pub mod timeline;

pub mod pivots;

pub mod compared;

pub mod changes;
pub mod guide;
pub mod home;
pub mod moved;
pub mod searchable;
pub mod standings;
pub mod status;

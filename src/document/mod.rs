//! One source, read.

pub mod shape;

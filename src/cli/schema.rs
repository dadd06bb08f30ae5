//! `instep schema`: the JSON Schema of the settings, or of anything else that is read or printed.

use std::io::Write;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};

use crate::cli::status::Status;
use crate::cli::terminal::output;
use crate::schemas::{Named, SCHEMAS};

/// `instep schema`
#[derive(Debug, Args)]
pub struct SchemaArguments {
    /// What the schema is of
    #[arg(default_value = SCHEMAS[0].name, value_parser = names())]
    pub name: String,
}

fn names() -> PossibleValuesParser {
    let name = |named: &Named| PossibleValue::new(named.name).help(named.of);
    SCHEMAS.iter().map(name).into()
}

/// # Errors
/// What keeps standard output from being written.
pub fn run(arguments: &SchemaArguments) -> anyhow::Result<Status> {
    let mut out = output();
    if let Some(named) = SCHEMAS.iter().find(|named| named.name == arguments.name) {
        serde_json::to_writer_pretty(&mut out, &named.schema())?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(Status::Done)
}

//! Instep turns guides in many languages into a versioned, cross-linked site, and says where each
//! translation lags.
//!
//! The program is the usual way to use it; these are the ways of a program.
//!
//! # A site in memory
//!
//! A [`Project`](pipeline::project::Project) is what a run starts from: settings, and files behind a
//! door ([`Reader`](source::Reader)). Inspecting it reads every page once; building it writes pages
//! through another door ([`Writer`](source::Writer)).
//!
//! ```
//! use instep::config::Config;
//! use instep::pipeline::{build::build, inspect::Inspection, project::Project};
//! use instep::source::memory::{Memory, MemorySite};
//!
//! let files = Memory::new([
//!     ("content/en-US/start.md", "---\ndate: 2026-05-04\n---\n# Start\n\nSee [more](more.md).\n"),
//!     ("content/fr-FR/start.md", "---\ndate: 2026-01-12\n---\n# Débuter {#start}\n"),
//! ]);
//! let config = Config::parse("source_locale: en-US\nlinks: {unknown: broken}").unwrap();
//! let project = Project::in_memory(&config, &files);
//! let inspection = Inspection::new(&project);
//!
//! let today = jiff::civil::date(2026, 11, 21);
//! let found = inspection.check(&project, Some(today));
//! let codes: Vec<&str> = found.iter().map(|finding| finding.rule.code).collect();
//! assert!(codes.contains(&"link/broken") && codes.contains(&"drift/behind"));
//!
//! let site = MemorySite::default();
//! build(&project, &inspection, &site).unwrap();
//! assert!(site.files().contains_key("fr-fr/start/index.html"));
//! ```
//!
//! # Dates in prose
//!
//! A [`Scanner`](dates::scan::Scanner) knows the dates of a language, and what they ask of a reader.
//!
//! ```
//! use instep::dates::{cue::Role, scan::Scanners};
//! use instep::locale::tag::Locale;
//!
//! let french = Locale::parse("fr-FR").unwrap();
//! let text = "Échangez votre carte avant le 1er mars 2027.";
//! let found = Scanners::default().of(&french).scan(text, None);
//! assert_eq!(&text[found[0].range.clone()], "1er mars 2027");
//! assert_eq!(found[0].date, jiff::civil::date(2027, 3, 1));
//! assert_eq!(found[0].role, Role::Before);
//! ```
//!
//! # Two texts, section by section
//!
//! Sections are paired by what survives translation, with neither a dictionary nor a history.
//!
//! ```
//! use instep::config::Config;
//! use instep::pipeline::text::Text;
//!
//! let config = Config::default();
//! let english = "# Set up\n\n## Install\n\nRun `setup`, then [sign in](a.md).\n\n## Remove\n\nDelete 7 files.\n";
//! let german = "# Einrichten\n\n## Installieren\n\n`setup` starten, dann [anmelden](a.md).\n";
//! let (english, german) = (Text::read(english, &config), Text::read(german, &config));
//! let pairs = english.pair(&german);
//! let pair = |anchor: &str| {
//!     let found = pairs.iter().find(|pair| &*english.sections()[pair.a().unwrap()].anchor == anchor);
//!     found.unwrap().b().map(|index| &*german.sections()[index].anchor)
//! };
//! assert_eq!(pair("install"), Some("installieren"));
//! assert_eq!(pair("remove"), None);
//! ```
//!
//! # The modules
//!
//! They stand in reading order: each uses only those above it.

#![warn(
    missing_docs,
    clippy::dbg_macro,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::todo,
    clippy::unwrap_used,
    clippy::wildcard_imports
)]

pub mod limits;
pub mod locale;
pub mod path;

pub mod memo;
pub mod nearest;

pub mod finding;
pub mod source;

pub mod messages;

pub mod calendar;
pub mod compare;
pub mod csv;
pub mod dates;
pub mod xml;

pub mod config;
pub mod document;

pub mod catalog;
pub mod check;

pub mod page;
pub mod site;

pub mod pipeline;

pub mod import;

pub mod report;

pub mod io;

pub mod rules;
pub mod schemas;

pub mod cli;

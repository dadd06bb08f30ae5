//! The arguments of every command.

use camino::{Utf8Path, Utf8PathBuf};
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::cli::import::ImportArguments;
use crate::cli::init::InitArguments;
use crate::cli::merge::MergeArguments;
use crate::cli::schema::SchemaArguments;
use crate::locale::tag::Locale;
use crate::pipeline::share::Share;

/// Builds a help site from guides in many languages, and says where translations lag.
#[derive(Debug, Parser)]
#[command(
    name = "instep",
    version,
    propagate_version = true,
    max_term_width = 100
)]
pub struct Arguments {
    /// What all commands take.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What all commands take.
#[derive(Clone, Debug, Args)]
pub struct Global {
    /// Folder of the site
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    pub root: Utf8PathBuf,
    /// The day that counts as today [default: SOURCE_DATE_EPOCH, else the clock]
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Date>,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Colour,
    /// Say nothing but results and errors
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say what was read, how long it took, and why
    #[arg(long, short, global = true)]
    pub verbose: bool,
}

impl Global {
    /// A path below the root as a person would write it: `dist`, not `./dist`.
    pub fn below(&self, path: impl AsRef<Utf8Path>) -> Utf8PathBuf {
        let path = self.root.join(path);
        path.strip_prefix(".").unwrap_or(&path).to_owned()
    }
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(
    missing_docs,
    reason = "clap would print the help of every command in its long form"
)]
pub enum Colour {
    Auto,
    Always,
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a small site on which every command has something to show
    Init(InitArguments),
    /// Sort anonymous hand-offs into the content tree
    Import(ImportArguments),
    /// Build the site into dist/
    Build(BuildArguments),
    /// Join shards of a site to the bytes of a single build
    Merge(MergeArguments),
    /// Show the site while it is written, every page as it changes
    #[command(visible_alias = "watch")]
    Serve(ServeArguments),
    /// Run every analysis and list what was found
    Check(CheckArguments),
    /// Show how far each translation is behind the newest text
    Drift(DriftArguments),
    /// List the dates in the texts, the harmful ones first
    Deadlines(DeadlineArguments),
    /// Show what changed between two revisions of a document in one locale
    Diff(DiffArguments),
    /// Show both sides of a translation, and record that they were checked
    Review(ReviewArguments),
    /// Explain a finding
    Explain(ExplainArguments),
    /// Print the JSON Schema of the settings, or of an output
    Schema(SchemaArguments),
    /// Print a completion script for a shell
    Completions(CompletionArguments),
    /// Print the manual page
    Man,
}

/// `instep build`
#[derive(Debug, Args)]
pub struct BuildArguments {
    /// Where the site is put [default: dist below the root]
    #[arg(long, value_name = "DIR")]
    pub out: Option<Utf8PathBuf>,
    /// Leave the search index out
    #[arg(long)]
    pub no_search: bool,
    /// Exit with 1 where a finding is denied
    #[arg(long)]
    pub strict: bool,
    /// Build one of N shares of the site, for `merge` [default out: shards/I-of-N below the root]
    #[arg(long, value_name = "I/N")]
    pub shard: Option<Share>,
    /// Build again at every change, until interrupted
    #[arg(long, conflicts_with_all = ["shard", "verify", "strict"])]
    pub watch: bool,
    /// Prove the site that stands against its manifest, and build nothing
    #[arg(long)]
    pub verify: bool,
    /// Levels for this run.
    #[command(flatten)]
    pub levels: Levels,
}

/// Visual Studio Code, where it is installed.
const EDITOR: &str = "vscode://file{path}:{line}:{column}";

/// `instep serve`
#[derive(Debug, Args)]
pub struct ServeArguments {
    /// Where to listen; other machines reach it only where this is not the loopback
    #[arg(long, default_value = "127.0.0.1")]
    pub host: String,
    /// The first port to try
    #[arg(long, default_value_t = 1111, value_parser = port)]
    pub port: u16,
    /// Show the site in a browser
    #[arg(long)]
    pub open: bool,
    /// Address that opens a file in your editor
    #[arg(long, value_name = "URL", env = "INSTEP_EDITOR", default_value = EDITOR)]
    pub editor: String,
}

/// `instep check`
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// How the report is written
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = report_formats())]
    pub format: String,
    /// Levels for this run.
    #[command(flatten)]
    pub levels: Levels,
    /// Count findings by rule instead of listing them
    #[arg(long)]
    pub statistics: bool,
    /// Leave out what the tree had where it parted from this commit, branch or tag
    #[arg(long, value_name = "GITREF")]
    pub since: Option<String>,
    /// Mend what needs no person, and report the rest
    #[arg(long)]
    pub fix: bool,
    /// With --fix: show the changes and write none
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
}

/// Levels of findings for one run.
#[derive(Clone, Debug, Default, Args)]
pub struct Levels {
    /// Fail on this finding
    #[arg(long, value_name = "CODE")]
    pub deny: Vec<String>,
    /// Warn of this finding
    #[arg(long, value_name = "CODE")]
    pub warn: Vec<String>,
    /// Do not report this finding
    #[arg(long, value_name = "CODE")]
    pub allow: Vec<String>,
}

/// `instep drift`
#[derive(Debug, Args)]
pub struct DriftArguments {
    /// Documents to look at [default: all]
    pub documents: Vec<String>,
    /// Locales to look at [default: all]
    #[arg(long = "locale", value_name = "LOCALE", value_parser = locale)]
    pub locales: Vec<Locale>,
    /// How the report is written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: DriftFormat,
    /// Levels for this run.
    #[command(flatten)]
    pub levels: Levels,
}

/// How drift is put on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(
    missing_docs,
    reason = "clap would print the help of every command in its long form"
)]
pub enum DriftFormat {
    Human,
    Json,
    Csv,
}

/// `instep deadlines`
#[derive(Debug, Args)]
pub struct DeadlineArguments {
    /// Locales to look at [default: all]
    #[arg(long = "locale", value_name = "LOCALE", value_parser = locale)]
    pub locales: Vec<Locale>,
    /// Only what falls within so many days from today
    #[arg(long, value_name = "DAYS", value_parser = days)]
    pub within: Option<i64>,
    /// Superseded revisions too
    #[arg(long)]
    pub all_revisions: bool,
    /// How the report is written
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = deadline_formats())]
    pub format: String,
    /// Levels for this run.
    #[command(flatten)]
    pub levels: Levels,
}

/// `instep diff`
#[derive(Debug, Args)]
pub struct DiffArguments {
    /// The document
    pub document: String,
    /// The locale
    #[arg(long, value_name = "LOCALE", value_parser = locale)]
    pub locale: Locale,
    /// Date or label of the older revision [default: the one before TO]
    pub from: Option<String>,
    /// Date or label of the newer revision [default: the current one]
    pub to: Option<String>,
}

/// `instep review`
#[derive(Debug, Args)]
pub struct ReviewArguments {
    /// The document
    pub document: String,
    /// The locale of the translation
    #[arg(long, value_name = "LOCALE", value_parser = locale)]
    pub locale: Locale,
    /// Record it without asking
    #[arg(long)]
    pub yes: bool,
    /// A section of the source that this language shall not have
    #[arg(long, value_name = "ANCHOR")]
    pub absent: Vec<String>,
}

/// `instep explain`
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// Code of a finding, such as deadline/passed; all codes where left out
    pub code: Option<String>,
}

/// `instep completions`
#[derive(Debug, Args)]
pub struct CompletionArguments {
    /// The shell
    pub shell: clap_complete::Shell,
}

fn day(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|_| format!("`{text}` is no date such as 2026-11-21"))
}

fn days(text: &str) -> Result<i64, String> {
    let days = text.parse().ok().filter(|days| *days >= 0);
    days.ok_or_else(|| format!("`{text}` is no number of days such as 30"))
}

fn port(text: &str) -> Result<u16, String> {
    text.parse()
        .map_err(|_| format!("`{text}` is no port: a number up to 65535"))
}

/// A language tag of the command line.
pub fn locale(text: &str) -> Result<Locale, String> {
    Locale::parse(text).ok_or_else(|| format!("`{text}` is no language tag such as fr-FR"))
}

fn report_formats() -> PossibleValuesParser {
    crate::report::FORMATS.iter().map(|(name, _)| *name).into()
}

fn deadline_formats() -> PossibleValuesParser {
    let formats = crate::report::deadlines::FORMATS.iter();
    formats.map(|(name, _)| *name).into()
}

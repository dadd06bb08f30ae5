//! The page of commands, from the command line itself.

use clap::{Arg, Command, CommandFactory};
use instep::cli::arguments::Arguments;

/// The page of all commands.
pub fn commands() -> String {
    let mut whole = Arguments::command();
    whole.build();
    let mut page = String::from(
        "# Commands\n\nEverything that the program can be told. `instep help COMMAND` prints the same \
         for one command, `instep man` all of it as a manual page. Results go to standard output, \
         everything else to standard error.\n\n## Exit status {#exit-status}\n\n| Status | Meaning \
         |\n|---|---|\n| 0 | Done. |\n| 1 | Findings at the level `deny`: of `check`, `drift`, \
         `deadlines`, `import`, and of `build --strict`. |\n| 2 | It could not run: arguments, a folder \
         that cannot be read, a full disk. |\n\n## For every command {#all}\n",
    );
    let global = |arg: &&Arg| arg.is_global_set();
    page += &table(whole.get_arguments().filter(global));
    for command in whole.get_subcommands_mut() {
        if command.get_name() == "help" || command.is_hide_set() {
            continue;
        }
        page += &of_command(command);
    }
    page
}

fn of_command(command: &mut Command) -> String {
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").trim();
    let name = command.get_name();
    let about = command.get_about().expect("a command says what it does");
    let also: Vec<&str> = command.get_visible_aliases().collect();
    let also = match also.is_empty() {
        true => String::new(),
        false => format!(" Also `instep {}`.", also.join("`, `instep ")),
    };
    let own = command.get_arguments().filter(|arg| !arg.is_global_set());
    format!(
        "\n## `instep {name}` {{#{name}}}\n\n{about}.{also}\n\n```text\n{usage}\n```\n{}",
        table(own)
    )
}

/// What a command takes, without what every program has.
fn table<'a>(arguments: impl Iterator<Item = &'a Arg>) -> String {
    let common = |arg: &&Arg| !matches!(arg.get_id().as_str(), "help" | "version");
    let rows: Vec<String> = arguments
        .filter(|arg| common(arg) && !arg.is_hide_set())
        .map(argument)
        .collect();
    match rows.is_empty() {
        true => String::new(),
        false => format!(
            "\n| Argument | Meaning | Default |\n|---|---|---|\n{}",
            rows.concat()
        ),
    }
}

fn argument(arg: &Arg) -> String {
    let short = arg.get_short();
    let short = short.map_or(String::new(), |short| format!("`-{short}`, "));
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let (mut help, default) = match help.split_once(" [default: ") {
        Some((words, told)) => (words.to_owned(), told.trim_end_matches(']').to_owned()),
        None => (help, default(arg)),
    };
    if arg.get_action().takes_values() && !arg.get_possible_values().is_empty() {
        let values = arg.get_possible_values();
        let values: Vec<String> = values
            .iter()
            .map(|value| format!("`{}`", value.get_name()))
            .collect();
        help += &format!(": {}", values.join(", "));
    }
    format!(
        "| {short}`{arg}` | {}. | {} |\n",
        cell(&help),
        cell(&default)
    )
}

/// A flag has none: it is given or not.
fn default(arg: &Arg) -> String {
    let values = arg.get_default_values().iter();
    let values = values.filter(|_| arg.get_action().takes_values());
    let quoted: Vec<String> = values
        .map(|value| format!("`{}`", value.to_string_lossy()))
        .collect();
    quoted.join(", ")
}

/// A text as a cell of a table.
fn cell(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('|', "\\|")
        .replace('<', "\\<")
}

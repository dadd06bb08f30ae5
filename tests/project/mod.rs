//! A small project in memory, checked.

use std::collections::BTreeMap;

use instep::config::Config;
use instep::dates::scan::Scanners;
use instep::finding::Finding;
use instep::path::SourcePath;
use instep::pipeline::inspect::Inspection;
use instep::pipeline::project::Project;
use instep::pipeline::sources::{self, Listed};
use instep::source::memory::Memory;
use jiff::civil::{Date, date};

/// The day of every test.
pub const TODAY: Date = date(2026, 11, 21);

/// Files by path; `site.yaml` holds the settings.
#[derive(Debug, Default)]
pub struct Files(pub BTreeMap<String, Vec<u8>>);

impl Files {
    /// Everything that is found in the project. Files in `gone` are listed, and vanish before they
    /// are read.
    pub fn findings(&self, gone: &[String]) -> Vec<Finding> {
        let settings = self.0.get("site.yaml").cloned().unwrap_or_default();
        let settings = String::from_utf8(settings).expect("settings are UTF-8");
        let mut config = Config::parse(&settings).expect("settings are valid");
        let paths: Vec<SourcePath> = self.0.keys().map(|path| SourcePath::new(path)).collect();
        let listed = config.folders().into_iter().map(|folder| Listed {
            paths: paths
                .iter()
                .filter(|path| is_below(path, &folder))
                .cloned()
                .collect(),
            name: folder
                .path
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .to_owned(),
            looks_like_learn: false,
            folder,
        });
        let listed: Vec<Listed> = listed.collect();
        let read = self.0.iter().filter(|(path, _)| !gone.contains(path));
        let read = read.map(|(path, bytes)| (SourcePath::new(path), bytes.clone()));
        let memory = Memory(read.collect());
        let scanners = Scanners::new(&BTreeMap::new()).expect("built-in words are well formed");
        let files = sources::files(&mut config, &listed, &memory);
        let mut project = Project::new(&config, &memory, files.value, scanners);
        project.findings = files.findings;
        Inspection::new(&project).check(&project, Some(TODAY))
    }
}

fn is_below(path: &SourcePath, folder: &instep::config::SourceFolder) -> bool {
    path.as_str().starts_with(&format!("{}/", folder.path))
}

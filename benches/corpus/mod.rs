//! Trees to measure with: guides in five languages, about 8 kB each, like real ones in what costs
//! time. Sections and anchors are in the guide's language, so that they are paired by their shapes;
//! code is the same in all languages; every tenth guide has an older revision in one of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use instep::path::SourcePath;
use instep::source::Writer;
use instep::source::memory::Memory;

/// Takes pages and keeps none.
pub struct Nowhere;

impl Writer for Nowhere {
    fn write(&self, _path: &str, bytes: &[u8]) -> std::io::Result<()> {
        std::hint::black_box(bytes);
        Ok(())
    }
}

/// A language: its tag, a date with the words around it, and words to make sentences of.
struct Language {
    tag: &'static str,
    deadline: &'static str,
    words: [&'static str; 24],
}

const LANGUAGES: [Language; 5] = [
    Language {
        tag: "en-US",
        deadline: "Renew the key before October 15, 2031",
        words: [
            "the",
            "account",
            "settings",
            "open",
            "choose",
            "network",
            "of",
            "your",
            "manager",
            "security",
            "a",
            "profile",
            "and",
            "save",
            "service",
            "to",
            "portal",
            "key",
            "in",
            "offer",
            "overview",
            "with",
            "partner",
            "migration",
        ],
    },
    Language {
        tag: "de-DE",
        deadline: "Erneuern Sie den Schlüssel vor dem 15. Oktober 2031",
        words: [
            "das",
            "Konto",
            "Einstellungen",
            "öffnen",
            "wählen",
            "Netzwerk",
            "von",
            "Ihr",
            "Verwaltung",
            "Sicherheit",
            "ein",
            "Profil",
            "und",
            "speichern",
            "Dienst",
            "zu",
            "Portal",
            "Schlüssel",
            "in",
            "Angebot",
            "Übersicht",
            "mit",
            "Partner",
            "Umzug",
        ],
    },
    Language {
        tag: "fr-FR",
        deadline: "Renouvelez la clé avant le 15 octobre 2031",
        words: [
            "le",
            "compte",
            "paramètres",
            "ouvrir",
            "choisir",
            "réseau",
            "de",
            "votre",
            "gestion",
            "sécurité",
            "un",
            "profil",
            "et",
            "enregistrer",
            "service",
            "à",
            "portail",
            "clé",
            "dans",
            "offre",
            "présentation",
            "avec",
            "partenaire",
            "migration",
        ],
    },
    Language {
        tag: "nl-NL",
        deadline: "Vernieuw de sleutel vóór 15 oktober 2031",
        words: [
            "het",
            "account",
            "instellingen",
            "openen",
            "kiezen",
            "netwerk",
            "van",
            "uw",
            "beheer",
            "beveiliging",
            "een",
            "profiel",
            "en",
            "opslaan",
            "dienst",
            "naar",
            "portaal",
            "sleutel",
            "in",
            "aanbod",
            "overzicht",
            "met",
            "partner",
            "migratie",
        ],
    },
    Language {
        tag: "sv-SE",
        deadline: "Förnya nyckeln före den 15 oktober 2031",
        words: [
            "det",
            "konto",
            "inställningar",
            "öppna",
            "välj",
            "nätverk",
            "av",
            "din",
            "hantering",
            "säkerhet",
            "en",
            "profil",
            "och",
            "spara",
            "tjänst",
            "till",
            "portal",
            "nyckel",
            "i",
            "erbjudande",
            "översikt",
            "med",
            "partner",
            "flytt",
        ],
    },
];

/// Numbers that look drawn by chance and are the same in every run (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap_or(0)
    }
}

/// A tree of so many guides, each in five languages.
pub fn tree(documents: usize) -> Memory {
    let mut files = BTreeMap::new();
    for language in &LANGUAGES {
        for document in 0..documents {
            let stem = format!("content/{}/{}", language.tag, name(document));
            let text = page(language, document, documents);
            if document % 10 == 0 && language.tag == "fr-FR" {
                let older = text.replace("2024-", "2021-");
                let (kept, _) = older.rsplit_once("\n## ").unwrap_or((&older, ""));
                let path = SourcePath::new(&format!("{stem}@older.md"));
                files.insert(path, kept.as_bytes().to_vec());
            }
            let path = SourcePath::new(&format!("{stem}.md"));
            files.insert(path, text.into_bytes());
        }
    }
    Memory(files)
}

fn name(document: usize) -> String {
    format!("part-{}/guide-{document}", document / 50)
}

fn page(language: &Language, document: usize, documents: usize) -> String {
    // Guides differ by document and language, but for what translations share.
    let seed =
        document as u64 * 8 + language.tag.len() as u64 + u64::from(language.tag.as_bytes()[0]);
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut shared = Chance((document as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let title = words(language, &mut chance, 3);
    let mut text = format!(
        "---\ntitle: {title}\ndescription: {title}, {document}\nms.date: 2024-{:02}-{:02}\n\
         ms.contentlocale: {}\nauthor: someone\nms.topic: conceptual\n---\n# {title}\n\n",
        document % 12 + 1,
        document % 28 + 1,
        language.tag,
    );
    for section in 0..8 {
        let heading = words(language, &mut chance, 4);
        let anchor = heading.to_lowercase().replace(' ', "-");
        let _ = write!(
            text,
            "## <a name=\"{anchor}-{section}\"></a>{heading} {section}\n\n"
        );
        for _ in 0..2 {
            let target = shared.below(documents);
            let paragraph = words(language, &mut chance, 52);
            let link = words(language, &mut chance, 2);
            let _ = write!(
                text,
                "{paragraph} 365. [{link}](../{}.md)\n\n",
                name(target)
            );
        }
        block(language, section, (&mut chance, &mut shared), &mut text);
    }
    text
}

/// What a section holds beside its paragraphs.
fn block(
    language: &Language,
    section: usize,
    (chance, shared): (&mut Chance, &mut Chance),
    text: &mut String,
) {
    let mut words = |count| words(language, chance, count);
    let _ = match section {
        1 | 6 => write!(
            text,
            "> [!NOTE]\n> {}. {}\n\n",
            language.deadline,
            words(18)
        ),
        2 | 4 => write!(
            text,
            "1. {}\n2. **{}** {}\n   - {}\n\n",
            words(9),
            words(2),
            words(7),
            words(6)
        ),
        3 => write!(
            text,
            "| {} | {} |\n|---|---|\n| `x{}` | {} |\n| `y` | *{}* |\n\n",
            words(1),
            words(2),
            shared.below(90),
            words(3),
            words(2)
        ),
        5 => {
            let (id, size) = (shared.below(9_000), shared.below(90));
            write!(
                text,
                "```json\n{{\n  \"version\": 2,\n  \"id\": {id},\n  \"enabled\": true,\n  \"items\": [\n    \
                 {{ \"name\": \"first\", \"size\": {size} }},\n    {{ \"name\": \"second\", \"size\": 7 }}\n  \
                 ]\n}}\n```\n\n"
            )
        }
        _ => Ok(()),
    };
}

fn words(language: &Language, chance: &mut Chance, count: usize) -> String {
    let chosen = (0..count).map(|_| language.words[chance.below(language.words.len())]);
    chosen.collect::<Vec<_>>().join(" ")
}

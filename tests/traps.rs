//! Texts in which nothing is wrong, however much it looks so: torn compounds, common words, glued
//! endings. And beside each kind what does deserve a finding.

mod project;

use instep::finding::Finding;
use project::Files;

fn of(files: &[(&str, &str)], code: &str) -> Vec<Finding> {
    let owned = |(path, text): &(&str, &str)| (path.to_string(), text.as_bytes().to_vec());
    let mut findings = Files(files.iter().map(owned).collect()).findings(&[]);
    findings.retain(|finding| finding.rule.code == code);
    findings
}

fn messages(findings: &[Finding]) -> Vec<&str> {
    findings
        .iter()
        .map(|finding| finding.message.as_str())
        .collect()
}

/// One guide in ten languages, with compounds written apart, product names of two words, words that
/// are names elsewhere, and phrasal verbs beside nouns.
const COMPOUNDS: &[(&str, &str)] = &[
    (
        "content/en-US/g.md",
        "# Guide\n\nThe team uses Microsoft and the Dashboard. Before you back up a data base, set up a work space in the market place and log in. Azure Backup and Azure Workspace help, and so does Power Apps or PowerApps. You can use one drive letter.\n",
    ),
    (
        "content/nl-NL/g.md",
        "# Gids\n\nHet team gebruikt Microsoft en het dash board van het partner centrum. Maak een reserve kopie van de data base in de werk ruimte, en bekijk uw account instellingen en de voor delen van de market place. Met Azure Backup en OneDrive.\n",
    ),
    (
        "content/sv-SE/g.md",
        "# Guide\n\nGruppen använder Microsoft i Partnercenter och det nya Dashboardet. Säkerhets kopiera data basen i arbets ytan på marknads platsen. Vi rekommenderar Azure Backup och OneDrive.\n",
    ),
    (
        "content/da-DK/g.md",
        "# Vejledning\n\nHoldet bruger Microsoft i Partnercenter og det nye Dashboard. Sikkerheds kopiér data basen i arbejds området. Vi anbefaler Azure Backup.\n",
    ),
    (
        "content/nb-NO/g.md",
        "# Veiledning\n\nLaget bruker Microsoft og kontroll panelet i partner center. Sikkerhets kopier data basen i arbeids området på markeds plassen.\n",
    ),
    (
        "content/de-DE/g.md",
        "# Anleitung\n\nDas Team verwendet Microsoft und das Dashboard. Sichern Sie die Daten Bank im Arbeits Bereich, und das Werk Zeug auf dem Markt Platz mit Azure Backup.\n",
    ),
    (
        "content/fr-FR/g.md",
        "# Guide\n\nChaque groupe utilise Microsoft et le Dashboard. Sauvegardez la base de données dans la plate forme, puis le porte feuille et le mot clé avec Azure Backup et Azure Workspace.\n",
    ),
    (
        "content/es-ES/g.md",
        "# Guía\n\nCada equipo usa Microsoft y el Dashboard. Haga una copia de la base de datos en el área de trabajo, sobre todo la contra seña y el para brisas.\n",
    ),
    (
        "content/it-IT/g.md",
        "# Guida\n\nOgni gruppo usa Microsoft e il Dashboard. Salvare la banca dati, il capo luogo e il porta foglio con Azure Backup.\n",
    ),
    (
        "content/pl-PL/g.md",
        "# Przewodnik\n\nZespół używa Microsoft i pulpitu. Zapisz bazę danych w obszarze robo czym, a długo pis w szufladzie.\n",
    ),
    (
        "content/ja-JP/g.md",
        "# ガイド\n\nチームは Microsoft とダッシュボードを使用します。Azure Backup でデータ ベースを保存します。\n",
    ),
];

#[test]
fn ordinary_words_written_apart_are_no_torn_names() {
    assert_eq!(messages(&of(COMPOUNDS, "term/broken")), Vec::<&str>::new());
}

#[test]
fn a_torn_name_among_them_is_found() {
    let mut files = COMPOUNDS.to_vec();
    files[1].1 = "# Gids\n\nBedrijven die met micro soft willen samenwerken, gaan naar het partner centrum.\n";
    let found = of(&files, "term/broken");
    assert_eq!(
        messages(&found),
        ["`micro soft` is the name `Microsoft`, torn apart"]
    );
    assert_eq!(
        found[0].fix.as_ref().map(|fix| fix.replacement.as_str()),
        Some("Microsoft")
    );
}

#[test]
fn configured_names_need_no_other_text() {
    let files = [
        ("site.yaml", "terms: [AppSource]\n"),
        (
            "content/nl-NL/g.md",
            "# Gids\n\nGa naar app source of naar micro soft.\n",
        ),
    ];
    let found = of(&files, "term/broken");
    assert_eq!(
        messages(&found),
        ["`app source` is the name `AppSource`, torn apart"]
    );
}

/// Endings, compounds, particles, elisions, prefixes and parts of words: all right as they stand.
const JOINED: &[(&str, &str)] = &[
    (
        "en-US",
        "Two [API](a)s, a [click](a)able area, **A**zure **R**esource, un*believ*able, the [file](a)'s name, [one](a), [two](a).",
    ),
    (
        "de-DE",
        "Das [Azure](a)-Portal, die [Datei](a)en, **Speichern**knopf, an**melden**, die [Dienst](a)konten, [PC](a)s.",
    ),
    (
        "nl-NL",
        "De [API](a)'s, het [Microsoft](a)-account, de [gebruiker](a)s, **Opslaan**knop, het [account](a)beheer.",
    ),
    (
        "sv-SE",
        "[Azure](a)-portalen, [tjänst](a)en, [fil](a)erna, **Spara**knappen, [konto](a)t, [två filer](a)na.",
    ),
    (
        "da-DK",
        "[Azure](a)-portalen, [fil](a)en, [tjeneste](a)r, **Gem**knappen.",
    ),
    (
        "fr-FR",
        "L’[API](a), l'**addenda**, les [client](a)s, d’[ici](a), **N**ouveau, aujourd'**hui**.",
    ),
    (
        "es-ES",
        "Las [API](a)s, el [cliente](a), los [servidor](a)es, re**iniciar**.",
    ),
    ("it-IT", "L'[utente](a), dell'**app**, [client](a)i."),
    (
        "pl-PL",
        "[Azure](a)owi, [klient](a)em, **API**-em, [serwer](a)ów.",
    ),
    ("cs-CZ", "[Azure](a)em, [server](a)u, **portál**em."),
    ("ru-RU", "[Azure](a)ом, [клиент](a)ов, **портал**е."),
    (
        "hu-HU",
        "Az [Azure](a)ban, a [hivatkozás](a)okkal, **meg**nyitás, a [portál](a)on és a [lap](a)ra.",
    ),
    (
        "fi-FI",
        "[Azure](a)ssa, [linkki](a)en kautta, **tallenna**-painike, [palvelu](a)sta.",
    ),
    (
        "tr-TR",
        "[Azure](a)da, [bağlantı](a)lar için, **kaydet**mek.",
    ),
    ("et-EE", "[Azure](a)is, [leht](a)edel."),
    ("ko-KR", "[Azure](a)에서 [링크](a)를 **저장**합니다."),
    ("ja-JP", "[Azure](a)で**保存**します。"),
    ("zh-CN", "在[Azure](a)中**保存**文件。"),
    ("th-TH", "ใน[Azure](a)และ**บันทึก**ไฟล์"),
    ("ar-SA", "و[المدخل](a) وال**حفظ** ب[الرابط](a)."),
    ("he-IL", "ב[פורטל](a) וה**שמירה**."),
    ("ka-GE", "[Azure](a)ში და **შენახვა**ზე."),
    ("eu-ES", "[Azure](a)ren bidez, [orri](a)an."),
];

#[test]
fn what_is_joined_by_right_is_not_glued() {
    for (locale, text) in JOINED {
        let path = format!("content/{locale}/g.md");
        let text = text.replace("](a)", "](https://example.org/)");
        let found = of(&[(path.as_str(), text.as_str())], "text/glued-markup");
        assert_eq!(messages(&found), Vec::<&str>::new(), "{locale}");
    }
}

/// The same kinds of languages, with a space lost.
const GLUED: &[(&str, &str)] = &[
    ("en-US", "See [the page](a)for details."),
    ("de-DE", "Siehe [die Seite](a)für Details."),
    ("nl-NL", "Zie [hier](a)voor meer informatie."),
    ("sv-SE", "Se **det nya avtalet**för mer information."),
    ("da-DK", "Se [siden](a)for at få mere at vide."),
    ("fr-FR", "Consultez [la page](a)pour en savoir plus."),
    (
        "es-ES",
        "Consulte [la página](a)para obtener más información.",
    ),
    ("it-IT", "Vedere [la pagina](a)per altre informazioni."),
    (
        "pt-BR",
        "Consulte [a página](a)para obter mais informações.",
    ),
    ("pl-PL", "Zobacz [stronę](a)oraz portal."),
    ("cs-CZ", "Viz [stránka](a)nebo portál."),
    ("ru-RU", "См. [страницу](a)для получения сведений."),
    ("fr-FR", "Consultez avec[la page](a) ouverte."),
];

#[test]
fn a_lost_space_is_found_once_and_mended() {
    for (locale, text) in GLUED {
        let path = format!("content/{locale}/g.md");
        let text = text.replace("](a)", "](https://example.org/)");
        let found = of(&[(path.as_str(), text.as_str())], "text/glued-markup");
        assert_eq!(found.len(), 1, "{locale}: {text}");
        let fix = found[0].fix.as_ref().expect("it has a fix");
        let start = found[0].span.start.column as usize - 1;
        let end = found[0].span.end.column as usize - 1;
        let letters: Vec<char> = text.chars().collect();
        let before: String = letters[..start].iter().collect();
        let after: String = letters[end..].iter().collect();
        let mended = format!("{before}{}{after}", fix.replacement);
        let again = of(&[(path.as_str(), mended.as_str())], "text/glued-markup");
        assert!(again.is_empty(), "{locale}: {mended}");
        assert_eq!(
            mended.chars().count(),
            letters.len() + 1,
            "{locale}: {mended}"
        );
    }
}

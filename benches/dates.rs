//! How fast pages are scanned for dates.
//!
//! `INSTEP_PAGES` may name a folder of Markdown pages; without it the prose below serves.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use instep::dates::scan::Scanners;
use instep::locale::tag::Locale;
use jiff::civil::date;

/// How many sentences without a date come to one with two; real pages have fewer dates still.
const PLAIN: usize = 12;

const LOCALES: [&str; 5] = ["en", "fr", "sv", "ja", "ar"];

fn main() {
    divan::main();
}

/// Prose of a language, 1 MB of it.
#[divan::bench(args = LOCALES)]
fn prose(bencher: Bencher, locale: &str) {
    scan(bencher, locale, &filled(&pages(locale), 1 << 20));
}

/// Digits and separators alone: every place could begin a date.
#[divan::bench(args = [100_000, 1_000_000])]
fn digits(bencher: Bencher, length: usize) {
    scan(bencher, "en", &filled("1.2-3/2019 12.12.2019.5-2/", length));
}

/// Dates without anything between them.
#[divan::bench(args = [100_000, 1_000_000])]
fn dates(bencher: Bencher, length: usize) {
    scan(
        bencher,
        "en",
        &filled("before 15 October 2019 and after March 3, 2020 ", length),
    );
}

fn scan(bencher: Bencher, locale: &str, text: &str) {
    let scanners = Scanners::new(&BTreeMap::new()).expect("no overrides, no errors");
    let scanner = scanners.of(&Locale::parse(locale).expect("the tags above are tags"));
    let page_date = Some(date(2019, 9, 23));
    bencher
        .counter(BytesCount::of_str(text))
        .bench(|| black_box(scanner.scan(black_box(text), page_date)));
}

fn filled(text: &str, length: usize) -> String {
    let mut out = text.repeat(length / text.len() + 1);
    out.truncate(out.floor_char_boundary(length));
    out
}

fn pages(locale: &str) -> String {
    let mut text = String::new();
    if let Some(folder) = std::env::var_os("INSTEP_PAGES") {
        collect(Path::new(&folder), locale, &mut text);
    }
    if text.is_empty() {
        format!("{}{}", plain(locale).repeat(PLAIN), dated(locale))
    } else {
        text
    }
}

/// Adds the pages below a folder whose path names the locale.
fn collect(folder: &Path, locale: &str, text: &mut String) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, locale, text);
        } else if path.extension().is_some_and(|ending| ending == "md")
            && path.to_string_lossy().contains(&format!("_{locale}"))
        {
            text.push_str(&fs::read_to_string(&path).unwrap_or_default());
        }
    }
}

/// What most pages hold: prose with a number now and then.
fn plain(locale: &str) -> &'static str {
    match locale {
        "fr" => {
            "Ouvrez les paramètres du compte, puis choisissez le profil que vous souhaitez modifier. \
             Dans Dynamics 365, attendez 5 minutes si la page ne s'affiche pas et recommencez. "
        }
        "sv" => {
            "Öppna kontots inställningar och välj den profil som du vill ändra. Om sidan inte visas i \
             Dynamics 365 väntar du 5 minuter och börjar sedan om från början. "
        }
        "ja" => {
            "アカウントの設定を開き、変更するプロファイルを選択します。Dynamics 365 で\
             ページが表示されない場合は、5 分待ってから最初からやり直してください。"
        }
        "ar" => {
            "افتح إعدادات الحساب، ثم اختر ملف التعريف الذي تريد تغييره. إذا لم تظهر الصفحة في \
             Dynamics 365، فانتظر 5 دقائق ثم ابدأ من جديد. "
        }
        _ => {
            "Open the settings of the account and choose the profile that you want to change. If the \
             page does not show in Dynamics 365, wait 5 minutes and start again from the beginning. "
        }
    }
}

fn dated(locale: &str) -> &'static str {
    match locale {
        "fr" => {
            "Les comptes créés avant le 15 octobre 2019 restent valables jusqu'au 31 mars 2020. "
        }
        "sv" => "Konton från före den 15 oktober 2019 gäller senast till den 31 mars 2020. ",
        "ja" => "2019年10月15日より前のアカウントは、2020年3月31日まで有効です。",
        "ar" => "تظل الحسابات المنشأة قبل 15 أكتوبر 2019 صالحة حتى 31 مارس 2020. ",
        _ => "Accounts created before 15 October 2019 remain valid until 31 March 2020. ",
    }
}

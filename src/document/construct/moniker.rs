//! `::: moniker range=">=azure-1.0"`: a block for some versions of the product.

use crate::document::construct::Container;
use crate::document::construct::colon::{Attributes, Read, begin, need, only};

/// A block for some versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moniker {
    /// As written.
    pub range: String,
}

/// Reads the attributes of `:::moniker`.
pub fn read(attributes: &Attributes<'_>) -> Read {
    only(attributes, &["range"])?;
    let range = need(attributes, "range")?.to_owned();
    if !is_range(&range) {
        return Err(format!("`{range}` is no range of versions"));
    }
    begin(Container::Moniker(Moniker { range }))
}

impl Moniker {
    /// Whether any of the versions that are built lies in the range; all do where none is chosen.
    pub fn is_built(&self, versions: &[String]) -> bool {
        versions.is_empty() || versions.iter().any(|version| self.holds(version))
    }

    /// Whether a version lies in the range: `a || >=b <c`.
    pub fn holds(&self, version: &str) -> bool {
        let meets = |part: &str| part.split_whitespace().all(|bound| meets(bound, version));
        let mut parts = self.range.split("||").map(spaced);
        parts.any(|part| !part.is_empty() && meets(&part))
    }
}

/// Whether a range says something of each part: `>=a-1.0 <a-3.0 || b`.
fn is_range(range: &str) -> bool {
    let bound = |bound: &str| {
        let name = bound.trim_start_matches(['<', '>', '=', '*']);
        let sign = &bound[..bound.len() - name.len()];
        let known = matches!(sign, "" | "=" | "<" | ">" | "<=" | ">=");
        sign == "*" && name.is_empty() || known && !name.is_empty()
    };
    let part = |part: &str| {
        let part = spaced(part);
        let mut bounds = part.split_whitespace().peekable();
        bounds.peek().is_some() && bounds.all(bound)
    };
    range.split("||").all(part)
}

/// A part of a range without the spaces that may stand between a sign and its version.
fn spaced(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    for word in part.split_whitespace() {
        if !out.is_empty() && !out.ends_with(['<', '>', '=']) {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether a version meets one bound. Versions are compared within one product only: the name
/// before the number must be the same.
fn meets(bound: &str, version: &str) -> bool {
    let length = bound
        .find(|c: char| !"<>=*".contains(c))
        .unwrap_or(bound.len());
    let (operator, bound) = bound.split_at(length);
    if operator == "*" {
        return true;
    }
    if operator.is_empty() || operator == "=" {
        return bound == version;
    }
    let (bound, version) = (parts(bound), parts(version));
    let order = version.1.cmp(&bound.1);
    let holds = match operator {
        ">=" => order.is_ge(),
        "<=" => order.is_le(),
        ">" => order.is_gt(),
        "<" => order.is_lt(),
        _ => false,
    };
    bound.0 == version.0 && holds
}

/// A moniker as the name of its product and its numbers.
fn parts(moniker: &str) -> (&str, Vec<u64>) {
    let start = moniker
        .rfind(|c: char| !c.is_ascii_digit() && c != '.')
        .map_or(0, |at| {
            at + moniker[at..].chars().next().map_or(1, char::len_utf8)
        });
    let (name, number) = moniker.split_at(start);
    (
        name,
        number.split('.').filter_map(|n| n.parse().ok()).collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(range: &str, version: &str) -> bool {
        let range = range.to_owned();
        Moniker { range }.is_built(&[version.to_owned()])
    }

    #[test]
    fn ranges_compare_numbers_and_not_letters() {
        assert!(built(">=aspnetcore-2.1", "aspnetcore-10.0"));
        assert!(!built(">=aspnetcore-2.1 <aspnetcore-3.0", "aspnetcore-3.0"));
        assert!(built("tfs-2018 || azure-devops", "azure-devops"));
        assert!(built("<= tfs-2018 || azure-devops", "tfs-2017"));
    }

    #[test]
    fn each_part_of_a_range_says_something() {
        for range in ["*", "a-1", ">= a-1 <a-2 || b", "a b"] {
            assert!(is_range(range), "{range}");
        }
        for range in [">=", "a ||", "=>a-1", ""] {
            assert!(!is_range(range), "{range}");
        }
    }

    #[test]
    fn another_product_is_out_of_range() {
        assert!(!built(">=aspnetcore-2.1", "tfs-2018"));
    }
}

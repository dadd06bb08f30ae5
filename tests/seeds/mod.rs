//! The cases that properties are tried on: the same on every machine and in every run, so that no
//! commit fails for what an earlier one did. `PROPTEST_CASES` and `PROPTEST_RNG_SEED` try more and
//! others.

use proptest::test_runner::{Config, RngSeed};

/// So many cases, unless others are asked for.
pub fn cases(count: u32) -> Config {
    let set = Config::default();
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    Config {
        cases: if asked { set.cases } else { count },
        rng_seed: match set.rng_seed {
            RngSeed::Random => RngSeed::Fixed(20_191_015),
            fixed => fixed,
        },
        failure_persistence: None,
        ..set
    }
}

//! `data/weights.tsv` as constants.

use std::fmt::Write;

use crate::table;

/// One constant for each weight, in log-odds.
pub fn table() -> String {
    let mut code = String::new();
    for row in table::rows("weights.tsv") {
        let [name, weight, why] = row.as_slice() else {
            panic!("data/weights.tsv: three columns in {row:?}")
        };
        let weight: f32 = weight.parse().unwrap_or_else(|_| panic!("data/weights.tsv: a number in {row:?}"));
        writeln!(
            code,
            "/// {why}\npub(crate) const {}: f32 = {weight:?};",
            name.to_uppercase().replace(['.', '-'], "_")
        )
        .expect("a string takes it");
    }
    code
}

//! Lines that stand twice: a headline above and inside the article, a menu above and below it.

use super::measure::Measure;
use crate::sort;

/// Of each line, the first line with the same letters, if that is another one.
///
/// Sorted rather than hashed, so that no input can make it slow.
pub(crate) fn first_occurrences(measures: &[Measure]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..measures.len()).filter(|&line| measures[line].words > 0).collect();
    // Half of the number at a time: what is equal in both halves ends side by side, in the page's order.
    sort::by_place(&mut order, |&line| measures[line].print.0 as u32 as usize);
    sort::by_place(&mut order, |&line| measures[line].print.short() as usize);
    let mut first = vec![None; measures.len()];
    for pair in order.windows(2) {
        let (earlier, later) = (pair[0], pair[1]);
        if measures[earlier].print == measures[later].print {
            first[later] = first[earlier].or(Some(earlier));
        }
    }
    first
}

/// Which lines stand on the page more than once.
pub(crate) fn stand_twice(first: &[Option<usize>]) -> Vec<bool> {
    let mut twice = vec![false; first.len()];
    for (at, first) in first.iter().enumerate() {
        if let Some(first) = *first {
            twice[at] = true;
            twice[first] = true;
        }
    }
    twice
}

#[cfg(test)]
mod tests {
    use super::super::measure::measure;
    use super::*;

    #[test]
    fn each_repetition_names_the_first() {
        let lines = ["خبر", "متن", "خبر:", "خبر"].map(measure);
        assert_eq!(first_occurrences(&lines), [None, None, Some(0), Some(0)]);
    }
}

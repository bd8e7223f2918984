//! Lines that stand twice: a headline above and inside the article, a menu above and below it.

use super::measure::Measure;

/// Of each line, the first line with the same letters, if that is another one.
///
/// Sorted rather than hashed, so that no input can make it slow.
pub(crate) fn first_occurrences(measures: &[Measure]) -> Vec<Option<usize>> {
    let mut prints: Vec<(u64, usize)> =
        measures.iter().enumerate().filter(|(_, m)| m.words > 0).map(|(at, m)| (m.print.0, at)).collect();
    prints.sort_unstable();
    let mut first = vec![None; measures.len()];
    for pair in prints.windows(2) {
        let ((above, earlier), (below, later)) = (pair[0], pair[1]);
        if above == below {
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

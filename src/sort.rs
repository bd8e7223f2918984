//! One sort for all of the crate: each type that the standard sorts are used with costs the compiled module 4 KB more.

use std::ops::Range;

/// Sorts numbers.
#[inline(never)]
pub(crate) fn numbers(list: &mut [u64]) {
    list.sort_unstable();
}

/// The largest number, if one is larger than `least`: `f32::max` is a call where an engine could compare.
pub(crate) fn largest(numbers: impl Iterator<Item = f32>, least: f32) -> f32 {
    numbers.fold(least, |largest, number| if number > largest { number } else { largest })
}

/// More numbers than this are not kept where each new one moves those behind it.
const MOST: usize = 1 << 12;

/// Puts a number into a sorted list, unless it is there or the list is full.
#[inline(never)]
pub(crate) fn insert(list: &mut Vec<u64>, number: u64) {
    if let Err(at) = list.binary_search(&number)
        && list.len() < MOST
    {
        list.insert(at, number);
    }
}

/// Sorts items by a place in a text; those of one place keep their order. Inputs are far smaller than the 4 GB from which
/// on places would be taken for the last one.
pub(crate) fn by_place<T>(items: &mut Vec<T>, place: impl Fn(&T) -> usize) {
    if items.is_sorted_by_key(&place) {
        return;
    }
    let keys = (0..).zip(&*items).map(|(at, item)| pair(place(item), at)).collect();
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order(keys).into_iter().filter_map(|at| taken.get_mut(at)?.take()));
}

/// Sorts ranges by where they begin.
#[inline(never)]
pub(crate) fn ranges(list: &mut Vec<Range<usize>>) {
    by_place(list, |range| range.start);
}

/// Sorts items that each cover a range: by its start, of one start the longest first.
pub(crate) fn by_range<T>(items: &mut Vec<T>, start: impl Fn(&T) -> usize, end: impl Fn(&T) -> usize) {
    by_place(items, |item| (u32::MAX as usize).saturating_sub(end(item)));
    by_place(items, start);
}

/// The indices of the places, from the first place to the last.
pub(crate) fn places(places: impl Iterator<Item = usize>) -> Vec<usize> {
    order((0..).zip(places).map(|(at, place)| pair(place, at)).collect())
}

fn order(mut pairs: Vec<u64>) -> Vec<usize> {
    numbers(&mut pairs);
    pairs.into_iter().map(|pair| (pair & u64::from(u32::MAX)) as usize).collect()
}

/// A place and an index as one number that sorts by place, then by index.
fn pair(place: usize, index: u32) -> u64 {
    u64::from(u32::try_from(place).unwrap_or(u32::MAX)) << 32 | u64::from(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_one_place_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        by_place(&mut items, |item| item.0);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn of_one_start_the_longest_range_comes_first() {
        let mut ranges = vec![3..4, 0..1, 0..9, 0..3];
        by_range(&mut ranges, |range| range.start, |range| range.end);
        assert_eq!(ranges, [0..9, 0..3, 0..1, 3..4]);
    }
}

//! Which branches an input reached, and how often: an input that reaches something new is worth changing further.
//!
//! The counters are put into the build by LLVM (`-Cpasses=sancov-module`, which stable Rust has); tools/fuzz.js sets
//! the flags. A build without them has no counters, and every input counts as nothing new.

#![allow(unsafe_code)]

use std::sync::Mutex;

/// Start and length of each stretch of counters, one for each compiled unit.
static COUNTERS: Mutex<Vec<(usize, usize)>> = Mutex::new(Vec::new());

/// Called by each compiled unit before `main`.
///
/// # Safety
///
/// LLVM gives the borders of a static that lives as long as the program.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn __sanitizer_cov_8bit_counters_init(start: *mut u8, stop: *mut u8) {
    let mut counters = COUNTERS.lock().expect("nobody panics with it");
    let stretch = (start as usize, stop as usize - start as usize);
    if stretch.1 > 0 && !counters.contains(&stretch) {
        counters.push(stretch);
    }
}

/// What was reached so far.
#[derive(Default)]
pub(super) struct Coverage {
    /// For each counter a bit for each order of magnitude that it had.
    seen: Vec<u8>,
}

impl Coverage {
    /// Forgets the last input.
    pub(super) fn clear(&mut self) {
        each(|_, counters| counters.fill(0));
    }

    /// Takes in what the input reached and says whether something of it is new.
    pub(super) fn grew(&mut self) -> bool {
        let mut is_new = false;
        each(|from, counters| {
            self.seen.resize(self.seen.len().max(from + counters.len()), 0);
            let seen = &mut self.seen[from..];
            // The standard library's comparison has no counters in it, and most of the code was not reached.
            for (counters, seen) in counters.chunks(512).zip(seen.chunks_mut(512)) {
                if counters != &ZEROS[..counters.len()] {
                    for (counters, seen) in counters.chunks(32).zip(seen.chunks_mut(32)) {
                        is_new |= counters != &ZEROS[..counters.len()] && taken_in(counters, seen);
                    }
                }
            }
        });
        is_new
    }

    /// How many branches were reached.
    pub(super) fn reached(&self) -> usize {
        self.seen.iter().filter(|&&seen| seen != 0).count()
    }
}

const ZEROS: [u8; 512] = [0; 512];

/// Adds the counters to what was seen; says whether something is new.
fn taken_in(counters: &[u8], seen: &mut [u8]) -> bool {
    let mut is_new = false;
    for (&count, seen) in counters.iter().zip(seen) {
        let bit = magnitude(count);
        is_new |= *seen & bit != bit;
        *seen |= bit;
    }
    is_new
}

/// One bit for 1, 2, 3, 4 to 7, 8 to 15, 16 to 31, 32 to 127 and more; none for 0.
fn magnitude(count: u8) -> u8 {
    match count {
        0 => 0,
        1..4 => 1 << (count - 1),
        4..8 => 8,
        8..16 => 16,
        16..32 => 32,
        32..128 => 64,
        128.. => 128,
    }
}

fn each(mut work: impl FnMut(usize, &mut [u8])) {
    let mut from = 0;
    for &(start, length) in COUNTERS.lock().expect("nobody panics with it").iter() {
        // SAFETY: the stretch is a static of bytes that LLVM announced, and nothing instrumented runs in `work` but
        // counters of this very function, whose values do not matter.
        work(from, unsafe { std::slice::from_raw_parts_mut(start as *mut u8, length) });
        from += length;
    }
}

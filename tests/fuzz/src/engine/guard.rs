//! What happens when an input fails: a panic is caught and told, a process that dies or hangs leaves its input.

use crate::targets::Target;
use std::cell::RefCell;
use std::fs::File;
use std::io::{Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Where and how an input failed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Failure {
    /// File and line of the panic.
    pub place: String,
    /// Its message.
    pub message: String,
}

thread_local! {
    static LAST: RefCell<Option<Failure>> = const { RefCell::new(None) };
}

/// From now on panics are told to nobody but `failure`.
pub fn quiet() {
    set_hook(Box::new(|info| {
        let place = info.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
        let payload = info.payload();
        let text =
            payload.downcast_ref::<String>().map(String::as_str).or(payload.downcast_ref::<&str>().copied());
        let message = text.unwrap_or("a panic without a message").to_owned();
        LAST.set(Some(Failure { place, message }));
    }));
}

/// How the target fails on the input, if it does. Failures of one place are one.
pub(super) fn failure(target: &Target, input: &[u8], variant: usize) -> Option<Failure> {
    catch_unwind(AssertUnwindSafe(|| (target.check)(input, variant))).err()?;
    let failure = LAST.take();
    Some(
        failure.unwrap_or(Failure {
            place: "nowhere".to_owned(),
            message: "a panic that nobody saw".to_owned(),
        }),
    )
}

/// How long one input may take before the run is ended, in watches of ten seconds. No input is large enough to need one.
const WATCHES: u32 = 6;

/// The files of a run, and who watches over it.
pub(super) struct Guard {
    folder: PathBuf,
    current: File,
    beat: Arc<AtomicU64>,
}

impl Guard {
    pub(super) fn new(target: &str) -> std::io::Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fuzz");
        let folder = root.join("findings").join(target);
        std::fs::create_dir_all(&folder)?;
        let current = File::create(root.join(format!("{target}.input")))?;
        let beat = Arc::new(AtomicU64::new(0));
        watch(Arc::clone(&beat));
        Ok(Self { folder, current, beat })
    }

    /// Writes down what is tried now.
    pub(super) fn begin(&mut self, input: &[u8]) -> std::io::Result<()> {
        self.beat.fetch_add(1, Ordering::Relaxed);
        self.current.rewind()?;
        self.current.write_all(input)?;
        self.current.set_len(input.len() as u64)
    }

    /// Keeps the input of a failure under a name that tells where it failed.
    pub(super) fn keep(&self, input: &[u8], failure: &Failure) -> std::io::Result<PathBuf> {
        let place = failure.place.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        let path = self.folder.join(place.trim_matches('-'));
        std::fs::write(&path, input)?;
        eprintln!("{}: {}\n  {}", failure.place, failure.message, path.display());
        Ok(path)
    }
}

/// Ends the process when nothing moves; what it was at stands in the file.
fn watch(beat: Arc<AtomicU64>) {
    std::thread::spawn(move || {
        let (mut last, mut still) = (0, 0);
        loop {
            std::thread::sleep(Duration::from_secs(10));
            let now = beat.load(Ordering::Relaxed);
            still = if now == last { still + 1 } else { 0 };
            last = now;
            if still == WATCHES {
                eprintln!("one input takes more than a minute; it is in target/fuzz/<target>.input");
                std::process::abort();
            }
        }
    });
}

//! The one error type: a code to act on and a sentence that says what to do.

use crate::article::Block;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[non_exhaustive]
pub enum ErrorCode {
    /// There is no text in the input.
    EmptyInput,
    /// The input is larger than `max_input_bytes`.
    TooLarge,
    /// The bytes are no text in a known encoding.
    BadEncoding,
    /// There is text, but no article in it.
    NoArticle,
    /// An option, index or format that does not exist.
    BadOption,
}

impl ErrorCode {
    /// The code as the contract spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            ErrorCode::EmptyInput => "empty-input",
            ErrorCode::TooLarge => "too-large",
            ErrorCode::BadEncoding => "bad-encoding",
            ErrorCode::NoArticle => "no-article",
            ErrorCode::BadOption => "bad-option",
        }
    }
}

/// Why a call gave no result.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    code: ErrorCode,
    message: String,
    blocks: Vec<Block>,
}

impl Error {
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), blocks: Vec::new() }
    }

    pub(crate) fn with_blocks(mut self, blocks: Vec<Block>) -> Self {
        self.blocks = blocks;
        self
    }

    /// What went wrong.
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// A sentence that says what to do.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Of `no-article`: blocks that hold every character of the input.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

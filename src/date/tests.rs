//! What the readers of dates say of whole lines.

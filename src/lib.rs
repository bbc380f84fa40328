//! Assist Lab.

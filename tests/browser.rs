//! Tests that need a browser's wasm.
#![cfg(target_arch = "wasm32")]

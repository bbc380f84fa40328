//! Tests that need a browser's WebAssembly.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

include!("golden/digest.rs");

#[wasm_bindgen_test]
fn results_are_those_of_the_native_golden_digest() {
    let found = found();
    assert_eq!(found, GOLDEN, "the browser's bits differ from the native ones: {found:#018x}, not {GOLDEN:#018x}");
}

#[wasm_bindgen_test]
fn results_in_plausible_worlds_are_those_of_their_golden_digest() {
    let found = found_in_worlds();
    assert_eq!(found, GOLDEN_WORLDS, "{found:#018x}, not {GOLDEN_WORLDS:#018x}");
}

#[wasm_bindgen_test]
fn a_diary_changes_no_bit() {
    assert_eq!(found_with_diaries(), GOLDEN);
}

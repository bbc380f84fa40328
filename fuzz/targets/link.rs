//! Any bytes as the keys and values of a link: the page's state, which is written as a link and read again without a fault, and run if it is small.
#![no_main]

use assist_lab::share::{read, write};
use bounded::run_if_small;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let pairs = text.split('&').map(|part| part.split_once('=').unwrap_or((part, "")));
    let query: Vec<(String, String)> = pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
    let (shared, faults) = read(&query);
    assert!(words::fault::sentences(&faults).iter().all(|said| !said.is_empty()));
    let (again, faults) = read(&write(&shared));
    assert!(faults.is_empty() && again == shared, "{query:?}: {faults:?}");
    run_if_small(&shared.scenario);
});

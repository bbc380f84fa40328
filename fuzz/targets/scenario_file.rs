//! Any bytes as a scenario file: an answer in words or a valid scenario, which is written and read again, and run if it is small.
#![no_main]

use library::file;
use bounded::run_if_small;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match file::open("file.json", bytes) {
        Ok(file::Opened { scenario, .. }) => {
            assert_eq!(file::parse(&file::write(&scenario)).as_ref(), Ok(&scenario), "written and read again");
            run_if_small(&scenario);
        }
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in faults {
                let said = words::fault::sentence(&fault);
                assert!(!said.is_empty() && said.len() < 10_000, "{said}");
            }
        }
    }
});

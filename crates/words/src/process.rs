//! What happens in a team, in words.

use model::parameters::touches::{PROCESS_IDS, Process};

use super::{processes, rows};

const _: () =
    assert!(rows::same(&processes::IDS, &PROCESS_IDS), "processes.ftl: a row for each process, in their order");

/// Its name.
pub fn label(process: Process) -> &'static str {
    processes::label(process as usize)
}

//! The views.

pub mod about;
pub mod lab;
pub mod report;
pub mod scenarios;

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::findings::Findings;
use crate::experiment::pair::{Pair, run_pair};

/// The pair that is shown by itself: one of the ensemble, or else run here, once.
#[hook]
fn use_pair(findings: Option<&Rc<Findings>>, replicate: u32) -> Option<Arc<Pair>> {
    let known = findings.and_then(|findings| findings.pair(replicate).cloned());
    let missing = findings.filter(|_| known.is_none()).map(|findings| Rc::clone(&findings.scenario));
    let run = use_memo((missing, replicate), |(missing, replicate)| {
        missing.as_ref().map(|scenario| Arc::new(run_pair(scenario, *replicate)))
    });
    known.or_else(|| (*run).clone())
}

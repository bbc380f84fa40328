//! A team where everything is going on: a lead, an assist leader, some work from home, thanks, long weeks, people who leave.

use model::scenario::{Draft, Scope};

/// Such a team, with these settings besides, in both arms.
pub fn lively(settings: &[(&str, &str)]) -> Draft {
    let usual = [
        ("warmup_weeks", "2"),
        ("baseline_weeks", "1"),
        ("h0", "2"),
        ("vacancy", "2"),
        ("micromanagement", "0.3"),
        ("recognition", "0.3"),
        ("remote_share", "0.4"),
        ("hours_per_week", "52"),
        ("assist_leaders", "1"),
        ("training", "1"),
        ("delegated", "0.2"),
        ("improvement_share", "0.1"),
        ("quiet", "0.4"),
        ("a_G", "0.05"),
        ("lead_assists", "0.1"),
        ("gatekeeping", "0.3"),
        ("pass_on", "yes"),
        ("relief", "yes"),
        ("successors", "yes"),
        ("career_path", "0.5"),
        ("shared_board", "0.5"),
        ("huddle", "0.5"),
        ("documentation", "1"),
        ("check_ins", "0.5"),
    ];
    let mut draft = Draft::default();
    for (id, text) in usual.iter().chain(settings) {
        draft.set_text(Scope::Both, id, text);
    }
    draft
}

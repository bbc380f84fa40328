//! What is to be said beside the results: where their numbers say less than they seem to, and which settings do nothing.

use experiment::caveats::Caveats;
use library::origin;
use model::parameters::idle::Idle;
use model::scenario::{Scenario, Scope};

/// A sentence for each reason to read the numbers of so many pairs with care.
pub fn caveats(pairs: u32, caveats: Caveats) -> Vec<String> {
    let Caveats { unstable, unfinished, over_before } = caveats;
    let mut notes = Vec::new();
    let mut of_arms = |counts: [u32; 2], say: &dyn Fn(u32, &str) -> String| {
        for (runs, arm) in counts.into_iter().zip(["control", "treatment"]).filter(|(runs, _)| *runs > 0) {
            notes.push(say(runs, arm));
        }
    };
    of_arms(unstable, &|runs, arm| {
        format!("unstable: in {runs} of {pairs} pairs work piles up in {arm}; its means say little")
    });
    of_arms(unfinished, &|runs, arm| {
        format!(
            "not finished: in {runs} of {pairs} pairs {arm} does not finish the project within the run; makespan covers only runs that do, and \
             is compared only where both arms do"
        )
    });
    if over_before > 0 {
        notes.push(format!(
            "over before the change: in {over_before} of {pairs} pairs the project is finished before the arms part; for those only makespan is \
             reported, the same in both; to begin the project with the change, add --set warmup_weeks=0 --set baseline_weeks=0"
        ));
    }
    notes
}

/// A sentence for each setting that does nothing as things stand: of those in which the scenario differs from what it is based on, and of
/// these parameters that were set in some arms.
pub fn idle(scenario: &Scenario, set: impl Iterator<Item = (Scope, String)>) -> Vec<String> {
    let mut found = origin::idle_settings(scenario);
    for (scope, key) in set {
        let id = key.split_once('.').map_or(key.as_str(), |(_, id)| id);
        if let Some(reason) = origin::idle_in(scenario, scope, id)
            && !found.iter().any(|(known, _)| *known == key || *known == id)
        {
            found.push((key, reason));
        }
    }
    found.into_iter().map(|(key, reason)| format!("{key} does nothing here: {}", because(reason))).collect()
}

/// A reason in a clause.
fn because(reason: Idle) -> &'static str {
    match reason {
        Idle::NoAssistLeader => "nobody has the role of assist leader",
        Idle::NoDuty => "whoever has the role of assist leader has no time for it",
        Idle::NoLead => "there is no formal lead",
        Idle::NoApprovals => "no work needs approval",
        Idle::NoNotice => "nobody notices who is stuck, because notice is 0",
        Idle::NoEmpathy => "nobody is noticed, because empathy is 0",
        Idle::ClearRoles => "roles are just as clear without a charter",
        Idle::NoFlow => "it counts only where work comes as a flow",
        Idle::NoProject => "it counts only where work is a project",
        Idle::NobodyRemote => "nobody works remotely",
        Idle::ShortWeeks => "no week has more than 48 hours",
        Idle::OneGroup => "there is only one group",
        Idle::NeverBlocked => "work is never blocked",
        Idle::NobodyLeaves => "nobody leaves",
        Idle::NoUnthanked => "nobody leaves because help goes unthanked",
        Idle::NoLearning => "nobody learns by doing",
        Idle::NoCauses => "no blocker has a lasting cause",
        Idle::NoImproving => "no time is set aside for improving, because improvement_share is 0",
        Idle::NoQuiet => "nobody is quiet, because quiet is 0",
        Idle::NoControl => "nobody is controlled closely, because micromanagement is 0",
        Idle::NoPractices => "no time is given to shared_board, huddle or check_ins",
        Idle::NoWriting => "nothing is written down, because documentation is 0",
        Idle::NoTeaching => "nobody explains while helping",
    }
}

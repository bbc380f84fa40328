//! Settings as they are typed on the command line.

use model::scenario::Scenario;

/// Settings under a name, so that a family of cases need not repeat them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// The name of the shell variable that stands for them in the document.
    pub name: &'static str,
    /// What they are for.
    pub what: &'static str,
    /// The settings, as [`arguments`] reads them.
    pub settings: &'static str,
}

/// Everyone knows everything, never tires, never errs; nothing hinders anyone.
pub const IDEAL: Preset = Preset {
    name: "IDEAL",
    what: "everyone knows everything and what the others know, trusts everyone, never tires, never errs and never leaves; nothing blocks anyone",
    settings: "beta=0 d=0 d_sd=0 k_learn=0 skill_mean=1 skill_sd=0 skill_away=1 kappa=0 q0=0 epsilon=0 p_dependency=0 \
               formal_lead=no m_sd=0 h0=0 k_T=0 know0=1 t_welcome=0 k_desk=0",
};

/// The options of `assist-lab run` that words such as `beta=0.2`, `control.route=1` and `treatment.route=0` stand for.
pub fn arguments(settings: &str) -> Vec<String> {
    settings
        .split_whitespace()
        .flat_map(|word| {
            let (option, setting) = match word.split_once('.') {
                Some(("control", setting)) => ("--control", setting),
                Some(("treatment", setting)) => ("--treatment", setting),
                _ => ("--set", word),
            };
            [option.to_owned(), setting.to_owned()]
        })
        .collect()
}

/// The seed of the evidence, and of the built-in plain team.
pub const SEED: u64 = 1;

/// The plain team under these settings, read as the command line reads them.
///
/// # Panics
/// If they are not valid, with what the command line says about them.
pub fn scenario(settings: &str) -> Scenario {
    built_in("baseline", settings)
}

/// The same under another seed.
///
/// # Panics
/// As [`scenario`] does.
pub fn seeded(settings: &str, seed: u64) -> Scenario {
    read("baseline", settings, &["--seed".to_owned(), seed.to_string()])
}

/// Any built-in scenario, likewise.
///
/// # Panics
/// If there is none of this name, or the settings are not valid.
pub fn built_in(name: &str, settings: &str) -> Scenario {
    read(name, settings, &[])
}

fn read(name: &str, settings: &str, more: &[String]) -> Scenario {
    let run = [&[name.to_owned()], more, &arguments(settings)].concat();
    cli::scenario(&run).unwrap_or_else(|faults| panic!("{settings}: {}", faults.join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::scenario::Arm;

    #[test]
    fn words_become_options() {
        let options = arguments("beta=0.2  control.route=1 treatment.route=0");
        assert_eq!(options, ["--set", "beta=0.2", "--control", "route=1", "--treatment", "route=0"]);
        let scenario = seeded("beta=0.2 control.route=1 treatment.route=0.25", 9);
        assert_eq!(scenario.seed(), 9);
        assert_eq!(scenario.world().beta, 0.2);
        assert_eq!(Arm::BOTH.map(|arm| scenario.policy(arm).route), [1.0, 0.25]);
    }
}

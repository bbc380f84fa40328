//! A setup with the other kind of pairs, worked out once: to look whether every world can be run takes too long for every frame.

use std::cell::RefCell;
use std::rc::Rc;

use super::history::Setup;
use model::fault::Fault;
use model::scenario::Scenario;

/// Of which scenario, and what that is with the other kind of pairs.
type Known = (Rc<Scenario>, Result<Rc<Scenario>, Vec<Fault>>);

/// What was worked out last; all states of a page share it.
#[derive(Clone, Debug, Default)]
pub struct OtherKind(Rc<RefCell<Option<Known>>>);

/// It follows from the setup, and is no part of a state by itself.
impl PartialEq for OtherKind {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl OtherKind {
    /// That of a setup: plausible worlds where its pairs are of one world, and the other way round.
    ///
    /// # Errors
    /// Some of the worlds could not be run.
    pub fn of(&self, setup: &Setup) -> Result<Rc<Scenario>, Vec<Fault>> {
        let mut known = self.0.borrow_mut();
        match &*known {
            Some((of, found)) if Rc::ptr_eq(of, &setup.scenario) => found.clone(),
            _ => {
                let found = setup.with_plausible(!setup.scenario.plausible().on).map(|setup| setup.scenario);
                *known = Some((Rc::clone(&setup.scenario), found.clone()));
                found
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::scenario::Draft;

    #[test]
    fn it_is_worked_out_once_for_each_scenario() {
        let scenario = |seed: u64| {
            let mut draft = Draft::default();
            draft.seed = seed;
            Rc::new(draft.finish().expect("valid"))
        };
        let setup = |scenario: Rc<Scenario>| Setup { built_in: Rc::clone(&scenario), scenario };
        let (kind, first, second) = (OtherKind::default(), setup(scenario(1)), setup(scenario(2)));
        let [once, again] = [(), ()].map(|()| kind.of(&first).expect("worlds"));
        assert!(Rc::ptr_eq(&once, &again) && once.plausible().on);
        let other = kind.of(&second).expect("worlds");
        assert!(other.seed() == 2 && !Rc::ptr_eq(&other, &once));
        assert_eq!(kind.of(&setup(other)).as_deref(), Ok(&*second.scenario), "and back");
    }
}

//! What is shown large, to a room.

use words::present;

/// One to three things, large enough for the back row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// Both teams and their clock.
    Teams,
    /// The sentence and its dots.
    Result,
    /// Both charts in front.
    Charts,
    /// One lever, the sentence, and the first chart.
    Lever,
}

impl Scene {
    /// All, in the order in which they follow each other.
    pub const ALL: [Scene; 4] = [Scene::Teams, Scene::Result, Scene::Charts, Scene::Lever];

    /// What links and style sheets call it.
    pub fn name(self) -> &'static str {
        match self {
            Scene::Teams => "teams",
            Scene::Result => "result",
            Scene::Charts => "charts",
            Scene::Lever => "lever",
        }
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Scene::Teams => present::teams(),
            Scene::Result => present::result(),
            Scene::Charts => present::charts(),
            Scene::Lever => present::lever(),
        }
    }

    /// As a link has it: by name, or just that something is to be presented.
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scene| scene.name() == text).or((text == "1").then_some(Scene::Teams))
    }

    /// The next, or the one before; the last is followed by the first.
    pub fn step(self, back: bool) -> Self {
        let count = Self::ALL.len();
        let place = Self::ALL.iter().position(|scene| *scene == self).unwrap_or(0);
        Self::ALL[(place + if back { count - 1 } else { 1 }) % count]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scenes_follow_each_other_in_a_ring_and_have_names() {
        let mut scene = Scene::Teams;
        for next in [Scene::Result, Scene::Charts, Scene::Lever, Scene::Teams] {
            assert_eq!(next.step(true), scene);
            scene = scene.step(false);
            assert_eq!((scene, Scene::read(scene.name())), (next, Some(next)));
        }
        assert_eq!((Scene::read("1"), Scene::read("sea")), (Some(Scene::Teams), None));
    }
}

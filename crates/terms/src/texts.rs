//! What a scenario is about, for people. Nothing here changes a run.

/// Words and stories.
#[derive(Clone, Debug, PartialEq)]
pub struct Texts {
    /// Short name used in links and files.
    pub name: String,
    /// Title.
    pub title: String,
    /// Where it stands in the gallery; nowhere, unless it says so.
    pub shelf: Option<Shelf>,
    /// The field it comes from.
    pub field: String,
    /// The story in one line.
    pub summary: String,
    /// The claim of its story as a number or a direction of the measure; `None` where the model has no word for it.
    pub claimed: Option<Claimed>,
    /// Id of the measure that the claim is about; may be empty.
    pub measure: String,
    /// What a task is called, in the singular and the plural; empty for the plain word, as all that follow.
    pub task: [String; 2],
    /// What the team is called.
    pub team: String,
    /// What a member is called, in the singular and the plural.
    pub member: [String; 2],
    /// What the formal lead is called.
    pub lead: String,
    /// What an assist leader is called, in the singular and the plural.
    pub assist: [String; 2],
    /// Its story; empty for a built-in scenario, whose story is kept elsewhere.
    pub story: Story,
}

/// What a scenario tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// The story, in a few sentences.
    pub text: String,
    /// What its drawing shows, for those who do not see it.
    pub picture: String,
    /// Who is who.
    pub people: Vec<Person>,
    /// What the story claims, or is said to.
    pub claim: String,
    /// Why claim and model may differ.
    pub differs: String,
    /// Questions to try.
    pub questions: Vec<String>,
}

/// A place in the gallery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// A case with a story of its own.
    Case,
    /// A way in which assist leadership goes wrong.
    Harm,
    /// A circumstance that decides whether it matters.
    Matter,
}

impl Shelf {
    /// All, in the order shown.
    pub const ALL: [Shelf; 3] = [Shelf::Case, Shelf::Harm, Shelf::Matter];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Shelf::Case => "case",
            Shelf::Harm => "harm",
            Shelf::Matter => "matter",
        }
    }
}

/// One who is in the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub who: String,
    /// What they do, or what they are like.
    pub what: String,
}

/// A claim about a measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Claimed {
    /// It changes by this share of what it would be otherwise.
    Change(f64),
    /// It reaches this value.
    Level(f64),
    /// It goes up.
    Higher,
    /// It goes down.
    Lower,
    /// It stays.
    Same,
}

impl Default for Texts {
    fn default() -> Self {
        Self {
            name: "baseline".to_owned(),
            title: "Plain team".to_owned(),
            shelf: None,
            field: String::new(),
            summary: String::new(),
            claimed: None,
            measure: String::new(),
            task: Default::default(),
            team: String::new(),
            member: Default::default(),
            lead: String::new(),
            assist: Default::default(),
            story: Story::default(),
        }
    }
}

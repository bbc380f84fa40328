//! Files and links of earlier versions, read as they were meant.
//!
//! Since format 2 demand is the team's, not each seat's; the attention of the lead is decided by each arm; and `HR` is how steeply
//! leaving rises with exhaustion, where it was the factor on leaving while burnt out. What other parameters do has changed with the
//! model, as the changelog says; their values stay.

use model::math::ln;
use model::parameters::World;
use serde_json::{Map, Value, json};
use words::file_faults;

/// The format before.
pub const BEFORE: u64 = 1;
/// Demand by seat that a scenario of format 1 had unless it said otherwise [tasks/seat/wk].
const DEMAND: f64 = 2.4;

/// Brings the fields of a file of format 1 to what they mean now; answers what there is to say about it.
pub fn migrate(fields: &mut Map<String, Value>) -> Vec<String> {
    let mut notes = Vec::new();
    let Some(world) = fields.get_mut("world").and_then(Value::as_object_mut) else {
        return notes;
    };
    let number = |world: &Map<String, Value>, id: &str| world.get(id).and_then(Value::as_f64);
    let members = number(world, "members");
    let demand = number(world, "demand");
    if demand.is_some() || members.is_some() {
        let members = members.unwrap_or(f64::from(World::default().members));
        let whole = demand.unwrap_or(DEMAND) * members;
        world.insert("demand".to_owned(), json!(whole));
        if world.get("source").and_then(Value::as_str) == Some("flow") {
            notes.push(file_faults::demand_of_team(&model::number::show(whole, 6)));
        }
    }
    if let Some(factor) = number(world, "HR") {
        world.insert("HR".to_owned(), json!(steepness(factor)));
        notes.push(file_faults::leaving_by_exhaustion().to_owned());
    }
    if let Some(attention) = world.remove("lead_attention") {
        let policy = fields.entry("policy").or_insert_with(|| json!({}));
        if let Some(policy) = policy.as_object_mut() {
            policy.entry("lead_attention").or_insert(attention);
        }
    }
    notes
}

/// How steeply leaving rises with exhaustion so that those who were burnt out leave about as much more often as by this factor:
/// the default stands for the factor 2.6.
pub fn steepness(factor: f64) -> f64 {
    World::default().HR * ln(factor.max(1.0)) / ln(2.6)
}

/// Demand of the team that a link of version 1 meant by these, of a built-in scenario of now; `None` where it is that of the
/// scenario.
pub fn demand(by_seat: Option<f64>, members: Option<f64>, built_in: &World) -> Option<f64> {
    let before = f64::from(built_in.members);
    match (by_seat, members) {
        (None, None) => None,
        (Some(by_seat), members) => Some(by_seat * members.unwrap_or(before)),
        (None, Some(members)) => Some(built_in.demand / before * members),
    }
}

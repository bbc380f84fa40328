//! Relations between runs hold, with as few replications as their claims allow.

use evidence::case::Depth;
use evidence::relations::RELATIONS;
use evidence::settings::SEED;

#[test]
fn every_claim_holds() {
    for relation in RELATIONS {
        for comparison in relation.compare(Depth::Quick, SEED) {
            assert!(comparison.holds, "{} ({} | {}): {comparison:?}", relation.title, relation.one, relation.other);
        }
    }
}

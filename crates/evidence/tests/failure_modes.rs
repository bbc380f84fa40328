//! Every way in which assist leadership goes wrong shows in its scenario.

use evidence::validation::failure_modes::modes;
use evidence::validation::figure::Verdict;

#[test]
fn each_shows_its_sign() {
    for mode in modes(200) {
        for sign in mode.signs {
            let verdict = sign.target.judge(sign.figure);
            assert_eq!(verdict, Verdict::Met, "{} ({}), {}: {:?}", mode.title, mode.scenario, sign.what, sign.figure);
        }
    }
}

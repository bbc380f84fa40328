//! A team at a moment, in a sentence, for those who do not see the picture.

use crate::model::member::Activity;
use crate::model::snapshot::Snapshot;

/// Who does what at this moment.
pub fn describe(name: &str, snapshot: &Snapshot) -> String {
    let count = |wanted: Activity| snapshot.members.iter().filter(|member| member.activity == wanted).count();
    let burnt_out = snapshot.members.iter().filter(|member| member.burnt_out).count();
    let people = snapshot.members.len();
    let present = || snapshot.members.iter().filter(|member| member.activity != Activity::Away);
    let energy: f64 = present().map(|member| member.energy).sum::<f64>() / present().count().max(1) as f64;
    let mut parts = vec![format!("{} working", count(Activity::Working))];
    for (activity, doing) in [
        (Activity::Stuck, "stuck"),
        (Activity::Helping, "helping"),
        (Activity::StandBy, "standing by to help"),
        (Activity::Idle, "without work"),
        (Activity::Training, "in training"),
        (Activity::Away, "gone and not replaced yet"),
    ] {
        if count(activity) > 0 {
            parts.push(format!("{} {doing}", count(activity)));
        }
    }
    if burnt_out > 0 {
        parts.push(format!("{burnt_out} burnt out"));
    }
    format!(
        "{name}: of {people} people {}. Mean energy {:.0} %. {} done.",
        parts.join(", "),
        100.0 * energy,
        snapshot.accepted
    )
}

/// A moment on the page's calendar: weeks from the intervention.
pub fn moment(week: f64) -> String {
    // A moment at a day's very beginning is that day's, however it was computed.
    let days = (5.0 * week + 1e-6).floor() as i64;
    let (whole, day) = (days.div_euclid(5), days.rem_euclid(5) + 1);
    if whole < 0 {
        let before = -whole;
        let weeks = if before == 1 { "week" } else { "weeks" };
        format!("{before} {weeks} before, day {day}")
    } else {
        format!("Week {}, day {day}", whole + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_count_from_the_change() {
        assert_eq!(moment(-4.0), "4 weeks before, day 1");
        assert_eq!(moment(-0.2), "1 week before, day 5");
        assert_eq!(moment(0.0), "Week 1, day 1");
        assert_eq!(moment(2.5), "Week 3, day 3");
        for day in 0..130 {
            assert_eq!(moment(f64::from(day) / 5.0), format!("Week {}, day {}", day / 5 + 1, day % 5 + 1));
        }
    }
}

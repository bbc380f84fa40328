//! Moments and durations in words.

use super::numbers::{amount, fixed};
use words::time;

/// A moment on the page's calendar: weeks from the intervention.
pub fn moment(week: f64) -> String {
    // A moment at a day's very beginning is that day's, however it was computed.
    let days = (5.0 * week + 1e-6).floor() as i64;
    let (whole, day) = (days.div_euclid(5), days.rem_euclid(5) + 1);
    if whole < 0 {
        time::Before { weeks: -whole as usize, day: &day }.say()
    } else {
        time::After { week: &(whole + 1), day: &day }.say()
    }
}

/// A duration as people say it.
pub fn duration(hours: f64) -> String {
    let minutes = (60.0 * hours).round();
    if minutes < 60.0 {
        time::minutes(&fixed(minutes.max(1.0), 0))
    } else {
        time::hours(&fixed(hours, if hours < 9.95 { 1 } else { 0 }))
    }
}

/// A distance in time in working days [d].
pub fn working_days(days: f64) -> String {
    let text = amount(days, if days < 9.95 { 1 } else { 0 });
    if text == "1.0" { time::working_day(&text) } else { time::working_days(&text) }
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

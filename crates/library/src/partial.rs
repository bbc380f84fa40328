//! What a shard of an experiment came to, as a file, and such files put together again.
//!
//! The first line is a JSON object that says what it is of: the program's version, the experiment with its digest, which shard. Then there
//! is a line for each run: the numbers of point and pair, both from 1; what its numbers say less than they seem to, as bits; and of each
//! outcome that is looked at the value in either arm and the parts of the difference, if they are asked for. Values are the bits of an
//! `f64` in hexadecimal digits. The last line holds the digest of all before it, so a file that is cut off or damaged is known.
//!
//! The same shard of the same experiment has the same bytes on every machine.

use std::iter::once;
use std::sync::Arc;

use serde_json::{Value, json};

use super::experiment_file;
use super::results::VERSION;
use super::strict;
use experiment::design::Experiment;
use experiment::digest::OfText;
use experiment::ensemble::Ensemble;
use experiment::pair::Pair;
use experiment::shard::Shard;
use experiment::study::results::Results;
use experiment::why::Parts;
use model::fault::Fault;
use model::mechanism::differing;
use model::outcome::{MEASURE_COUNT, Measure, Outcome};

/// Version of the format.
const FORMAT: u64 = 1;
/// What the last line begins with.
const END: &str = "end ";

/// Writes what a shard came to, a point at a time.
pub fn write(experiment: &Experiment, shard: Shard, results: Vec<Results>) -> impl Iterator<Item = String> + use<> {
    let runs = experiment.runs(shard);
    let head = json!({
        "assist_lab_shard": FORMAT,
        "version": VERSION,
        "shard": shard.place(),
        "of": shard.of(),
        "digest": experiment_file::digest(experiment),
        "experiment": strict::read(&experiment_file::write(experiment)).expect("invariant: it is written as JSON").0,
    });
    let outcomes = experiment.asked().outcomes.clone();
    let points = runs.into_iter().zip(results).map(move |((point, replicates), results)| {
        let pairs = results.pairs().expect("invariant: an experiment keeps its pairs");
        let lines = replicates.zip(pairs.pairs()).map(|(replicate, pair)| line(&outcomes, point, replicate, pair));
        lines.collect::<String>()
    });
    let mut digest = OfText::EMPTY;
    let body = once(format!("{head}\n")).chain(points).map(Some);
    body.chain(once(None)).map(move |part| match part {
        Some(part) => {
            digest = digest.and(&part);
            part
        }
        None => format!("{END}{}\n", digest.shown()),
    })
}

/// The line of a run.
fn line(outcomes: &[Measure], point: usize, replicate: u32, pair: &Pair) -> String {
    let Pair { control, treatment, parts } = pair;
    let flags = [control.unstable, treatment.unstable, control.unfinished, treatment.unfinished, control.over_before];
    let flags: u32 = flags.into_iter().enumerate().map(|(bit, flag)| u32::from(flag) << bit).sum();
    let mut line = format!("{} {} {flags}", point + 1, u64::from(replicate) + 1);
    for &outcome in outcomes {
        let parts = parts.iter().flat_map(|parts| once(&parts.role).chain(&parts.mechanisms));
        for values in [&control.values, &treatment.values].into_iter().chain(parts) {
            let value = values[outcome as usize];
            // Which bits stand for what is not there is the machine's own affair.
            let bits = if value.is_nan() { f64::NAN.to_bits() } else { value.to_bits() };
            line.push_str(&format!(" {bits:016x}"));
        }
    }
    line.push('\n');
    line
}

/// What a shard's file holds.
struct Partial {
    name: String,
    experiment: Experiment,
    digest: String,
    shard: Shard,
    /// By point that can be run: the first replicate, and the pairs from there on.
    points: Vec<(u32, Vec<Pair>)>,
}

/// Puts the shards of an experiment together, given by name and bytes: the experiment, and what each of its points came to that can be run.
/// One file is looked at after the other; the pairs of all may take so much [bytes].
///
/// # Errors
/// What is wrong with the files, or which are missing or too much.
pub fn merge<N: AsRef<str>>(
    files: impl IntoIterator<Item = (N, Vec<u8>)>,
    room: u64,
) -> Result<(Experiment, Vec<Results>), Vec<Fault>> {
    let mut parts: Vec<Partial> = Vec::new();
    let mut faults = Vec::new();
    for (name, bytes) in files {
        match read(name.as_ref(), bytes, room) {
            Ok(part) => parts.push(part),
            // What is too large is so as a whole, and is said once.
            Err(fault) if faults.contains(&fault) => (),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() {
        faults = do_not_fit(&parts);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    parts.sort_by_key(|part| part.shard);
    let mut points: Vec<Ensemble> = vec![Ensemble::default(); parts[0].points.len()];
    let experiment = parts[0].experiment.clone();
    for part in parts {
        for (all, (first, pairs)) in points.iter_mut().zip(part.points) {
            if !pairs.is_empty() {
                all.put(first, pairs);
            }
        }
    }
    Ok((experiment, points.into_iter().map(Results::Pairs).collect()))
}

/// Why these are not all shards of one experiment.
fn do_not_fit(parts: &[Partial]) -> Vec<Fault> {
    let Some(first) = parts.first() else { return vec![Fault::new("merge", "", "no files are given")] };
    let mut faults = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        let twin = parts[..place].iter().find(|other| other.shard == part.shard);
        let said = if part.digest != first.digest {
            format!("of another experiment than {}", first.name)
        } else if part.shard.of() != first.shard.of() {
            format!("one of {} shards, but {} is one of {}", part.shard.of(), first.name, first.shard.of())
        } else if let Some(twin) = twin {
            format!("shard {} of {}, which {} is too", part.shard.place(), part.shard.of(), twin.name)
        } else {
            continue;
        };
        faults.push(Fault::new(&part.name, "", &said));
    }
    if faults.is_empty() {
        faults.extend(missing(parts, first.shard.of()));
    }
    faults
}

/// Most numbers of shards in a sentence.
const NAMED: usize = 10;

/// Which of so many shards are not there.
fn missing(parts: &[Partial], of: u32) -> Option<Fault> {
    let count = of - parts.len() as u32;
    let there = |place: &u32| parts.iter().any(|part| part.shard.place() == *place);
    let named: Vec<String> =
        (1..=of).filter(|place| !there(place)).take(NAMED.min(count as usize)).map(|place| place.to_string()).collect();
    let said = match count {
        0 => return None,
        1 => format!("shard {} of {of} is missing", named[0]),
        _ if count as usize > NAMED => {
            format!("shards {} and {} more of {of} are missing", named.join(", "), count as usize - NAMED)
        }
        _ => format!("shards {} of {of} are missing", named.join(", ")),
    };
    Some(Fault::new("merge", "", &said))
}

/// Why all pairs of an experiment cannot be put together in so much room [bytes]; `None` if they can.
pub fn too_large(experiment: &Experiment, room: u64) -> Option<Fault> {
    let bytes = experiment.merged_bytes();
    let pairs = experiment.most_pairs();
    let of_a_pair = bytes.div_ceil(u64::from(pairs.max(1)));
    (bytes > room).then(|| {
        let most = room / of_a_pair;
        let said = format!("at most {most} here, because every pair of every point is kept in memory to be merged");
        Fault::new("pairs", &pairs.to_string(), &said)
    })
}

/// Reads a shard's file.
fn read(name: &str, bytes: Vec<u8>, room: u64) -> Result<Partial, Fault> {
    let wrong = |said: &str| Fault::new(name, "", said);
    let no_shard = || wrong("not a shard of an experiment, as `assist-lab experiment --shard` writes it");
    let damaged = || wrong("cut off or damaged; run this shard again");
    let text = String::from_utf8(bytes).map_err(|_| no_shard())?;
    let (head, rest) = text.split_once('\n').ok_or_else(no_shard)?;
    let (head, _) = strict::read(head).map_err(|_| no_shard())?;
    let format = head.get("assist_lab_shard").ok_or_else(no_shard)?;
    let version = head.get("version").and_then(Value::as_str).ok_or_else(damaged)?;
    if version != VERSION || strict::whole(format) != Some(FORMAT) {
        return Err(wrong(&format!(
            "written by version {version}, but this is {VERSION}, whose results may be others"
        )));
    }
    let body = text.len() - rest.len();
    let end = text.rfind(&format!("\n{END}")).map(|end| end + 1).filter(|end| *end >= body).ok_or_else(damaged)?;
    if text[end..] != format!("{END}{}\n", OfText::EMPTY.and(&text[..end]).shown()) {
        return Err(damaged());
    }
    let opened = head.get("experiment").and_then(|value| experiment_file::parse(&value.to_string()).ok());
    let experiment = opened.ok_or_else(damaged)?.experiment;
    if let Some(fault) = too_large(&experiment, room) {
        return Err(fault);
    }
    let digest = experiment_file::digest(&experiment);
    let number = |field: &str| head.get(field).and_then(strict::whole).and_then(|number| u32::try_from(number).ok());
    let shard = number("shard").zip(number("of")).and_then(|(place, of)| Shard::new(place, of)).ok_or_else(damaged)?;
    let mut lines = text[body..end].lines();
    let points = experiment.runs(shard).into_iter().map(|(point, replicates)| {
        let pairs = replicates.clone().map(|replicate| pair(&experiment, point, replicate, lines.next()?));
        Some((replicates.start, pairs.collect::<Option<Vec<Pair>>>()?))
    });
    let points = points.collect::<Option<Vec<_>>>().ok_or_else(damaged)?;
    if lines.next().is_some() || head.get("digest").and_then(Value::as_str) != Some(&digest) {
        return Err(damaged());
    }
    Ok(Partial { name: name.to_owned(), experiment, digest, shard, points })
}

/// The pair of a line; `None` if it is not that of this run.
fn pair(experiment: &Experiment, point: usize, replicate: u32, line: &str) -> Option<Pair> {
    let mut words = line.split(' ');
    let mut number = || words.next()?.parse::<u64>().ok();
    if number()? != point as u64 + 1 || number()? != u64::from(replicate) + 1 {
        return None;
    }
    let flags = number()?;
    let flag = |bit: u32| flags >> bit & 1 == 1;
    let outcome = |bit: u32| Outcome {
        values: [f64::NAN; MEASURE_COUNT],
        weeks: Vec::new(),
        unstable: flag(bit),
        unfinished: flag(2 + bit),
        over_before: flag(4),
    };
    let mut parts = experiment.has_parts().then(|| Parts {
        role: [f64::NAN; MEASURE_COUNT],
        mechanisms: vec![[f64::NAN; MEASURE_COUNT]; differing(&experiment.asked().scenario).len()],
    });
    let (mut control, mut treatment) = (outcome(0), outcome(1));
    for &outcome in &experiment.asked().outcomes {
        let of_parts = parts.iter_mut().flat_map(|parts| once(&mut parts.role).chain(&mut parts.mechanisms));
        for values in [&mut control.values, &mut treatment.values].into_iter().chain(of_parts) {
            let word = words.next().filter(|word| word.len() == 16)?;
            values[outcome as usize] = f64::from_bits(u64::from_str_radix(word, 16).ok()?);
        }
    }
    words.next().is_none().then(|| Pair { control, treatment, parts: parts.map(Arc::new) })
}

//! The order of a program's functions: each after those that it is most like, for gzip finds again what stands less than 32 KB before.
//!
//! That takes 8 KB off the page. `wasm-opt` does it, for whoever moves a function has to change all that call it; it goes by
//! names, so that each function is named by its place here.

use anyhow::{Context, Result};

use crate::module::{CODE, CUSTOM, HEAD, IMPORTS, number, put_number, put_section, put_text, sections};
use crate::module::{skip_description, taken, text};

/// How many bytes in a row two functions have to share [bytes].
const RUN: usize = 5;
/// In how many functions a run may stand and still say something of them.
const COMMON: usize = 100;
/// How many functions that stand before are looked at.
const BEFORE: usize = 5;
/// So that the shortest, all of which are soon found somewhere, do not go first.
const SHORT: usize = 2;

/// The module with all functions of its own called by their places, with which `wasm-opt` orders them by name.
///
/// # Errors
/// If it is no module.
pub fn named_by_place(wasm: &[u8]) -> Result<Vec<u8>> {
    let sections = sections(wasm)?;
    let of = |wanted: u8| sections.iter().find(|(kind, _)| *kind == wanted).map(|(_, content)| *content);
    let functions = functions(of(CODE).context("a module without functions")?)?;
    let imported = of(IMPORTS).map_or(Ok(0), imported)?;
    let mut places = vec![0; functions.len()];
    for (place, function) in order(&functions).into_iter().enumerate() {
        places[function] = place;
    }
    let mut names = Vec::new();
    put_number(places.len(), &mut names);
    for (function, place) in places.into_iter().enumerate() {
        put_number(imported + function, &mut names);
        put_text(&format!("{place:06}"), &mut names);
    }
    let mut named = Vec::new();
    put_text("name", &mut named);
    put_section(1, &names, &mut named);
    let mut out = wasm[..HEAD].to_vec();
    sections
        .iter()
        .filter(|(kind, _)| *kind != CUSTOM)
        .for_each(|(kind, content)| put_section(*kind, content, &mut out));
    put_section(CUSTOM, &named, &mut out);
    Ok(out)
}

fn functions(mut code: &[u8]) -> Result<Vec<&[u8]>> {
    let count = number(&mut code)?;
    let one = |_| {
        let length = number(&mut code)?;
        taken(&mut code, length)
    };
    (0..count).map(one).collect()
}

/// How many functions are imported; their numbers come before those of the module's own.
fn imported(mut section: &[u8]) -> Result<usize> {
    let mut functions = 0;
    for _ in 0..number(&mut section)? {
        let _ = (text(&mut section)?, text(&mut section)?);
        functions += usize::from(skip_description(&mut section)?);
    }
    Ok(functions)
}

/// The functions in their order: from the first on, always the one of which the largest part stands in the few before it.
fn order(functions: &[&[u8]]) -> Vec<usize> {
    let kin = kin(functions);
    // For each function that is left, how many of its runs stand in the few before.
    let mut shared = vec![0_usize; functions.len()];
    let mut left: Vec<usize> = (0..functions.len()).collect();
    let mut order: Vec<usize> = Vec::with_capacity(functions.len());
    while !left.is_empty() {
        let likeness = |function: usize| shared[function] as f64 / (functions[function].len() + SHORT) as f64;
        let mut best = 0;
        for place in 1..left.len() {
            if likeness(left[place]) > likeness(left[best]) {
                best = place;
            }
        }
        let next = left.remove(best);
        kin[next].iter().for_each(|&function| shared[function as usize] += 1);
        order.push(next);
        if let Some(past) = order.len().checked_sub(BEFORE + 1) {
            kin[order[past]].iter().for_each(|&function| shared[function as usize] -= 1);
        }
    }
    order
}

/// For each function, those that share a run with it, as often as they do.
fn kin<'a>(functions: &[&'a [u8]]) -> Vec<Vec<u32>> {
    let of = |(function, code): (u32, &&'a [u8])| code.windows(RUN).map(move |run| (run, function));
    let mut runs: Vec<(&[u8], u32)> = (0..).zip(functions).flat_map(of).collect();
    runs.sort_unstable();
    runs.dedup();
    let mut kin = vec![Vec::new(); functions.len()];
    let bearers = runs.chunk_by(|one, next| one.0 == next.0);
    for bearers in bearers.filter(|bearers| (2..=COMMON).contains(&bearers.len())) {
        for (_, function) in bearers {
            kin[*function as usize].extend(bearers.iter().map(|(_, other)| other));
        }
    }
    kin
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(functions: &[&[u8]], expect: &[usize]) {
        assert_eq!(order(functions), expect, "{functions:?}");
    }

    #[test]
    fn what_is_alike_stands_together() {
        check(&[], &[]);
        check(&[b"abcdefgh", b"12345678", b"abcdefgi"], &[0, 2, 1]);
        check(&[b"abcdefgh", b"12345678", b"87654321"], &[0, 1, 2]);
        // The longer one has less of it.
        check(&[b"abcdefgh", b"abcdefgh with more behind it", b"abcdefg"], &[0, 2, 1]);
        check(&[b"", b"abc", b""], &[0, 1, 2]);
    }

    #[test]
    fn functions_of_the_module_are_named_by_their_places() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        // A memory and a function are imported, so the module's own functions begin with number 1.
        put_section(IMPORTS, b"\x02\x01e\x01m\x02\0\x01\x01e\x01f\0\0", &mut wasm);
        put_section(CODE, b"\x03\x06abcdef\x06123456\x07abcdefg", &mut wasm);
        let whole = wasm.clone();
        put_section(CUSTOM, b"\x04name", &mut wasm);
        let named = named_by_place(&wasm).expect("a module");
        let (kept, names) = named.split_at(whole.len());
        assert_eq!(kept, whole);
        assert_eq!(names, b"\0\x20\x04name\x01\x19\x03\x01\x06000000\x02\x06000002\x03\x06000001");
        for length in [0, 5, 12, 30, whole.len() - 1] {
            assert!(named_by_place(&whole[..length]).is_err(), "{length}");
        }
    }
}

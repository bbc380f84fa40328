//! How a WebAssembly module is written down: numbers, texts and what is imported.

use anyhow::{Context, Result, bail};

/// The section with names of functions and other things that are for people.
pub const CUSTOM: u8 = 0;
/// What the module needs.
pub const IMPORTS: u8 = 2;
/// What it has for others.
pub const EXPORTS: u8 = 7;
/// Its functions.
pub const CODE: u8 = 10;

/// What stands before the sections.
pub const HEAD: usize = 8;

/// The sections of a module in their order: the kind and what is in it.
///
/// # Errors
/// If it is no module, or cut short.
pub fn sections(wasm: &[u8]) -> Result<Vec<(u8, &[u8])>> {
    let (_, mut rest) = wasm.split_at_checked(HEAD).context("no WebAssembly")?;
    let mut sections = Vec::new();
    while !rest.is_empty() {
        let kind = byte(&mut rest)?;
        let length = number(&mut rest)?;
        sections.push((kind, taken(&mut rest, length)?));
    }
    Ok(sections)
}

pub fn put_section(kind: u8, content: &[u8], out: &mut Vec<u8>) {
    out.push(kind);
    put_number(content.len(), out);
    out.extend_from_slice(content);
}

/// Goes past what is imported, and tells whether it is a function; else it is a table, a memory or a global.
pub fn skip_description(section: &mut &[u8]) -> Result<bool> {
    let kind = byte(section)?;
    match kind {
        0 => drop(number(section)?),
        1 => {
            byte(section)?;
            skip_limits(section)?;
        }
        2 => skip_limits(section)?,
        3 => {
            byte(section)?;
            byte(section)?;
        }
        kind => bail!("an import of the unknown kind {kind}"),
    }
    Ok(kind == 0)
}

fn skip_limits(section: &mut &[u8]) -> Result<()> {
    let has_most = byte(section)? & 1 == 1;
    number(section)?;
    if has_most {
        number(section)?;
    }
    Ok(())
}

pub fn byte(bytes: &mut &[u8]) -> Result<u8> {
    Ok(taken(bytes, 1)?[0])
}

/// The first so many bytes, past which it goes.
pub fn taken<'a>(bytes: &mut &'a [u8], length: usize) -> Result<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(length).context("the module is cut short")?;
    *bytes = rest;
    Ok(taken)
}

/// A number in LEB128.
pub fn number(bytes: &mut &[u8]) -> Result<usize> {
    let mut value = 0;
    for shift in (0..32).step_by(7) {
        let part = byte(bytes)?;
        value |= usize::from(part & 0x7f) << shift;
        if part & 0x80 == 0 {
            return Ok(value);
        }
    }
    bail!("a number is too long")
}

pub fn put_number(mut value: usize, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

pub fn text<'a>(bytes: &mut &'a [u8]) -> Result<&'a str> {
    let length = number(bytes)?;
    Ok(std::str::from_utf8(taken(bytes, length)?)?)
}

pub fn put_text(text: &str, out: &mut Vec<u8>) {
    put_number(text.len(), out);
    out.extend_from_slice(text.as_bytes());
}

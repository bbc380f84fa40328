//! What is left in the program and its script that need not be downloaded: long names, and the names of functions.
//!
//! wasm-bindgen gives each of the browser's functions that the program calls a name with a hash in it, which stands in the
//! WebAssembly and in the script. Hashes cannot be compressed: some 300 of them weigh 10 KB.
//!
//! The names of functions have served their purpose when they are in their order.

use anyhow::{Result, ensure};
use std::collections::BTreeMap;

use crate::module::{CUSTOM, EXPORTS, HEAD, IMPORTS, byte, number, put_number, put_section, put_text, sections};
use crate::module::{skip_description, text};

/// How such names begin: of what the program calls, and of what is called in it.
const PREFIXES: [&str; 2] = ["__wbg_", "wasm_bindgen__convert__"];
/// The program and its script with short names for what they share, and without the names of functions.
pub fn shortened(wasm: &[u8], js: &str) -> Result<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    let wasm = renamed(wasm, &mut names)?;
    let mut script = String::with_capacity(js.len());
    let mut rest = js;
    while let Some(at) = PREFIXES.iter().filter_map(|prefix| rest.find(prefix)).min() {
        let end = rest[at..].find(|sign: char| !sign.is_alphanumeric() && sign != '_' && sign != '$');
        let (name, after) = rest[at..].split_at(end.unwrap_or(rest.len() - at));
        script.push_str(&rest[..at]);
        script.push_str(names.get(name).map_or(name, String::as_str));
        rest = after;
    }
    script.push_str(rest);
    Ok((wasm, without_indents(script)))
}

/// Without spaces at the beginnings of lines and without comments; as it is where a text might go over more than one line.
pub fn without_indents(script: String) -> String {
    let whole = |line: &str| line.matches('`').count().is_multiple_of(2) && !line.ends_with('\\');
    if !script.lines().all(whole) {
        return script;
    }
    let lines = script.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The module with short names for what it imports, which are noted.
fn renamed(wasm: &[u8], names: &mut BTreeMap<String, String>) -> Result<Vec<u8>> {
    let sections = sections(wasm)?;
    let mut out = wasm[..HEAD].to_vec();
    for (kind, content) in sections {
        match kind {
            CUSTOM => (),
            IMPORTS => put_section(kind, &imports_renamed(content, names)?, &mut out),
            EXPORTS => put_section(kind, &exports_renamed(content, names)?, &mut out),
            _ => put_section(kind, content, &mut out),
        }
    }
    Ok(out)
}

fn imports_renamed(mut section: &[u8], names: &mut BTreeMap<String, String>) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let count = number(&mut section)?;
    put_number(count, &mut out);
    for _ in 0..count {
        let (module, name) = (text(&mut section)?, text(&mut section)?);
        put_text(module, &mut out);
        put_text(short(name, names), &mut out);
        let description = section;
        skip_description(&mut section)?;
        out.extend_from_slice(&description[..description.len() - section.len()]);
    }
    ensure!(section.is_empty(), "there is more in the imports than they say");
    Ok(out)
}

fn exports_renamed(mut section: &[u8], names: &mut BTreeMap<String, String>) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let count = number(&mut section)?;
    put_number(count, &mut out);
    for _ in 0..count {
        put_text(short(text(&mut section)?, names), &mut out);
        out.push(byte(&mut section)?);
        put_number(number(&mut section)?, &mut out);
    }
    ensure!(section.is_empty(), "there is more in the exports than they say");
    Ok(out)
}

fn short<'a>(name: &'a str, names: &'a mut BTreeMap<String, String>) -> &'a str {
    if !PREFIXES.iter().any(|prefix| name.starts_with(prefix)) {
        return name;
    }
    let next = format!("_{}", names.len());
    names.entry(name.to_owned()).or_insert(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports functions of these names from one module, and has another section after them.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut imports = vec![names.len() as u8];
        for name in names {
            for text in ["./app_bg.js", name] {
                put_number(text.len(), &mut imports);
                imports.extend_from_slice(text.as_bytes());
            }
            imports.extend_from_slice(&[0, 0x85, 1]);
        }
        let mut out = b"\0asm\x01\0\0\0\x02".to_vec();
        put_number(imports.len(), &mut out);
        out.extend_from_slice(&imports);
        out.extend_from_slice(&[12, 1, 0]);
        out
    }

    /// The same with an export of this name.
    fn with_export(mut module: Vec<u8>, name: &str) -> Vec<u8> {
        let mut exports = vec![1];
        put_text(name, &mut exports);
        exports.extend_from_slice(&[0, 0x83, 2]);
        module.push(EXPORTS);
        put_number(exports.len(), &mut module);
        module.extend(exports);
        module
    }

    #[test]
    fn what_is_called_in_the_program_is_renamed_too() {
        let long = "wasm_bindgen__convert__closures_____invoke__h026c7a47de988757_2";
        let (wasm, js) = shortened(&with_export(module(&[]), long), &format!("wasm.{long}(a, b)")).expect("a module");
        assert_eq!((wasm, js.as_str()), (with_export(module(&[]), "_0"), "wasm._0(a, b)\n"));
    }

    #[test]
    fn both_sides_get_the_same_short_names_and_the_rest_stays() {
        let long = ["__wbg_log_0123456789abcdef", "__wbindgen_throw", "__wbg_$log_fedcba9876543210"];
        let js = "a.__wbg_log_0123456789abcdef(x), __wbg_$log_fedcba9876543210: f,\n  export { __wbg_init as default }";
        // What the functions are called goes.
        let named = [module(&long), vec![0, 3, 1, b'x', 9]].concat();
        let (wasm, js) = shortened(&named, js).expect("a module");
        assert_eq!(wasm, module(&["_0", "__wbindgen_throw", "_1"]));
        assert_eq!(js, "a._0(x), _1: f,\nexport { __wbg_init as default }\n");
        let text = "const text = `a\n  b`;".to_owned();
        assert_eq!(without_indents(text.clone()), text);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        let whole = module(&["__wbg_log_0123456789abcdef"]);
        for length in [0, 5, 9, 12, 30, whole.len() - 1] {
            assert!(shortened(&whole[..length], "").is_err(), "{length}");
        }
    }
}

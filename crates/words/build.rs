//! Makes functions of the source language's messages, and a file of it; what is wrong in any language stops the build.

use std::path::Path;
use std::{env, fs, process};

use messages::{code, pack, pseudo};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("languages");
    println!("cargo::rerun-if-changed={}", folder.display());
    let source = messages::read(&folder.join("en")).unwrap_or_else(|wrong| stop(&wrong));
    let out = env::var_os("OUT_DIR").expect("set by Cargo");
    let out = Path::new(&out);
    for (name, later) in [("en.words", false), ("en.later.words", true)] {
        fs::write(out.join(name), pack::pack(&source, &source, later)).expect("a folder to write into");
    }
    let mut tags = vec![source.tag.clone(), pseudo::TAG.to_owned()];
    let entries = fs::read_dir(&folder).expect("a folder of languages");
    for other in entries.map(|entry| entry.expect("readable").path()).filter(|path| path.is_dir()) {
        match messages::read(&other).and_then(|language| language.fitted_to(&source)) {
            Ok(language) if language.tag != source.tag => tags.push(language.tag),
            Ok(_) => (),
            Err(wrong) => stop(&wrong),
        }
    }
    let tags = format!("/// The tags of the languages that there are.\npub const TAGS: &[&str] = &{tags:?};\n");
    fs::write(out.join("messages.rs"), tags + &code::code(&source)).expect("a folder to write into");
}

fn stop(wrong: &[String]) -> ! {
    for line in wrong {
        println!("cargo::error={line}");
    }
    process::exit(1)
}

//! The lab's program and page: compiled, bound, made small, and put together as index.html says in Trunk's notation.
//!
//! Trunk itself is not called: to install it took half of the time that a first `serve` takes on a new machine. What is used of its
//! notation is `data-trunk` on `link` with `rel` icon, css, inline and rust, and `data-trunk-public-url` on `base`.

use crate::command::{cargo, root, run, target};
use crate::first_words;
use crate::languages;
use crate::likeness::named_by_place;
use crate::shorten;
use crate::tools::Tools;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The page that all is put together by.
const FRAME: &str = "index.html";

/// Compiles the program of the page and its workers.
pub fn compile() -> Result<()> {
    let target = ["--target", "wasm32-unknown-unknown", "--profile", "web"];
    let mut build = cargo();
    build.args(["build", "--quiet", "--bin", "app", "--features", "web"]).args(target);
    // What whoever builds has set goes on to hold.
    let set = |name: &str| env::var(name).ok().filter(|flags| !flags.is_empty());
    let own = set("CARGO_ENCODED_RUSTFLAGS").map(|flags| flags.split('\x1f').map(str::to_owned).collect());
    let own = own.or_else(|| Some(set("RUSTFLAGS")?.split_whitespace().map(str::to_owned).collect::<Vec<_>>()));
    let flags = [own.unwrap_or_default(), sources_renamed()].concat();
    build.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
    run(&mut build)
}

/// So that it is said where a panic happened without the folders of whoever has built the page: they are nobody's business, and
/// the same sources are to give the same bytes on every machine.
fn sources_renamed() -> Vec<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let registries = registries.into_iter().flatten().flatten();
    registries.map(|registry| format!("--remap-path-prefix={}=crates", registry.path().display())).collect()
}

/// Writes the page and what it loads into a folder, which is emptied first; files are called by what is in them, so that a browser
/// may keep them for ever.
pub fn write(folder: &Path, tools: &Tools) -> Result<()> {
    let frame = fs::read_to_string(root().join(FRAME)).context("could not read index.html")?;
    let frame = first_words::put_in(&frame, &languages::source()?)?;
    let (page, files) = assemble(&frame, |level, parameters| program(tools, level, parameters))?;
    if folder.exists() {
        fs::remove_dir_all(folder).context("could not empty dist/")?;
    }
    fs::create_dir_all(folder).context("could not make dist/")?;
    for (name, content) in files.iter().chain([(&FRAME.to_owned(), &page.into_bytes())]) {
        fs::write(folder.join(name), content).with_context(|| format!("could not write dist/{name}"))?;
    }
    Ok(())
}

/// The program, its names shortened, and the script that starts it.
struct Program {
    wasm: Vec<u8>,
    script: String,
}

fn program(tools: &Tools, level: &str, parameters: &str) -> Result<Program> {
    compile()?;
    let compiled = target()?.join("wasm32-unknown-unknown/web/app.wasm");
    let folder = target()?.join("lab");
    // What was bound before must not be taken for a part of it.
    if folder.exists() {
        fs::remove_dir_all(&folder).context("could not empty target/lab")?;
    }
    run(Command::new(&tools.wasm_bindgen)
        .args(["--target", "web", "--no-typescript", "--out-name", "app", "--out-dir"])
        .args([&folder, &compiled]))?;
    if folder.join("snippets").exists() {
        bail!("a dependency brings scripts of its own (target/lab/snippets): the site would lack them");
    }
    let [bound, small, named, ordered] =
        ["app_bg", "small", "named", "ordered"].map(|name| folder.join(name).with_extension("wasm"));
    let optimise = &mut Command::new(&tools.wasm_opt);
    run(optimise.arg(format!("-O{level}")).arg(&bound).args(parameters.split(' ')).arg("-o").arg(&small))?;
    fs::write(&named, named_by_place(&fs::read(small)?)?).context("could not write into target/lab")?;
    let features = parameters.split(' ').filter(|parameter| parameter.starts_with("--enable-"));
    let order = &mut Command::new(&tools.wasm_opt);
    run(order.arg(&named).args(features).arg("--reorder-functions-by-name").arg("-o").arg(&ordered))?;
    let script = fs::read_to_string(folder.join("app.js")).context("wasm-bindgen produced no script")?;
    let (wasm, script) = shorten::shortened(&fs::read(ordered)?, &script)?;
    Ok(Program { wasm, script })
}

type Files = BTreeMap<String, Vec<u8>>;

/// The page of a frame and the files that it loads.
fn assemble(frame: &str, program: impl Fn(&str, &str) -> Result<Program>) -> Result<(String, Files)> {
    let mut files = Files::new();
    let mut put = |name: &str, ending: &str, content: Vec<u8>| {
        let mut hasher = DefaultHasher::new();
        content.hash(&mut hasher);
        let name = format!("{name}-{:016x}{ending}", hasher.finish());
        files.insert(name.clone(), content);
        name
    };
    let styles = styles(frame)?;
    let mut styled = false;
    let mut page = String::new();
    let mut rest = frame;
    while let Some(at) =
        rest.find("<link data-trunk").into_iter().chain(rest.find("<base data-trunk-public-url>")).min()
    {
        let end = at + rest[at..].find('>').context("index.html: a tag has no end")? + 1;
        page.push_str(&rest[..at]);
        let tag = &rest[at..end];
        rest = &rest[end..];
        let attribute = |name: &str| attribute(tag, name);
        if tag.starts_with("<base") {
            page.push_str("<base href=\"./\">");
            continue;
        }
        match attribute("rel") {
            Some("css") => {
                if !styled {
                    let file = put("styles", ".css", styles.clone().into_bytes());
                    page.push_str(&format!("<link rel=\"stylesheet\" href=\"./{file}\">"));
                }
                styled = true;
            }
            Some("icon") => {
                let file = put("favicon", ".svg", read(tag)?.1.into_bytes());
                page.push_str(&format!("<link rel=\"icon\" href=\"./{file}\">"));
            }
            Some("inline") => {
                let (path, content) = read(tag)?;
                page.push_str(&match path.ends_with(".svg") {
                    true => content,
                    false => format!("<script>\n{}</script>", shorten::without_indents(content)),
                });
            }
            Some("rust") => {
                let optimised =
                    ["data-wasm-opt", "data-wasm-opt-params"].map(|name| attribute(name).unwrap_or_default());
                let Program { wasm, script } = program(optimised[0], optimised[1])?;
                let wasm = put("app_bg", ".wasm", wasm);
                let script = put("app", ".js", script.into_bytes());
                page.push_str(&start(&script, &wasm));
            }
            _ => bail!("index.html: it is not known what to do with {tag}"),
        }
    }
    page.push_str(rest);
    Ok((page, files))
}

/// All styles of a frame, one after the other: a file each would cost a way to the host and back each.
fn styles(frame: &str) -> Result<String> {
    let tags = frame.split("<link data-trunk").skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag);
    tags.filter(|tag| attribute(tag, "rel") == Some("css")).map(|tag| Ok(read(tag)?.1)).collect()
}

/// The file that a tag names, and what is in it.
fn read(tag: &str) -> Result<(&str, String)> {
    let path = attribute(tag, "href").with_context(|| format!("index.html: no href in {tag}"))?;
    let content = fs::read_to_string(root().join(path)).with_context(|| format!("could not read {path}"))?;
    Ok((path, content))
}

fn attribute<'tag>(tag: &'tag str, name: &str) -> Option<&'tag str> {
    let value = tag.split_once(&format!(" {name}=\""))?.1;
    value.split_once('"').map(|(value, _)| value)
}

/// What starts the program and the first workers, and tells the frame if it cannot be had.
const START: &str = include_str!("start.js");
/// The script of a worker, but for the module that it imports.
const WORKER: &str = include_str!("../../src/workers/worker.js");

/// Has both files of the program fetched at once, and starts it. A browser that knows no modules cannot have it.
fn start(script: &str, wasm: &str) -> String {
    let worker = serde_json::to_string(WORKER).expect("invariant: a text can be written");
    let start = START.replace("WORKER", &worker).replace("SCRIPT", script).replace("WASM", wasm);
    format!(
        "<link rel=\"modulepreload\" href=\"./{script}\" crossorigin=\"anonymous\">\n    \
         <link rel=\"preload\" href=\"./{wasm}\" crossorigin=\"anonymous\" as=\"fetch\" type=\"application/wasm\">\n    \
         <script type=\"module\">\n{start}</script>\n    \
         <script nomodule>addEventListener('load', function () {{ dispatchEvent(new CustomEvent('not-started', {{ detail: 'old' }})); }});</script>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assembled(frame: &str) -> Result<(String, Files)> {
        assemble(frame, |level, parameters| {
            assert_eq!((level, parameters), ("2", "-O1 -g"));
            Ok(Program { wasm: vec![0, 97], script: "let it = 1;".to_owned() })
        })
    }

    #[test]
    fn what_a_frame_names_is_written_beside_it_under_names_of_its_own() {
        let frame = "<head>\n<base data-trunk-public-url>\n<link data-trunk rel=\"icon\" href=\"static/favicon.svg\">\n\
                     <link data-trunk rel=\"css\" href=\"static/tokens.css\">\n\
                     <link data-trunk rel=\"rust\" data-bin=\"app\"\n data-wasm-opt=\"2\" data-wasm-opt-params=\"-O1 -g\">\n</head>";
        let (page, files) = assembled(frame).expect("known");
        let endings: Vec<&str> = files.keys().filter_map(|name| name.rsplit('.').next()).collect();
        assert_eq!(endings, ["js", "wasm", "svg", "css"]);
        assert!(!page.contains("trunk") && page.contains("<base href=\"./\">"), "{page}");
        assert!(files.keys().all(|name| page.contains(&format!("./{name}"))), "{page}");
        assert!(page.ends_with("</script>\n</head>"), "{page}");
        assert!(["WORKER", "SCRIPT", "WASM\""].iter().all(|place| !page.contains(place)), "{page}");
    }

    #[test]
    fn the_name_of_a_file_changes_with_what_is_in_it() {
        let names = |script: &str| {
            let program = |_: &str, _: &str| Ok(Program { wasm: Vec::new(), script: script.to_owned() });
            let (_, files) = assemble("<link data-trunk rel=\"rust\">", program).expect("known");
            files.into_keys().collect::<Vec<String>>()
        };
        assert_eq!(names("a"), names("a"));
        assert_ne!(names("a"), names("b"));
    }

    #[test]
    fn what_is_not_known_or_not_there_is_said() {
        for (frame, what) in [
            ("<link data-trunk rel=\"sass\" href=\"a.scss\">", "rel=\"sass\""),
            ("<link data-trunk rel=\"css\" href=\"static/none.css\">", "static/none.css"),
            ("<link data-trunk rel=\"css\">", "no href"),
            ("<link data-trunk rel=\"icon\"", "no end"),
        ] {
            let fault = format!("{:#}", assembled(frame).expect_err(frame));
            assert!(fault.contains(what), "{fault}");
        }
    }

    #[test]
    fn all_that_the_page_names_is_there() {
        let frame = fs::read_to_string(root().join(FRAME)).expect("a page");
        let program = |_: &str, _: &str| Ok(Program { wasm: Vec::new(), script: String::new() });
        let (page, files) = assemble(&frame, program).expect("known");
        let endings: Vec<&str> = files.keys().filter_map(|name| name.rsplit('.').next()).collect();
        assert_eq!(endings, ["js", "wasm", "svg", "css"], "the styles are one file");
        assert!(!page.contains("data-trunk"), "{page}");
    }
}

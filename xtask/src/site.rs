//! The static site: the lab built into `dist/`, the documents beside it; weighed, read into memory.
//!
//! To bind and optimise takes half a minute, so it is done only if something has changed since the last build: the stamp in `target/` holds one digest of what the lab was built from
//! and one of what came of it. The documents take no time and are rendered at every call.

use crate::command::{output, root, target};
use crate::compress::{self, Encoding};
use crate::content;
use crate::lab;
use crate::languages;
use crate::pages;
use crate::tools::Tools;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::env;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the page's wasm and JavaScript together may weigh, gzipped [bytes].
const WEIGHT_LIMIT: usize = 780_000;

/// A built site, whole in memory: file name relative to its root, with `/`, to content. What is
/// not in it cannot be served, and a build while it is served changes nothing.
pub struct Site(pub Files);

impl Site {
    /// A file as it is compressed beside itself.
    pub fn compressed(&self, name: &str, encoding: Encoding) -> Option<&[u8]> {
        self.0.get(&format!("{name}{}", encoding.ending())).map(Vec::as_slice)
    }
}

type Files = BTreeMap<String, Vec<u8>>;

/// Builds the site and prints its weight; fails if it is too heavy.
pub fn dist() -> Result<()> {
    let site = build()?;
    println!("The site is in {}.", folder().display());
    weigh(&site)
}

/// Builds the release site into `dist/`, the lab only if it is not there already, and reads it.
pub fn build() -> Result<Site> {
    let tools = Tools::ensure(|| {
        println!("Compiling the lab…");
        lab::compile()
    })?;
    let _lock = lock()?;
    let stamp_file = target()?.join("site.stamp");
    let sources = sources_digest()?;
    let stamp = |lab: &Files| format!("{sources:016x} {:016x}", digest(lab));
    if let (Ok(files), Ok(last)) = (read_lab(), fs::read_to_string(&stamp_file))
        && stamp(&files) == last
    {
        println!("The lab is up to date.");
    } else {
        println!("Building the lab…");
        lab::write(&folder(), &tools)?;
        fs::write(&stamp_file, stamp(&read_lab()?)).context("could not write into target/")?;
    }
    pages::write(&folder())?;
    languages::write(&folder())?;
    content::write(&folder())?;
    for (name, content) in read_tree(&folder(), &[])?.iter().filter(|(name, _)| compress::is_worth_it(name)) {
        compress::write(&folder().join(name), content)?;
    }
    Ok(Site(read_tree(&folder(), &[])?))
}

/// Reads the lab as it was last built.
fn read_lab() -> Result<Files> {
    let mut files = read_tree(&folder(), &[pages::FOLDER, languages::FOLDER, content::FOLDER])?;
    files.retain(|name, _| !Encoding::ALL.iter().any(|encoding| name.ends_with(encoding.ending())));
    if !files.contains_key("index.html") {
        bail!("dist/ holds no index.html: build the site with `cargo xtask dist`");
    }
    Ok(files)
}

/// A digest of all that the lab is built from: the compiler, its settings, and every file of the
/// repository but those that no lab is made of.
fn sources_digest() -> Result<u64> {
    let others = [".git", ".ci", "benches", "dist", "docs", "target", "tests"];
    let files = read_tree(root(), &others)?;
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let compiler = output(Command::new(rustc).arg("-vV"))?;
    let flags = ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"].map(env::var_os);
    Ok(digest(&(compiler, flags, files)))
}

/// A digest of anything, of this build alone.
pub fn digest(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The files below a folder, by their names relative to it; `except` names entries of the folder
/// itself that are left out.
fn read_tree(top: &Path, except: &[&str]) -> Result<Files> {
    let mut files = BTreeMap::new();
    let mut folders = vec![top.to_owned()];
    while let Some(folder) = folders.pop() {
        let unreadable = || format!("could not read {}", folder.display());
        for entry in fs::read_dir(&folder).with_context(unreadable)? {
            let entry = entry.with_context(unreadable)?;
            let (path, name) = (entry.path(), entry.file_name());
            if folder == top && except.iter().any(|except| name == *except) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                let content = fs::read(&path).with_context(|| format!("could not read {}", path.display()))?;
                files.insert(relative_name(top, &path), content);
            }
        }
    }
    Ok(files)
}

fn folder() -> PathBuf {
    root().join("dist")
}

fn relative_name(top: &Path, path: &Path) -> String {
    path.strip_prefix(top)
        .expect("invariant: only files below the folder are named")
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

/// Two builds at once would write into the same folder.
fn lock() -> Result<File> {
    let lock = File::create(target()?.join("site.lock")).context("could not create a lock")?;
    if lock.try_lock().is_err() {
        println!("Waiting for another build of the site…");
        lock.lock().context("could not wait for the other build")?;
    }
    Ok(lock)
}

/// Prints the weight of the program files, and fails if it is over the limit.
fn weigh(site: &Site) -> Result<()> {
    println!("{:>10} {:>10} {:>10}", "bytes", "gzipped", "brotli");
    let (mut bytes, mut gzipped, mut brotli) = (0, 0, 0);
    for weight in weights(site) {
        println!("{:>10} {:>10} {:>10}  {}", weight.bytes, weight.gzipped, weight.brotli, weight.name);
        bytes += weight.bytes;
        gzipped += weight.gzipped;
        brotli += weight.brotli;
    }
    println!("{bytes:>10} {gzipped:>10} {brotli:>10}  in total");
    if gzipped > WEIGHT_LIMIT {
        bail!(
            "wasm and JavaScript weigh {gzipped} bytes gzipped, over the limit of {WEIGHT_LIMIT}: \
             see what grew (`cargo bloat`, `twiggy`) and make it smaller"
        );
    }
    Ok(())
}

/// What a file weighs, as it is and compressed.
pub struct Weight {
    pub name: String,
    pub bytes: usize,
    pub gzipped: usize,
    pub brotli: usize,
}

/// The weights of the program files.
pub fn weights(site: &Site) -> Vec<Weight> {
    let programs = site.0.keys().filter(|name| name.ends_with(".wasm") || name.ends_with(".js"));
    programs.filter_map(|name| weight(site, name)).collect()
}

/// The weight of a file of the site.
pub fn weight(site: &Site, name: &str) -> Option<Weight> {
    let bytes = site.0.get(name)?.len();
    let [brotli, gzipped] = Encoding::ALL.map(|encoding| site.compressed(name, encoding).map_or(bytes, <[u8]>::len));
    Some(Weight { name: name.to_owned(), bytes, gzipped, brotli })
}

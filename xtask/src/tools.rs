//! The tools the site is built with: each of one pinned version, installed once into a per-user
//! cache folder and reused.
//!
//! A tool is installed under a temporary name and renamed when it is whole, so that an interrupted
//! installation is never taken for a finished one; a lock keeps two tasks from installing at once.

use crate::command::{self, find, run};
use crate::packages::Source;
use anyhow::{Context, Result, bail};
use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

const BINARYEN: &str = "132.0.0";
const WASM_OPT: &str = "node_modules/.bin/wasm-opt";
const AXE: &str = "4.14.1";
const GECKODRIVER: &str = "0.37.1";
const DASK: &str = "2026.8.0";
const PANDAS: &str = "3.1.1";
const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Where the tools are once all of them are there.
pub struct Tools {
    pub wasm_bindgen: PathBuf,
    pub wasm_bindgen_test_runner: PathBuf,
    pub wasm_opt: PathBuf,
}

impl Tools {
    /// Finds the tools, installing what is missing; on a new machine `meanwhile` beside them, for each leaves processors idle at times.
    pub fn ensure(meanwhile: impl FnOnce() -> Result<()> + Send) -> Result<Self> {
        ensure_wasm_target()?;
        let cache = &Cache::open()?;
        let version = &locked_version("wasm-bindgen")?;
        let first = !cache.has("wasm-bindgen-cli", version, "bin/wasm-bindgen");
        let [bindgen, binaryen] = thread::scope(|scope| {
            let tools = scope.spawn(|| -> Result<[PathBuf; 2]> {
                let binaryen = binaryen(cache)?;
                let bindgen =
                    cache.tool("wasm-bindgen-cli", version, "bin/wasm-bindgen", "some minutes", |folder| {
                        // Without --locked: the lock file published with it may name a withdrawn version.
                        let package = format!("wasm-bindgen-cli@{version}");
                        run(cargo_install(folder, &package).arg("--debug"))
                    })?;
                Ok([bindgen, binaryen])
            });
            if first {
                meanwhile()?;
            }
            tools.join().expect("no panic in an installation")
        })?;
        Ok(Self {
            wasm_bindgen: bindgen.join("bin/wasm-bindgen"),
            wasm_bindgen_test_runner: bindgen.join("bin/wasm-bindgen-test-runner"),
            wasm_opt: binaryen.join(WASM_OPT),
        })
    }
}

/// The optimiser of WebAssembly alone.
pub fn wasm_opt() -> Result<PathBuf> {
    Ok(binaryen(&Cache::open()?)?.join(WASM_OPT))
}

fn binaryen(cache: &Cache) -> Result<PathBuf> {
    cache.tool("binaryen", BINARYEN, WASM_OPT, "some seconds", |folder| {
        npm_install(folder, &format!("binaryen@{BINARYEN}"))
    })
}

/// The script of axe-core, which looks a page over for what keeps people from using it.
pub fn axe() -> Result<PathBuf> {
    let script = "node_modules/axe-core/axe.min.js";
    let folder = Cache::open()?
        .tool("axe-core", AXE, script, "a few seconds", |folder| npm_install(folder, &format!("axe-core@{AXE}")))?;
    Ok(folder.join(script))
}

/// The driver of Firefox.
pub fn geckodriver() -> Result<PathBuf> {
    let program = "bin/geckodriver";
    let folder = Cache::open()?.tool("geckodriver", GECKODRIVER, program, "some minutes", |folder| {
        run(cargo_install(folder, &format!("geckodriver@{GECKODRIVER}")).args(["--locked", "--debug"]))
    })?;
    Ok(folder.join(program))
}

/// A Python that knows Dask and pandas.
pub fn python() -> Result<PathBuf> {
    let has_venv = |python: &PathBuf| command::succeeds(Command::new(python).args(["-c", "import ensurepip, venv"]));
    let found = || find(&["python3"]).into_iter().chain([PathBuf::from("/usr/bin/python3")]).find(has_venv);
    let program = "bin/python";
    let folder =
        Cache::open()?.tool("dask-and-pandas", &format!("{DASK}-{PANDAS}"), program, "some seconds", |folder| {
            let source = Source {
                what: "Python with venv",
                packages: &["python3-venv"],
                otherwise: "; elsewhere a Python 3.11 or later from https://python.org has it",
            };
            run(Command::new(source.ensure(|| Ok(found()))?).args(["-m", "venv"]).arg(folder))?;
            run(Command::new(folder.join(program))
                .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
                .args([format!("distributed=={DASK}"), format!("pandas=={PANDAS}")]))
            .context("pip could not install Dask and pandas: Python 3.11 or later and a way to PyPI are needed")
        })?;
    Ok(folder.join(program))
}

fn npm_install(folder: &Path, package: &str) -> Result<()> {
    let npm = find(&["npm"]).context("npm is not on the PATH: install Node (https://nodejs.org), which includes it")?;
    run(Command::new(npm)
        .args(["install", "--no-audit", "--no-fund", "--loglevel=error"])
        .arg("--prefix")
        .arg(folder)
        .arg(package)
        .current_dir(folder))
}

/// Adds a rustup component where its program is missing, as in rustup's minimal profile.
pub fn ensure_component(component: &str, program: &str) -> Result<()> {
    if find(&[program]).is_some_and(|path| command::succeeds(Command::new(path).arg("--version"))) {
        return Ok(());
    }
    println!("Adding {component} to the toolchain…");
    run(Command::new("rustup").args(["component", "add", component]))
        .with_context(|| format!("{component} is missing: install it with rustup"))
}

pub fn ensure_wasm_target() -> Result<()> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = command::output(Command::new(rustc).args(["--print", "sysroot"]))?;
    let target = Path::new(&sysroot).join("lib/rustlib").join(WASM_TARGET);
    if target.is_dir() {
        return Ok(());
    }
    println!("Adding the target {WASM_TARGET} to the toolchain…");
    run(Command::new("rustup").args(["target", "add", WASM_TARGET]))
        .context("the wasm target is missing: install it with rustup (https://rustup.rs)")
}

/// The version of a crate that Cargo.lock has chosen.
fn locked_version(name: &str) -> Result<String> {
    let file = command::root().join("Cargo.lock");
    let lock = fs::read_to_string(&file).context("could not read Cargo.lock")?;
    version_in_lock(&lock, name)
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock names no {name}: restore it from the repository"))
}

fn version_in_lock<'lock>(lock: &'lock str, name: &str) -> Option<&'lock str> {
    let name = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

fn cargo_install(folder: &Path, package: &str) -> Command {
    let mut cargo = command::cargo();
    cargo
        .args(["install", "--quiet", package, "--root"])
        .arg(folder)
        // Nobody looks into them with a debugger, and it takes time to write what one would need.
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        // Outside the repository its settings do not apply.
        .current_dir(folder);
    cargo
}

/// The cache folder, held under a lock for as long as this value lives.
struct Cache {
    folder: PathBuf,
    _lock: File,
}

impl Cache {
    fn open() -> Result<Self> {
        let folder = cache_folder()?;
        let unusable = || format!("the cache folder {} cannot be used", folder.display());
        fs::create_dir_all(&folder).with_context(unusable)?;
        let lock = File::create(folder.join("lock")).with_context(unusable)?;
        if lock.try_lock().is_err() {
            println!("Waiting for another task that is installing tools…");
            lock.lock().with_context(unusable)?;
        }
        Ok(Self { folder, _lock: lock })
    }

    /// Whether a tool is there.
    fn has(&self, name: &str, version: &str, program: &str) -> bool {
        self.folder.join(format!("{name}-{version}")).join(program).is_file()
    }

    /// The folder of a tool, which `install` fills if it is not there yet; `program` is the file
    /// that shows it is whole.
    fn tool(
        &self,
        name: &str,
        version: &str,
        program: &str,
        duration: &str,
        install: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<PathBuf> {
        let folder = self.folder.join(format!("{name}-{version}"));
        if self.has(name, version, program) {
            return Ok(folder);
        }
        println!("Installing {name} {version} ({duration}, once)…");
        let partial = self.folder.join(format!(".{name}-{version}.partial"));
        for leftover in [&partial, &folder] {
            if leftover.exists() {
                fs::remove_dir_all(leftover).with_context(|| format!("could not remove {}", leftover.display()))?;
            }
        }
        fs::create_dir_all(&partial).with_context(|| format!("could not create {}", partial.display()))?;
        install(&partial).with_context(|| format!("could not install {name} {version}"))?;
        if !partial.join(program).is_file() {
            bail!("{name} {version} was installed without its program {program}");
        }
        fs::rename(&partial, &folder).with_context(|| format!("could not put {name} into {}", folder.display()))?;
        Ok(folder)
    }
}

fn cache_folder() -> Result<PathBuf> {
    let folder = |variable| env::var_os(variable).filter(|value| !value.is_empty());
    if let Some(ours) = folder("ASSIST_LAB_CACHE") {
        return std::path::absolute(ours).context("ASSIST_LAB_CACHE is not a usable path");
    }
    let caches = folder("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| folder("HOME").map(|home| Path::new(&home).join(".cache")))
        .context("HOME is not set: give a folder for the tools in ASSIST_LAB_CACHE")?;
    Ok(caches.join("assist-lab"))
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    fn check(lock: &str, name: &str, expect: Option<&str>) {
        assert_eq!(version_in_lock(lock, name), expect);
    }

    #[test]
    fn the_version_is_the_one_of_the_crate_named() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"1.2.3\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        check(lock, "wasm-bindgen", Some("0.2.130"));
        check(lock, "wasm-bindgen-shared", Some("1.2.3"));
        check(lock, "wasm", None);
        check("", "wasm-bindgen", None);
    }
}

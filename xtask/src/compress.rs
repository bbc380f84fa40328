//! The site's files compressed beside them, as `name.br` and `name.gz`, for hosts that hand out such files; `cargo xtask serve` does.
//!
//! The best compression takes seconds, so what was compressed once is kept in `target/compressed`, by what was in it.

use crate::command::target;
use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::Path;

/// A way to compress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Brotli.
    Brotli,
    /// Gzip.
    Gzip,
}

impl Encoding {
    /// All, the one that saves most first.
    pub const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// What a browser calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// What is behind the name of a file that is compressed so.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// The content, compressed as far as it goes.
    pub fn compress(self, content: &[u8]) -> Result<Vec<u8>> {
        let mut out = Vec::new();
        match self {
            Self::Brotli => {
                // Browsers take windows of 24 bits, and no larger ones.
                let parameters = BrotliEncoderParams { quality: 11, lgwin: 24, ..BrotliEncoderParams::default() };
                brotli::BrotliCompress(&mut &*content, &mut out, &parameters)?;
            }
            Self::Gzip => {
                let mut encoder = GzEncoder::new(&mut out, Compression::best());
                encoder.write_all(content)?;
                encoder.finish()?;
            }
        }
        Ok(out)
    }
}

/// Whether a file is worth it: pictures are compressed in themselves.
pub fn is_worth_it(name: &str) -> bool {
    let done = Encoding::ALL.map(Encoding::ending);
    ![".png", ".ico", ".woff2"].iter().chain(&done).any(|ending| name.ends_with(ending))
}

/// Writes the compressed file beside a file of the site.
pub fn write(file: &Path, content: &[u8]) -> Result<()> {
    let kept = target()?.join("compressed");
    fs::create_dir_all(&kept).context("could not make target/compressed")?;
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    for encoding in Encoding::ALL {
        let known = kept.join(format!("{:016x}{}", hasher.finish(), encoding.ending()));
        let compressed = match fs::read(&known) {
            Ok(compressed) => compressed,
            Err(_) => {
                let compressed = encoding.compress(content)?;
                // Whole or not at all: it is not looked into again.
                let partial = known.with_extension("partial");
                fs::write(&partial, &compressed).context("could not write into target/compressed")?;
                fs::rename(&partial, &known).context("could not write into target/compressed")?;
                compressed
            }
        };
        let mut beside = file.as_os_str().to_owned();
        beside.push(encoding.ending());
        fs::write(&beside, compressed).with_context(|| format!("could not write beside {}", file.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read;

    #[test]
    fn what_was_compressed_comes_back() {
        let content = b"the same and the same and the same and the same".as_slice();
        let open = |encoding: Encoding| -> Result<Vec<u8>> {
            let (compressed, mut out) = (encoding.compress(content)?, Vec::new());
            assert!(compressed.len() < content.len(), "{encoding:?}");
            match encoding {
                Encoding::Brotli => brotli::BrotliDecompress(&mut &*compressed, &mut out)?,
                Encoding::Gzip => drop(GzDecoder::new(&*compressed).read_to_end(&mut out)?),
            }
            Ok(out)
        };
        for encoding in Encoding::ALL {
            assert_eq!(open(encoding).expect("it can be opened"), content, "{encoding:?}");
        }
    }

    #[test]
    fn what_is_compressed_already_is_left_alone() {
        let check = |name: &str, expect: bool| assert_eq!(is_worth_it(name), expect, "{name}");
        check("app.wasm", true);
        check("content/drawings", true);
        check("docs/lab.png", false);
        check("app.wasm.br", false);
        check("app.wasm.gz", false);
    }
}

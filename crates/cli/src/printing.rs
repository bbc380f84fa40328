//! How an answer is printed: as text to read, or as a file for machines.

use clap::{Args, ValueEnum};

use crate::{Answer, say, whole};
use library::results;
use model::fault::Fault;

/// Arguments of every command whose results may be a file.
#[derive(Args)]
pub struct Printing {
    /// How to print the results.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Begin CSV with a byte order mark, which some spreadsheets need to recognise UTF-8.
    #[arg(long)]
    bom: bool,
}

/// How results are printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table to read.
    Text,
    /// JSON.
    Json,
    /// Comma-separated values.
    Csv,
}

impl Printing {
    /// What is asked of a format that it has not.
    pub fn fault(&self) -> Option<Fault> {
        (self.bom && self.format != Format::Csv).then(|| Fault::new("--bom", "", "works only with --format csv"))
    }

    /// What CSV begins with.
    pub fn mark(&self) -> &'static str {
        if self.bom { results::BOM } else { "" }
    }

    /// An answer: a text with its notes below, or a file, whose notes are said beside it.
    pub fn answer(
        &self,
        notes: &[String],
        text: impl FnOnce() -> String,
        file: impl FnOnce(results::Format) -> String,
    ) -> Answer {
        if self.format != Format::Text {
            notes.iter().for_each(|note| say(note));
        }
        whole(match self.format {
            Format::Text => notes.iter().fold(text(), |all, note| all + "\n" + note + "\n"),
            Format::Json => file(results::Format::Json),
            Format::Csv => self.mark().to_owned() + &file(results::Format::Csv),
        })
    }
}

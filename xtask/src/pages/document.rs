//! A document, from Markdown to the inside of a page: headings and the rows of tables get anchors, links to other documents lead to
//! their pages, wide tables get a box to scroll in, formulas are set to be read.

use std::collections::BTreeMap;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream, html};

use super::formula;

/// What becomes of a document.
pub struct Document {
    /// Its first heading, as text.
    pub title: String,
    /// The headings of the second and third level.
    pub contents: Vec<Heading>,
    /// All of it, as HTML.
    pub html: String,
}

/// A heading in the list of contents.
#[derive(Debug, PartialEq)]
pub struct Heading {
    /// Whether it is of the second level, not of the third.
    pub chapter: bool,
    /// Its anchor.
    pub id: String,
    /// Its words, as HTML.
    pub html: String,
}

/// Renders a document. Of the files that it links to `pages` become pages, by their names without an ending.
pub fn render(markdown: &str, pages: &[&str]) -> Document {
    let mut renderer = Renderer { pages, ..Renderer::default() };
    for event in TextMergeStream::new(Parser::new_ext(markdown, Options::ENABLE_TABLES)) {
        renderer.take(event);
    }
    let Renderer { title, contents, anchors, out, .. } = renderer;
    // An id may be explained further down than it is used: only now is it known which are.
    let parameters = anchors.iter().filter(|(_, anchor)| anchor.starts_with("parameter-"));
    let parameters = parameters.map(|(id, anchor)| (id.clone(), anchor.clone())).collect();
    let linked = out.into_iter().map(|event| match event {
        Event::Code(text) => raw(match anchors.get(&*text) {
            Some(anchor) => format!("<a href=\"#{anchor}\">{}</a>", code(&text, "")),
            None => code(&text, ""),
        }),
        Event::DisplayMath(text) => {
            raw(format!("<pre class=\"formulas\" translate=\"no\">{}</pre>\n", formula::block(&text, &parameters)))
        }
        other => other,
    });
    Document { title, contents, html: written(linked) }
}

fn written<'a>(events: impl Iterator<Item = Event<'a>>) -> String {
    let mut text = String::new();
    html::push_html(&mut text, events);
    text
}

fn raw<'a>(html: impl Into<CowStr<'a>>) -> Event<'a> {
    Event::InlineHtml(html.into())
}

fn code(text: &str, attributes: &str) -> String {
    // What is short is not broken.
    let long = if text.chars().count() > 24 { " class=\"long\"" } else { "" };
    format!("<code translate=\"no\"{long}{attributes}>{}</code>", escaped(text))
}

fn escaped(text: &str) -> String {
    written(std::iter::once(Event::Text(text.into())))
}

/// A word of a command or a file, which may be broken after a hyphen unless something forbids it.
fn word_of_code(word: &str) -> String {
    let text = escaped(word);
    if word.starts_with('-') { format!("<span class=\"option\">{text}</span>") } else { text }
}

#[derive(Default)]
struct Renderer<'a> {
    /// The documents that are pages, too.
    pages: &'a [&'a str],
    title: String,
    contents: Vec<Heading>,
    /// Of ids, where they are explained on this page.
    anchors: BTreeMap<String, String>,
    /// The anchors of headings so far, and how often each was wanted.
    wanted: BTreeMap<String, usize>,
    /// What is written. A block of formulas stands here as `DisplayMath`, code that may become a link as `Code`.
    out: Vec<Event<'a>>,
    /// Where in `out` the heading begins that is open, and what it says.
    heading: Option<(usize, String)>,
    /// Whether the link that is open leads anywhere.
    link: Option<bool>,
    /// The block of code that is open, of formulas if no language is named.
    block: Option<Block>,
    table: Option<Table>,
    tables: usize,
}

struct Block {
    language: Option<String>,
    text: String,
}

/// A table: what its columns are called, and in which of them one is.
#[derive(Default)]
struct Table {
    head: Vec<String>,
    in_head: bool,
    column: usize,
}

impl Table {
    /// What the ids in the first cells of its rows are of, if this is the table that explains them.
    fn explains(&self) -> Option<&'static str> {
        match self.head.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["id", "meaning", ..] => Some("parameter"),
            ["id", "what it is", ..] => Some("outcome"),
            ["scenario", "claim", ..] => Some("scenario"),
            _ => None,
        }
    }
}

impl<'a> Renderer<'a> {
    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Text(text) => self.text(&text),
            Event::Code(text) => self.code(text),
            // Marks for the programs that write a part of a document.
            Event::Html(_) | Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(Tag::Heading { .. }) => {
                self.heading = Some((self.out.len(), String::new()));
                self.out.push(event);
            }
            Event::End(TagEnd::Heading(level)) => {
                self.end_heading(level);
                self.out.push(event);
            }
            Event::Start(Tag::Link { ref dest_url, .. }) => {
                let to = self.target(dest_url);
                self.link = Some(to.is_some());
                self.out.extend(to.map(|to| raw(format!("<a href=\"{to}\">"))));
            }
            Event::End(TagEnd::Link) => {
                if self.link.take() == Some(true) {
                    self.out.push(raw("</a>"));
                }
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let language = match kind {
                    CodeBlockKind::Fenced(language) => Some(language.into_string()),
                    CodeBlockKind::Indented => None,
                };
                self.block = Some(Block { language, text: String::new() });
            }
            Event::End(TagEnd::CodeBlock) => self.end_block(),
            other => self.in_table(other),
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(block) = &mut self.block {
            block.text += text;
            return;
        }
        self.note(text);
        self.out.push(raw(formula::in_text(text)));
    }

    fn code(&mut self, text: CowStr<'a>) {
        self.note(&text);
        let explained =
            self.table.as_ref().filter(|table| table.column == 0 && !table.in_head).and_then(Table::explains);
        if let Some(kind) = explained {
            let anchor = format!("{kind}-{text}");
            self.out.push(raw(code(&text, &format!(" id=\"{anchor}\""))));
            self.anchors.insert(text.into_string(), anchor);
        } else if self.heading.is_some() || self.link.is_some() {
            self.out.push(raw(code(&text, "")));
        } else {
            self.out.push(Event::Code(text));
        }
    }

    /// Remembers the words of headings and of heads of tables.
    fn note(&mut self, text: &str) {
        if let Some((_, words)) = &mut self.heading {
            *words += text;
        }
        if let Some(cell) = self.table.as_mut().filter(|table| table.in_head).and_then(|table| table.head.last_mut()) {
            *cell += text;
        }
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        let Some((start, words)) = self.heading.take() else { return };
        let mut id = anchor(&words);
        let count = self.wanted.entry(id.clone()).or_default();
        if *count > 0 {
            id = format!("{id}-{count}");
        }
        *count += 1;
        match level {
            HeadingLevel::H1 => self.title = words,
            HeadingLevel::H2 | HeadingLevel::H3 => {
                let html = written(self.out[start + 1..].iter().cloned());
                self.contents.push(Heading { chapter: level == HeadingLevel::H2, id: id.clone(), html });
            }
            _ => {}
        }
        self.out[start] =
            Event::Start(Tag::Heading { level, id: Some(id.into()), classes: Vec::new(), attrs: Vec::new() });
    }

    /// Where a link leads from the page; nowhere if there is no page of what it leads to.
    fn target(&self, link: &str) -> Option<String> {
        if link.contains("://") || link.starts_with('#') {
            return Some(link.to_owned());
        }
        let (file, heading) = link.split_once('#').map_or((link, None), |(file, heading)| (file, Some(heading)));
        let page = file.strip_suffix(".md").filter(|page| self.pages.contains(page))?;
        Some(format!("{page}.html{}", heading.map(|heading| format!("#{heading}")).unwrap_or_default()))
    }

    fn end_block(&mut self) {
        let Some(Block { language, text }) = self.block.take() else { return };
        self.out.push(match language {
            None => Event::DisplayMath(text.into()),
            Some(_) => {
                let lines = formula::lines(&text, |line| line.split_inclusive(' ').map(word_of_code).collect());
                raw(format!("<pre><code translate=\"no\">{lines}</code></pre>\n"))
            }
        });
    }

    fn in_table(&mut self, event: Event<'a>) {
        match event {
            Event::Start(Tag::Table(_)) => {
                self.tables += 1;
                self.table = Some(Table::default());
                // Reached by the keyboard too, for it may have to be scrolled.
                let label = format!("Table {} of this page", self.tables);
                self.out
                    .push(raw(format!("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{label}\">")));
                self.out.push(event);
            }
            Event::End(TagEnd::Table) => {
                self.table = None;
                self.out.extend([event, raw("</div>\n")]);
            }
            event => {
                if let Some(table) = &mut self.table {
                    match &event {
                        Event::Start(Tag::TableHead) => table.in_head = true,
                        Event::End(TagEnd::TableHead) => table.in_head = false,
                        Event::Start(Tag::TableRow) => table.column = 0,
                        Event::Start(Tag::TableCell) if table.in_head => table.head.push(String::new()),
                        Event::End(TagEnd::TableCell) if !table.in_head => table.column += 1,
                        // Who hears the table must hear of every column.
                        Event::End(TagEnd::TableCell) if table.head.last().is_some_and(String::is_empty) => {
                            self.out.push(raw("<span class=\"unseen\">Result</span>"));
                        }
                        _ => {}
                    }
                }
                self.out.push(event);
            }
        }
    }
}

/// The anchor of a heading, as web sites that show Markdown make it.
fn anchor(words: &str) -> String {
    let words = words.trim().to_lowercase();
    words.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c)).collect::<String>().replace(' ', "-")
}

//! What a file is that holds no scenario: by its first bytes, by its beginning, by its name.

use std::fmt::Display;

use serde_json::Value;

use words::file_faults;

/// Says of a file, by its name, what it is.
pub type Is = fn(&dyn Display) -> String;

/// What a file that is no text is, by the bytes that it begins with.
pub fn of_bytes(bytes: &[u8]) -> Option<Is> {
    const BEGINNINGS: [(&[u8], Is); 14] = [
        (b"\x89PNG", file_faults::is_picture),
        (b"\xff\xd8\xff", file_faults::is_picture),
        (b"GIF8", file_faults::is_picture),
        (b"II*\0", file_faults::is_picture),
        (b"MM\0*", file_faults::is_picture),
        (b"\0\0\x01\0", file_faults::is_picture),
        (b"%PDF", file_faults::is_pdf),
        (b"PK\x03\x04", file_faults::is_archive_or_document),
        (b"\xd0\xcf\x11\xe0", file_faults::is_document),
        (b"{\\rtf", file_faults::is_document),
        (b"\x1f\x8b", file_faults::is_compressed),
        (b"7z\xbc\xaf", file_faults::is_archive),
        (b"Rar!", file_faults::is_archive),
        (b"\x7fELF", file_faults::is_program),
    ];
    let found = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)).map(|(_, what)| *what);
    let inside = |at: usize, what: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(what));
    found.or_else(|| {
        if bytes.starts_with(b"RIFF") && inside(8, b"WEBP") {
            Some(file_faults::is_picture)
        } else {
            inside(4, b"ftyp").then_some(file_faults::is_picture_or_film)
        }
    })
}

/// What a text that is no JSON is, as far as its beginning or the name of its file tell.
pub fn of_text(name: &str, text: &str) -> Option<Is> {
    let text = text.trim_start();
    let head = text.lines().next().unwrap_or_default();
    if text.starts_with('<') {
        return Some(if text.contains("<svg") { file_faults::is_picture } else { file_faults::is_web_page });
    }
    let json = text.starts_with(['{', '[', '"']);
    let columns = 1 + head.bytes().filter(|byte| matches!(byte, b',' | b';' | b'\t')).count();
    if !json && columns > 3 && (head.contains("outcome") || head.contains("seed")) {
        return Some(file_faults::is_results);
    }
    let ending = |endings: &[&str]| endings.iter().any(|ending| ends_with(name, ending));
    if ending(&[".csv", ".tsv"]) || (!json && columns > 3) {
        Some(file_faults::is_table)
    } else if ending(&[".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".svg", ".heic", ".tif", ".tiff"]) {
        Some(file_faults::is_picture)
    } else if ending(&[".pdf"]) {
        Some(file_faults::is_pdf)
    } else {
        None
    }
}

/// What JSON is that is surely no scenario: results of ours, which hold what no scenario does, or the schema.
pub fn of_value(value: &Value) -> Option<Is> {
    // Rows of a table are as good as what they are rows of.
    let fields = match value {
        Value::Array(rows) => rows.first()?.as_object()?,
        value => value.as_object()?,
    };
    let has = |any: &[&str]| any.iter().any(|field| fields.contains_key(*field));
    if has(&["experiment"]) && !has(&["format"]) {
        Some(file_faults::is_experiment)
    } else if has(&["world", "policy", "control", "treatment"]) {
        None
    } else if has(&["arms", "outcome", "outcomes", "paired", "replications"]) {
        Some(file_faults::is_results)
    } else {
        has(&["$defs", "properties"]).then_some(file_faults::is_schema)
    }
}

/// Whether a name ends so, whatever the case of its letters.
fn ends_with(name: &str, ending: &str) -> bool {
    let start = name.len().checked_sub(ending.len());
    start.and_then(|start| name.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(found: Option<Is>, expect: Option<&str>, of: &str) {
        let found = found.map(|is| is(&"x"));
        assert_eq!(found, expect.map(|what| format!("“x” is {what}, not a scenario file")), "{of}");
    }

    #[test]
    fn pictures_documents_and_archives_are_known_by_their_bytes() {
        let check = |bytes: &[u8], expect: Option<&str>| same(of_bytes(bytes), expect, &format!("{bytes:?}"));
        for bytes in [&b"\x89PNG\r\n\x1a\n"[..], b"\xff\xd8\xff\xe0\0\x10JFIF", b"GIF89a", b"RIFF\x10\0\0\0WEBPVP8 "] {
            check(bytes, Some("a picture"));
        }
        check(b"%PDF-1.7", Some("a PDF document"));
        check(b"PK\x03\x04\x14\0", Some("an archive or an office document"));
        check(b"\0\0\0\x18ftypheic", Some("a picture or a film"));
        for bytes in [&b""[..], b"{", b"{\"format\": 2}", b"RIFF", b"\xff\xfe{\0"] {
            check(bytes, None);
        }
    }

    #[test]
    fn texts_are_known_by_their_beginning_or_their_name() {
        let check = |name: &str, text: &str, expect: Option<&str>| same(of_text(name, text), expect, name);
        check("a", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>", Some("a picture"));
        check("a.json", "<?xml version=\"1.0\"?>\n<!-- made -->\n<svg>", Some("a picture"));
        check("a", "<!doctype html><title>", Some("a web page or XML"));
        check("a", "<scenario/>", Some("a web page or XML"));
        check("a.csv", "scenario,version,seed,replications,outcome,unit\nsoftware,", Some("a file of results"));
        check("a.txt", "scenario;settings;version;seed;outcome\n", Some("a file of results"));
        check("people.CSV", "name\nAda", Some("a table"));
        check("people", "name\tage\tteam\trole", Some("a table"));
        check("photo.JPG", "?", Some("a picture"));
        check("ü.pdf", "?", Some("a PDF document"));
        check("a.json", "{\"a\": 1, \"b\": 2, \"seed\": 3, \"c\"", None);
        check("ü", "", None);
    }

    #[test]
    fn results_are_known_by_what_no_scenario_holds() {
        let check = |text: &str, expect: Option<&str>| {
            let value = serde_json::from_str(text).expect("JSON");
            same(of_value(&value), expect, text);
        };
        check("{\"scenario\": \"software\", \"arms\": {}, \"paired\": {}}", Some("a file of results"));
        check("[{\"outcome\": \"morale\", \"week\": 1}]", Some("a file of results"));
        check("{\"experiment\": 1, \"scenario\": \"software\", \"outcomes\": []}", Some("an experiment"));
        check("{\"$schema\": \"x\", \"properties\": {}}", Some("a JSON schema"));
        check("{\"format\": 2, \"treatment\": {}, \"arms\": 2}", None);
        check("{\"format\": 2, \"sea\": 2}", None);
        check("[]", None);
        check("7", None);
    }
}

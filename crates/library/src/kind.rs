//! What a file is that holds no scenario: by its first bytes, by its beginning, by its name.

use serde_json::Value;

const PICTURE: &str = "a picture";
const TABLE: &str = "a table";
const RESULTS: &str = "a file of results";

/// What a file that is no text is, by the bytes that it begins with.
pub fn of_bytes(bytes: &[u8]) -> Option<&'static str> {
    const BEGINNINGS: [(&[u8], &str); 14] = [
        (b"\x89PNG", PICTURE),
        (b"\xff\xd8\xff", PICTURE),
        (b"GIF8", PICTURE),
        (b"II*\0", PICTURE),
        (b"MM\0*", PICTURE),
        (b"\0\0\x01\0", PICTURE),
        (b"%PDF", "a PDF document"),
        (b"PK\x03\x04", "an archive or a document of an office program"),
        (b"\xd0\xcf\x11\xe0", "a document of an office program"),
        (b"{\\rtf", "a document of an office program"),
        (b"\x1f\x8b", "a compressed file"),
        (b"7z\xbc\xaf", "an archive"),
        (b"Rar!", "an archive"),
        (b"\x7fELF", "a program"),
    ];
    let found = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)).map(|(_, what)| *what);
    let inside = |at: usize, what: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(what));
    found.or_else(|| {
        if bytes.starts_with(b"RIFF") && inside(8, b"WEBP") {
            Some(PICTURE)
        } else {
            inside(4, b"ftyp").then_some("a picture or a film")
        }
    })
}

/// What a text that is no JSON is, as far as its beginning or the name of its file tell.
pub fn of_text(name: &str, text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    let head = text.lines().next().unwrap_or_default();
    if text.starts_with('<') {
        return Some(if text.contains("<svg") { PICTURE } else { "a web page or XML" });
    }
    let json = text.starts_with(['{', '[', '"']);
    let columns = 1 + head.bytes().filter(|byte| matches!(byte, b',' | b';' | b'\t')).count();
    if !json && columns > 3 && (head.contains("outcome") || head.contains("seed")) {
        return Some(RESULTS);
    }
    let ending = |endings: &[&str]| endings.iter().any(|ending| ends_with(name, ending));
    if ending(&[".csv", ".tsv"]) || (!json && columns > 3) {
        Some(TABLE)
    } else if ending(&[".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".svg", ".heic", ".tif", ".tiff"]) {
        Some(PICTURE)
    } else if ending(&[".pdf"]) {
        Some("a PDF document")
    } else {
        None
    }
}

/// What JSON is that is surely no scenario: results of ours, which hold what no scenario does, or the schema.
pub fn of_value(value: &Value) -> Option<&'static str> {
    // Rows of a table are as good as what they are rows of.
    let fields = match value {
        Value::Array(rows) => rows.first()?.as_object()?,
        value => value.as_object()?,
    };
    let has = |any: &[&str]| any.iter().any(|field| fields.contains_key(*field));
    if has(&["world", "policy", "control", "treatment"]) {
        None
    } else if has(&["arms", "outcome", "outcomes", "paired", "replications"]) {
        Some(RESULTS)
    } else {
        has(&["$defs", "properties"]).then_some("a JSON schema")
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

    #[test]
    fn pictures_documents_and_archives_are_known_by_their_bytes() {
        let check = |bytes: &[u8], expect: Option<&str>| assert_eq!(of_bytes(bytes), expect, "{bytes:?}");
        for bytes in [&b"\x89PNG\r\n\x1a\n"[..], b"\xff\xd8\xff\xe0\0\x10JFIF", b"GIF89a", b"RIFF\x10\0\0\0WEBPVP8 "] {
            check(bytes, Some("a picture"));
        }
        check(b"%PDF-1.7", Some("a PDF document"));
        check(b"PK\x03\x04\x14\0", Some("an archive or a document of an office program"));
        check(b"\0\0\0\x18ftypheic", Some("a picture or a film"));
        for bytes in [&b""[..], b"{", b"{\"format\": 1}", b"RIFF", b"\xff\xfe{\0"] {
            check(bytes, None);
        }
    }

    #[test]
    fn texts_are_known_by_their_beginning_or_their_name() {
        let check = |name: &str, text: &str, expect: Option<&str>| assert_eq!(of_text(name, text), expect, "{name}");
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
            assert_eq!(of_value(&value), expect, "{text}");
        };
        check("{\"scenario\": \"software\", \"arms\": {}, \"paired\": {}}", Some("a file of results"));
        check("[{\"outcome\": \"morale\", \"week\": 1}]", Some("a file of results"));
        check("{\"$schema\": \"x\", \"properties\": {}}", Some("a JSON schema"));
        check("{\"format\": 1, \"treatment\": {}, \"arms\": 2}", None);
        check("{\"format\": 1, \"sea\": 2}", None);
        check("[]", None);
        check("7", None);
    }
}

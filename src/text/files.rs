//! What is said of files that were opened, or not.

use crate::state::Notice;
use model::fault::Fault;
use words::files;

/// A file that holds no valid scenario.
pub struct Refused {
    /// What it is called.
    pub name: String,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

/// Of files among which there is no scenario: all that is wrong with the only one, or the first fault of each.
pub fn notice_of_refused(refused: &[Refused]) -> Notice {
    match refused {
        [one] => Notice::of_faults(&files::refused(&one.name), &one.faults),
        many => Notice {
            text: files::none_opened().to_owned(),
            details: many.iter().map(first_fault).collect(),
            of_page: false,
        },
    }
}

/// Of files that came together with one that was opened: those before it, which hold no scenario, and those after it.
pub fn notice_of_others(opened: &str, before: &[Refused], after: &[String]) -> Option<Notice> {
    if before.is_empty() && after.is_empty() {
        return None;
    }
    let later = after.iter().map(|name| files::not_opened(name));
    Some(Notice {
        text: files::only_one(&opened),
        details: before.iter().map(first_fault).chain(later).collect(),
        of_page: false,
    })
}

/// Of a file of an earlier format, about which these are the notes.
pub fn notice_of_earlier(opened: &str, notes: Vec<String>) -> Option<Notice> {
    (!notes.is_empty()).then(|| Notice { text: files::earlier(&opened), details: notes, of_page: false })
}

fn first_fault(refused: &Refused) -> String {
    let fault = refused.faults.first().map(words::fault::sentence).unwrap_or_default();
    if fault.contains(&files::name(&refused.name)) {
        fault
    } else {
        files::Fault { name: &refused.name, fault: &fault }.say()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use library::file;

    fn refused(name: &str, bytes: &[u8]) -> Refused {
        Refused { name: name.to_owned(), faults: file::open(name, bytes).expect_err("no scenario") }
    }

    #[test]
    fn every_fault_of_one_file_is_named_and_one_of_each_of_several() {
        let [picture, wrong] =
            [refused("x.png", b"\x89PNG"), refused("a.json", b"{\"format\": 2, \"sea\": 1, \"air\": 2}")];
        let notice = notice_of_refused(std::slice::from_ref(&wrong));
        assert_eq!(notice.text, "“a.json” could not be opened; nothing was changed:");
        assert_eq!(notice.details.len(), 2, "{notice:?}");
        let notice = notice_of_refused(&[picture, wrong]);
        assert_eq!(notice.text, "None of these files could be opened; nothing was changed:");
        assert_eq!(notice.details[0], "file: “x.png” is a picture, not a scenario file");
        assert!(notice.details[1].starts_with("“a.json”: air: not a field"), "{notice:?}");
    }

    #[test]
    fn what_was_converted_of_an_earlier_file_is_told() {
        let text = b"{\"format\": 1, \"world\": {\"source\": \"flow\", \"demand\": 2}}";
        let notes = file::open("a.json", text).expect("valid").told();
        let notice = notice_of_earlier("a.json", notes).expect("demand was converted");
        assert_eq!(notice.text, "About “a.json”:");
        let [earlier, demand] = &notice.details[..] else { panic!("{notice:?}") };
        assert_eq!(earlier, words::file_faults::earlier_model());
        assert_eq!(demand, "Demand used to be given per seat. It is now the whole team's: 16 tasks a week.");
        assert_eq!(notice_of_earlier("a.json", Vec::new()), None);
    }

    #[test]
    fn of_several_files_those_that_were_not_opened_are_named() {
        assert_eq!(notice_of_others("a.json", &[], &[]), None);
        let notice =
            notice_of_others("a.json", &[refused("x.png", b"\x89PNG")], &["b.json".to_owned()]).expect("others");
        assert_eq!(notice.text, "Only one scenario can be open at a time. “a.json” was opened, the others were not:");
        assert_eq!(notice.details, ["file: “x.png” is a picture, not a scenario file", "“b.json” was not opened"]);
    }
}

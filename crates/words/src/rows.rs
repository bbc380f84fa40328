//! Whether a table of a language has the rows of a table of the model: what is missing does not compile.

/// Whether these are the same ids in the same order.
pub(crate) const fn same(ids: &[&str], of: &[&str]) -> bool {
    let mut place = 0;
    while place < ids.len() && place < of.len() {
        if !equal(ids[place].as_bytes(), of[place].as_bytes()) {
            return false;
        }
        place += 1;
    }
    ids.len() == of.len()
}

/// Whether these ids are some of those, in the same order.
pub(crate) const fn within(ids: &[&str], of: &[&str]) -> bool {
    let (mut place, mut found) = (0, 0);
    while found < ids.len() && place < of.len() {
        if equal(ids[found].as_bytes(), of[place].as_bytes()) {
            found += 1;
        }
        place += 1;
    }
    found == ids.len()
}

const fn equal(a: &[u8], b: &[u8]) -> bool {
    let mut place = 0;
    while place < a.len() && place < b.len() {
        if a[place] != b[place] {
            return false;
        }
        place += 1;
    }
    a.len() == b.len()
}

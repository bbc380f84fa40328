//! Finding a parameter by what someone calls it.

use model::parameters::{PARAMETERS, Parameter};
use words::parameter;

/// The parameters in whose label, id, heading or help all the words stand, in the order of the table; all for no words.
pub fn find(query: &str) -> Vec<&'static Parameter> {
    let words: Vec<String> = query.split_whitespace().map(str::to_ascii_lowercase).collect();
    let fits = |row: &&Parameter| {
        let text = [parameter::label(row), row.id, parameter::section(row), parameter::help(row)]
            .join("\n")
            .to_ascii_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    PARAMETERS.iter().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(query: &str, expect: &[&str]) {
        let found: Vec<&str> = find(query).iter().map(|row| row.id).collect();
        assert_eq!(found, expect, "{query}");
    }

    #[test]
    fn a_parameter_is_found_by_label_id_heading_and_help() {
        check("role charter", &["role_clarity", "role_charter"]);
        check("assist_share", &["assist_share"]);
        check("L_STAR", &["l_star"]);
        check("emotional labour", &["k_e"]);
        check("profile humility", &["humility"]);
        check("weather", &[]);
        assert_eq!(find("  ").len(), PARAMETERS.len());
        assert!(find("burn").iter().any(|row| row.id == "theta"));
    }
}

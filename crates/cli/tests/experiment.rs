//! `assist-lab experiment` and `assist-lab merge` as their users meet them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

/// The example files, and how many shards each is cut into here.
const EXAMPLES: [(&str, u32); 5] = [("pairs", 3), ("why", 2), ("sweep", 5), ("screen", 3), ("indices", 7)];

fn example(name: &str) -> String {
    format!("{}/../../docs/experiments/{name}.json", env!("CARGO_MANIFEST_DIR"))
}

fn assist_lab(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_assist-lab")).args(arguments).output().expect("the binary runs")
}

fn answer(arguments: &[&str]) -> String {
    let output = assist_lab(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Exit code 2, nothing on standard output, and these lines on standard error, or what they begin with.
fn refuses(arguments: &[&str], lines: &[&str]) {
    let output = assist_lab(arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(2), true), "{arguments:?}: {said}");
    let found: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("assist-lab: ")).collect();
    let fits = found.len() == lines.len() && found.iter().zip(lines).all(|(found, line)| found.starts_with(line));
    assert!(fits, "{arguments:?}: {said}");
}

/// A file in a folder of this test.
fn file(test: &str, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).expect("a folder for tests");
    let path: PathBuf = folder.join(name);
    fs::write(&path, bytes).expect("a folder to write into");
    path.to_str().expect("UTF-8").to_owned()
}

/// An experiment with these fields besides the version.
fn experiment(test: &str, name: &str, mut fields: Value) -> String {
    fields["experiment"] = json!(1);
    file(test, name, fields.to_string())
}

/// The files of all shards of an experiment.
fn shards(test: &str, name: &str, path: &str, of: u32) -> Vec<String> {
    let shard = |place: u32| answer(&["experiment", path, "--shard", &format!("{place}/{of}"), "--threads", "2"]);
    (1..=of).map(|place| file(test, &format!("{name}-{place}-of-{of}"), shard(place))).collect()
}

fn merged(files: &[String], arguments: &[&str]) -> String {
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    answer(&[&["merge"], &files[..], arguments].concat())
}

/// The text of an experiment behind its title.
fn text(path: &str) -> String {
    answer(&["experiment", path]).split_once("\n\n").expect("a title").1.to_owned()
}

/// The example as a value.
fn value(name: &str) -> Value {
    serde_json::from_slice(&fs::read(example(name)).expect("an example")).expect("JSON")
}

#[test]
fn a_file_of_pairs_gives_the_numbers_of_run() {
    let scenario = file("of_pairs", "clinic.json", value("pairs")["scenario"].to_string());
    let run = |format: &[&str]| {
        let question = ["run", &scenario, "--replications", "60", "--set", "hours_per_week=38"];
        answer(&[&question[..], &["--treatment", "assist_leaders=2"], format].concat())
    };
    let outcomes = ["lead_median", "throughput", "morale"];
    // The rows of a table whose outcome is one of those, in the order of the file.
    let rows = |csv: &str| -> Vec<String> {
        let of = |outcome: &str| format!(",{outcome},");
        let some = outcomes.iter().flat_map(|outcome| csv.lines().filter(move |line| line.contains(&of(outcome))));
        csv.lines().take(1).chain(some).map(str::to_owned).collect()
    };
    let path = example("pairs");
    let summary = answer(&["experiment", &path, "--format", "csv", "--table", "summary"]);
    assert_eq!(summary.lines().collect::<Vec<_>>(), rows(&run(&["--format", "csv"])));
    let tidy = answer(&["experiment", &path, "--format", "csv"]);
    let expected = rows(&run(&["--format", "csv", "--table", "pairs"]));
    assert_eq!(tidy.lines().count(), 1 + 3 * 60);
    for (line, expected) in tidy.lines().zip(&expected).skip(1) {
        // Between the unit and the pair is the point, behind the difference what is wrong: nothing.
        let cells: Vec<&str> = expected.split(',').collect();
        let (before, values) = cells.split_at(14);
        assert_eq!(line, format!("{},1,{},", before.join(","), values.join(",")));
    }
    let printed = run(&[]);
    let printed: Vec<&str> = printed.lines().collect();
    let said = text(&path);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[..4], printed[..4], "the same head");
    assert!(lines[4..7].iter().all(|line| printed.contains(line)), "{said}");
}

#[test]
fn a_file_of_why_gives_what_why_gives() {
    let path = example("why");
    let why = |outcome: &str, format: &[&str]| {
        answer(&[&["why", "software", "--replications", "20", "--outcome", outcome], format].concat())
    };
    let both = |format: &[&str]| [why("throughput", format), why("morale", format)];
    assert_eq!(text(&path), both(&[]).join("\n"));
    let [first, second] = both(&["--format", "csv"]);
    let summary = answer(&["experiment", &path, "--format", "csv", "--table", "summary"]);
    assert_eq!(summary, first + second.split_once('\n').expect("a head").1);
    let json: Value =
        serde_json::from_str(&answer(&["experiment", &path, "--format", "json", "--table", "summary"])).expect("JSON");
    let expected: Vec<Value> =
        both(&["--format", "json"]).iter().map(|text| serde_json::from_str(text).expect("JSON")).collect();
    assert_eq!(json["results"], Value::from(expected));
}

#[test]
fn parts_of_the_tidy_table_add_up_to_the_difference_of_each_pair() {
    let tidy: Value =
        serde_json::from_str(&answer(&["experiment", &example("why"), "--format", "json"])).expect("JSON");
    let rows = tidy["rows"].as_array().expect("rows");
    let number = |row: &Value, field: &str| row[field].as_f64().expect("a number");
    let of_pair = |a: &Value, b: &Value| a["pair"] == b["pair"] && a["outcome"] == b["outcome"];
    let pairs: Vec<&[Value]> = rows.chunk_by(of_pair).collect();
    assert_eq!(pairs.len(), 2 * 20);
    for rows in pairs {
        assert_eq!(rows[0]["mechanism"], "role");
        let sum: f64 = rows.iter().map(|row| number(row, "part")).sum();
        assert!((sum - number(&rows[0], "difference")).abs() < 1e-9, "{rows:?}");
    }
}

#[test]
fn a_file_of_a_sweep_gives_what_sweep_gives_and_a_row_for_what_cannot_be_run() {
    let mut file = value("sweep");
    file["vary"][0]["values"] = json!([1, 2, 4]);
    file["title"] = json!("all can be run");
    let path = experiment("of_sweep", "sweep.json", file);
    let sweep = |format: &[&str]| {
        let question = ["sweep", "software", "--seed", "11", "--replications", "12", "--vary", "groups=1..4:2"];
        answer(&[&question[..], &["--vary", "t.assist_share=0.1..0.9:3"], format].concat())
    };
    // The command spaces its values evenly, so it has the first and the last row of the map.
    let ends = |text: &str| {
        let kept = |line: &&str| !line.starts_with("2 ") && !line.contains(",groups,2,");
        text.lines().filter(kept).map(|line| line.trim_end_matches(',').to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ends(&text(&path)), ends(&sweep(&[])));
    let summary = answer(&["experiment", &path, "--format", "csv", "--table", "summary"]);
    let mut expected = ends(&sweep(&["--format", "csv"]));
    expected[0].push_str(",fault");
    // A map of the command keeps no pairs, so it has no quantiles of them.
    let without_quantiles = |lines: Vec<String>| -> Vec<String> {
        let keep = |line: String| {
            let cells = line.split(',').enumerate().filter(|(place, _)| !(25..=27).contains(place));
            cells.map(|(_, cell)| cell).collect::<Vec<_>>().join(",")
        };
        lines.into_iter().map(keep).collect()
    };
    assert_eq!(without_quantiles(ends(&summary)), without_quantiles(expected));

    let output = assist_lab(&["experiment", &example("sweep"), "--format", "json"]);
    assert!(output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(said, "assist-lab: 3 of 12 points cannot be run; their rows say why\n");
    let tidy: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rows = tidy["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), 9 * 12 + 3);
    for row in rows {
        let refused = row["groups"] == 20;
        assert_eq!((row["pair"].is_null(), row["difference"].is_null()), (refused, refused), "{row}");
        let fault = if refused { json!("groups = 20: must be at most the number of members (8)") } else { Value::Null };
        assert_eq!(row["fault"], fault);
    }
    let line = experiment(
        "of_sweep",
        "line.json",
        json!({"scenario": "software", "question": "sweep", "pairs": 4, "vary": [{"parameter": "groups", "values": [1, 9]}]}),
    );
    let said = answer(&["experiment", &line]);
    assert!(
        said.contains("\n         9 cannot be run: groups = 9: must be at most the number of members (8)\n"),
        "{said}"
    );
    assert!(text(&example("sweep")).contains("x cannot be run, such as the first: groups = 20: must be at most"));
}

/// The options that set what an example sets, and ask of it what is not the default.
fn options(name: &'static str) -> Vec<&'static str> {
    let short = ["software", "--set", "warmup_weeks=4", "--set", "intervention_weeks=4", "--replications", "2"];
    let own = match name {
        "screen" => &["--points", "3", "--known", "task_hours"][..],
        _ => &["--points", "8", "--vary", "beta, task_hours,sigma0"],
    };
    [&[name][..], &short, own].concat()
}

#[test]
fn files_of_a_screening_and_of_indices_give_what_the_commands_give() {
    for name in ["screen", "indices"] {
        let path = example(name);
        let command =
            |outcome: &str, format: &[&str]| answer(&[&options(name)[..], &["--outcome", outcome], format].concat());
        let both = |format: &[&str]| ["throughput", "morale"].map(|outcome| command(outcome, format));
        // What is to be said of all pairs is said once, at the end.
        let [first, second] = both(&[]);
        let first = first.split("\nunstable: ").next().expect("a text");
        assert!(text(&path) == format!("{first}\n{second}"), "{name}");
        let [first, second] = both(&["--format", "csv"]);
        let summary = answer(&["experiment", &path, "--format", "csv", "--table", "summary"]);
        assert_eq!(summary, first + second.split_once('\n').expect("a head").1);
        let json = answer(&["experiment", &path, "--format", "json", "--table", "summary"]);
        let json: Value = serde_json::from_str(&json).expect("JSON");
        let expected = both(&["--format", "json"]).map(|text| serde_json::from_str::<Value>(&text).expect("JSON"));
        assert_eq!(json["results"], Value::from(expected.to_vec()));
    }
}

#[test]
fn what_a_file_of_worlds_does_not_say_is_as_on_the_command_line() {
    let fields = json!({
        "scenario": "software", "question": "indices", "parameters": ["beta"], "points": 2, "settings": {"intervention_weeks": 2}
    });
    let summary = |path: &str| answer(&["experiment", path, "--format", "csv", "--table", "summary"]);
    let path = experiment("defaults", "indices.json", fields);
    let command = ["indices", "software", "--vary", "beta", "--points", "2", "--set", "intervention_weeks=2"];
    assert_eq!(summary(&path), answer(&[&command[..], &["--format", "csv"]].concat()));
}

#[test]
fn the_tidy_table_of_worlds_has_what_is_varied_in_columns() {
    let tidy: Value =
        serde_json::from_str(&answer(&["experiment", &example("indices"), "--format", "json"])).expect("JSON");
    let rows = tidy["rows"].as_array().expect("rows");
    // Two outcomes, four scramblings of eight points, of each two and one for each of three parameters; two pairs.
    assert_eq!(rows.len(), 2 * 4 * 8 * 5 * 2);
    let of = |point: usize, outcome: &str, pair: u64| {
        let is = |row: &&Value| row["point"] == point && row["outcome"] == outcome && row["pair"] == pair;
        rows.iter().find(is).expect("a row")
    };
    for (moved, id) in [(2, "beta"), (3, "task_hours"), (4, "sigma0")] {
        for other in ["beta", "task_hours", "sigma0"] {
            let [first, here, second] = [1, moved, 5].map(|point| &of(point, "morale", 2)[other]);
            assert_eq!(here, if other == id { second } else { first }, "{id} {other}");
            assert_ne!(first, second);
        }
    }
    let csv = answer(&["experiment", &example("screen"), "--format", "csv"]);
    let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let head = lines.next().expect("a head");
    assert!(head.contains(&"beta") && !head.contains(&"task_hours") && head.len() > 100, "{head:?}");
    assert!(lines.all(|cells| cells.len() == head.len()));
}

#[test]
fn any_shards_merge_to_the_bytes_of_one_machine() {
    for (name, of) in EXAMPLES {
        let path = example(name);
        let mut files = shards("merge", name, &path, of);
        files.reverse();
        for arguments in [&["--format", "csv", "--bom"][..], &["--format", "json", "--table", "summary"], &[]] {
            assert_eq!(merged(&files, arguments), answer(&[&["experiment", &path], arguments].concat()), "{name}");
        }
        let again = answer(&["experiment", &path, "--shard", &format!("1/{of}"), "--threads", "1"]);
        assert_eq!(fs::read_to_string(files.last().expect("shards")).expect("written"), again, "the same bytes");
    }
}

#[test]
fn more_shards_than_runs_are_merged_too() {
    let path = experiment("few", "few.json", json!({"scenario": "software", "question": "pairs", "pairs": 3}));
    let files = shards("few", "few", &path, 5);
    assert_eq!(merged(&files, &["--format", "csv"]), answer(&["experiment", &path, "--format", "csv"]));
}

#[test]
fn shards_that_do_not_fit_are_refused_in_a_sentence_each() {
    let path = experiment("unfit", "one.json", json!({"scenario": "software", "question": "pairs", "pairs": 4}));
    let files = shards("unfit", "one", &path, 3);
    let [one, two, three] = &files[..] else { panic!("three") };
    refuses(&["merge", one], &["merge: shards 2, 3 of 3 are missing"]);
    refuses(&["merge", one, three], &["merge: shard 2 of 3 is missing"]);
    let twice = format!("{two}: shard 2 of 3, which {two} is too");
    refuses(&["merge", one, two, two, three], &[&twice]);
    let many = shards("unfit", "many", &path, 14);
    refuses(&["merge", &many[0]], &["merge: shards 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 3 more of 14 are missing"]);
    let other = format!("{}: one of 14 shards, but {one} is one of 3", many[1]);
    refuses(&["merge", one, &many[1], three], &[&other]);
    let another = json!({"scenario": "software", "question": "pairs", "pairs": 5});
    let another = shards("unfit", "another", &experiment("unfit", "another.json", another), 3);
    refuses(&["merge", one, &another[1], three], &[&format!("{}: of another experiment than {one}", another[1])]);

    let whole = fs::read_to_string(one).expect("written");
    let version = whole.replacen(&format!("\"version\":\"{}\"", library::results::VERSION), "\"version\":\"0.0.1\"", 1);
    let old = file("unfit", "old", version);
    refuses(&["merge", &old, two, three], &[&format!("{old}: written by version 0.0.1, but this is ")]);
    // Cut off anywhere behind its first line, a character changed, or a line taken out.
    let head = whole.find('\n').expect("lines") + 1;
    let line = whole[head..].find('\n').expect("lines") + head + 1;
    let damaged = [
        whole[..head].to_owned(),
        whole[..line + 5].to_owned(),
        whole[..whole.len() - 1].to_owned(),
        whole[..head].to_owned() + &whole[line..],
        whole.clone() + &whole,
        whole.replacen(" 40", " 41", 1),
        whole.replacen("\"seed\":60", "\"seed\":61", 1),
    ];
    for (place, text) in damaged.into_iter().enumerate() {
        assert_ne!(text, whole, "{place}");
        let path = file("unfit", &format!("damaged-{place}"), text);
        refuses(&["merge", &path, two, three], &[&format!("{path}: cut off or damaged; run this shard again")]);
    }
    for (name, bytes) in [("empty", &b""[..]), ("csv", b"scenario,version\nsoftware,1\n"), ("binary", b"\x89PNG\n\xff")]
    {
        let path = file("unfit", name, bytes);
        refuses(&["merge", &path], &[&format!("{path}: not a shard of an experiment, as")]);
    }
    refuses(&["merge", "nowhere", one], &["nowhere: cannot be read ("]);
    let large = file("unfit", "large", "");
    let size = (4 << 30) + 1;
    fs::OpenOptions::new().write(true).open(&large).and_then(|file| file.set_len(size)).expect("no byte is written");
    refuses(&["merge", &large], &[&format!("{large}: {size} bytes; at most {} of a file are read here", size - 1)]);
}

#[test]
fn precision_decides_after_complete_rounds_and_is_not_sharded() {
    let fields = json!({"scenario": "software", "question": "pairs", "outcomes": ["throughput"], "precision": 0.02});
    let path = experiment("precision", "precise.json", fields);
    refuses(&["experiment", &path, "--shard", "1/2"], &["--shard: does not go with precision: after each round"]);
    let tidy = answer(&["experiment", &path, "--format", "csv", "--threads", "1"]);
    assert_eq!((tidy.lines().count() - 1) % 100, 0, "looked at every hundred pairs");
    assert_eq!(tidy, answer(&["experiment", &path, "--format", "csv", "--threads", "3"]));
}

#[test]
fn bad_files_are_refused_with_all_that_is_wrong() {
    let check = |fields: Value, lines: &[&str]| refuses(&["experiment", &experiment("bad", "bad.json", fields)], lines);
    check(
        json!({"scenario": "software", "question": "sweeep", "outcome": ["morale"], "pairs": 0, "settings": {"betta": 1, "t.empathy": 7}}),
        &[
            "outcome: not a field of an experiment; did you mean outcomes?",
            "settings.betta: no parameter has this name; did you mean beta?",
            "settings.t.empathy = 7: must be a number from 0 to 1",
            "question = \"sweeep\": must be one of pairs, why, sweep",
            "pairs = 0: must be a whole number from 1 to 16777215",
        ],
    );
    check(
        json!({"scenario": "sofware", "question": "why", "outcomes": ["moral"], "pairs": 5, "precision": 0.1}),
        &[
            "scenario = sofware: must be the name of a built-in scenario (did you mean software?), “defaults”, or an object",
            "precision: only one of pairs and precision can be given",
            "outcomes[0] = \"moral\": must be the id of an outcome; did you mean morale?",
        ],
    );
    check(
        json!({"scenario": {"format": 2, "world": {"beta": 99, "groups": 1}, "control": {"beta": 1}}, "question": "pairs", "seed": 1.5}),
        &[
            "scenario.control.beta: belongs under world, not under control",
            "scenario.world.beta = 99: must be a number from 0 to 10",
        ],
    );
    let sweep = |vary: Value, lines: &[&str]| {
        check(json!({"scenario": "software", "question": "sweep", "vary": vary}), lines);
    };
    sweep(json!([]), &["vary = []: must be a list of one or two axes"]);
    sweep(
        json!([{"parameter": "bta", "from": 0, "to": 1}]),
        &["vary[0].parameter: bta: no parameter has this name; did you mean beta?"],
    );
    sweep(json!([{"parameter": "t.beta", "from": 0, "to": 1}]), &["vary[0].parameter: beta: a parameter of the world"]);
    sweep(json!([{"parameter": "beta", "from": 0, "to": 40}]), &["vary[0] = {"]);
    sweep(json!([{"parameter": "beta", "from": 0.1, "to": 0.1}]), &["vary[0] = {"]);
    sweep(json!([{"parameter": "beta", "from": 0.1}]), &["vary[0] = {"]);
    sweep(
        json!([{"parameter": "beta", "low": 0.1}]),
        &["vary[0].low: not a field of an axis; the fields are parameter, "],
    );
    sweep(json!([{"parameter": "beta", "from": 0, "to": "x"}]), &["vary[0].to = \"x\": must be a number from 0 to 10"]);
    sweep(
        json!([{"parameter": "beta", "from": 0, "to": 1}, {"parameter": "beta", "from": 0, "to": 1}]),
        &["vary[1].parameter = beta: must be another parameter than the first"],
    );
    sweep(
        json!([{"parameter": "beta", "from": 0, "to": 1, "count": 60}, {"parameter": "alpha", "from": 0, "to": 1, "count": 60}]),
        &["vary = 3600: must be at most 2601 points in all"],
    );
    check(
        json!({"scenario": "software", "question": "why", "vary": [{"parameter": "beta", "from": 0, "to": 1}]}),
        &["vary: only a sweep varies parameters"],
    );
    check(
        json!({"scenario": "software", "question": "pairs", "pairs": 16_777_215}),
        &["pairs = 16777215: must be at most "],
    );
    check(
        json!({"scenario": "software", "question": "pairs", "outcomes": ["morale"], "pairs": 70_000, "settings": {"plausible": true}}),
        &["pairs = 70000: must be at most 65536 where worlds are drawn"],
    );
    check(
        json!({
            "scenario": "software", "question": "screen", "points": 1, "pairs": 1, "vary": [], "parameters": ["beta"],
            "settings": {"plausible": true}
        }),
        &[
            "vary: only a sweep varies parameters",
            "parameters: only indices are of parameters; a screening is of all that are not known",
            "plausible = yes: must be off here, because this question draws worlds of its own",
            "pairs = 1: must be at least 2, because what luck does is known by how the pairs of one world differ",
            "points = 1: must be a whole number from 2 to 65536",
        ],
    );
    check(
        json!({
            "scenario": "software", "question": "indices", "points": 100, "precision": 0.1,
            "parameters": ["betta", "members", "eta", "eta", "alpha"], "settings": {"known": ["alpha"]}
        }),
        &[
            "precision: does not go with this question; give a number of pairs instead",
            "parameters: betta: no parameter has this name; did you mean beta?",
            "parameters: members: never drawn, because it is known or decided",
            "parameters = eta: must be named only once",
            "parameters = alpha: must be a parameter that is not marked as known",
            "points = 100: must be a power of two from 2 to 65536",
        ],
    );
    let indices = |field: &str, value: Value, line: &str| {
        let mut fields = json!({"scenario": "software", "question": "indices", "parameters": ["beta"]});
        fields[field] = value;
        check(fields, &[line]);
    };
    let worlds = "must be at most 4096 here; this would take 786432 worlds, and at most 65536 are allowed";
    indices("points", json!(65_536), &format!("points = 65536: {worlds}"));
    indices("points", json!("many"), "points = \"many\": must be a power of two from 2 to 65536");
    indices("parameters", json!("beta"), "parameters = \"beta\": must be a list of ids of parameters, such as [");
    indices("parameters", json!([]), "parameters = 0: must be 1 to 8 parameters");
    indices("pairs", json!(16_777_215), "pairs = 16777215: must be at most ");
    check(
        json!({"scenario": "software", "question": "screen", "settings": {"source": "flow", "demand": 48_000}}),
        &["in a plausible world, task_hours"],
    );
    check(
        json!({"scenario": "software", "question": "indices"}),
        &["parameters: missing; must be a list of ids of parameters, such as ["],
    );
    check(
        json!({"scenario": "software", "question": "pairs", "points": 3}),
        &["points: only a screening and indices have points"],
    );
    let raw = |text: &str, line: &str| refuses(&["experiment", &file("bad", "raw.json", text)], &[line]);
    raw("", "file: empty; a JSON object is expected, such as {\"experiment\": 1");
    raw("[]", "file: a JSON object is expected, such as {\"experiment\": 1");
    raw("{\"experiment\": 1, \"sce", "file: it ends in the middle, on line 1: part of it may be missing");
    raw("{\"format\": 2}", "file: this is a scenario file, not an experiment");
    raw(
        "{\"experiment\": 2, \"scenario\": \"software\", \"question\": \"why\"}",
        "experiment = 2: must be 1, the only version",
    );
    raw(
        "{\"experiment\": 1, \"scenario\": \"software\", \"question\": \"why\", \"pairs\": 1, \"pairs\": 2}",
        "pairs: given twice",
    );
    refuses(&["experiment", "nowhere.json"], &["experiment = nowhere.json: must be the path of a readable JSON file"]);
    refuses(&["experiment", env!("CARGO_MANIFEST_DIR")], &["file: “"]);
    refuses(
        &["experiment", &example("why"), "--table", "pairs"],
        &["--table = pairs: must be summary to be shown as text; for a row for each pair add --format csv or json"],
    );
    let said = format!("file: “{}” is an experiment, not a scenario file", example("why"));
    refuses(&["run", &example("why")], &[&said]);
    for shard in ["3/2", "0/2", "1", "a/b", "1/0"] {
        let output = assist_lab(&["experiment", &example("why"), "--shard", shard]);
        assert_eq!(output.status.code(), Some(2), "{shard}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("such as 2/5"), "{shard}");
    }
}

//! What is written about links is made from the table that reads them.
mod kept;

use serde_json::{Map, Value, json};
use story::link::{Entry, Kind, keys, pairs, read};
use story::text::say;
use story::{Control, Topic};

#[test]
fn the_page_about_links_is_made_from_their_table() {
    let text = [
        "# Links\n\n\
         A scene is a link: the page's address and these parameters, `?layer=Conv1d(1,1,3)&step=2`. Every one is \
         optional, their order\nmeans nothing, and each can be written by hand. What cannot be read is named in a notice \
         and the rest applies.\n\n\
         This page is made from the table that reads links: `BLESS=1 cargo test -p story` writes it.\n\n\
         ## Parameters\n\n",
        &parameters(),
        "\n## Controls\n\n\
         What `hide` and `lock` can name; `all` and `none` too. `?embed&hide=tools,facts&lock=stride`\n\n",
        &controls(),
        "\n## Pictures\n\nWhat `picture` can name: `?layer=Conv1d(4,4,3,groups=2)&picture=groups`\n\n",
        &pictures(),
        "\n## For programs\n\n\
         [scene.schema.json](scene.schema.json) says what `convlens.set({...})` takes,\n\
         [messages.schema.json](messages.schema.json) which messages an embed and its host exchange.\n",
    ];
    kept::check("docs/links.md", &text.concat());
}

#[test]
fn the_opening_picture_gives_way_to_every_parameter_that_changes_it() {
    // Given the parameters for which the page does not show the opening picture before it has read its link
    let script = std::fs::read_to_string(kept::place("static/boot.js")).expect("the script");
    let known = script.split_once("const SCENE = /^(").map_or("", |(_, after)| after);
    let known = known.split_once(")$/").map_or("", |(known, _)| known);
    let known = known.replace("(input|weight|bias)(\\.\\d+)?", "input|weight|bias");
    let known: Vec<&str> = known.split('|').collect();
    let opening = read(&[]).0;
    for entry in keys() {
        // When a link has one of them alone
        let named = pairs(entry.example).into_iter().filter(|(name, _)| name == entry.name);
        let shot = read(&named.collect::<Vec<_>>()).0;
        // Then it is one of those if the picture is another one
        let differs = shot.scene.net != opening.scene.net || shot.cursor != opening.cursor;
        assert!(
            !differs || known.contains(&entry.name),
            "{} is not in {known:?}",
            entry.name
        );
    }
}

fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head: Vec<String> = head.iter().map(|&cell| cell.to_owned()).collect();
    let rule = format!("|{}\n", "---|".repeat(head.len()));
    line(&head) + &rule + &rows.map(|row| line(&row)).collect::<String>()
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

fn plain(text: &str) -> String {
    text.replace('_', "\\_").replace('*', "\\*")
}

fn parameters() -> String {
    let rows = keys().map(|key| {
        vec![
            code(key.name),
            plain(say(key.about)),
            values(&key),
            key.default.map(code).unwrap_or_default(),
            code(&format!("?{}", key.example)),
        ]
    });
    table(&["parameter", "meaning", "values", "by default", "example"], rows)
}

fn values(key: &Entry) -> String {
    match key.kind {
        Kind::Layer => "text".to_owned(),
        Kind::Numbers => "numbers".to_owned(),
        Kind::Scene => "a link".to_owned(),
        Kind::Steps => "links".to_owned(),
        Kind::Whole(most) => format!("0 to {most}"),
        Kind::Controls => "[controls](#controls)".to_owned(),
        Kind::Name(_) if key.name == "picture" => "[pictures](#pictures)".to_owned(),
        kind => {
            let values = kind.examples();
            values.split(", ").map(code).collect::<Vec<_>>().join(", ")
        }
    }
}

fn controls() -> String {
    let rows = Control::ALL.iter().map(|control| {
        let keeps = control.keeps().map_or("", |key| say(key));
        vec![code(control.name()), say(control.hides()).to_owned(), keeps.to_owned()]
    });
    table(&["name", "what `hide` takes away", "what `lock` keeps as it is"], rows)
}

fn pictures() -> String {
    let rows = Topic::ALL.iter().map(|topic| {
        let [name, about] = topic.words().map(say);
        vec![code(topic.name()), name.to_owned(), plain(about)]
    });
    table(&["`picture`", "name", "what it shows"], rows)
}

#[test]
fn the_schema_of_scenes_is_made_from_the_table() {
    let text = serde_json::to_string_pretty(&scene_schema()).expect("plain JSON");
    kept::check("docs/scene.schema.json", &(text + "\n"));
}

fn scene_schema() -> Value {
    let mut properties = Map::new();
    for key in keys() {
        properties.insert(key.name.to_owned(), property(&key));
    }
    let of_later = |name: &str| json!({ "$ref": format!("#/$defs/keys/properties/{name}") });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A scene of ConvLens",
        "description": "What convlens.set takes: the keys of a link, each optional.",
        "$ref": "#/$defs/keys",
        "properties": {
            "playing": {
                "type": "boolean",
                "readOnly": true,
                "description": "Whether the film plays: convlens.get says it, convlens.set passes it over.",
            },
        },
        "unevaluatedProperties": false,
        "$defs": {
            "keys": {
                "type": "object",
                "properties": properties,
                "patternProperties": {
                    "^weight\\.[1-9][0-9]*$": of_later("weight"),
                    "^bias\\.[1-9][0-9]*$": of_later("bias"),
                },
            },
            "nested": {
                "type": "array",
                "items": { "anyOf": [{ "type": "number" }, { "$ref": "#/$defs/nested" }] },
            },
        },
    })
}

fn property(key: &Entry) -> Value {
    let mut schema = of_kind(key.kind);
    let values = pairs(key.example).into_iter().filter(|(name, _)| name == key.name);
    schema["description"] = say(key.about).into();
    schema["examples"] = values.map(|(_, value)| value).collect();
    if let Some(default) = key.default {
        schema["default"] = default.into();
    }
    schema
}

/// What JSON says for it: the text of a link, or what a script would rather write.
fn of_kind(kind: Kind) -> Value {
    let names: Vec<_> = Control::ALL
        .iter()
        .map(|control| control.name())
        .chain(["all", "none"])
        .collect();
    match kind {
        Kind::Layer | Kind::Scene | Kind::Steps => json!({ "type": "string", "minLength": 1 }),
        Kind::Shape => json!({ "anyOf": [
            { "type": "string", "pattern": "^([0-9]+_)?([0-9]+([x×,][0-9]+){0,2})?$", "minLength": 1 },
            { "type": "integer", "minimum": 1 },
            { "type": "array", "items": { "type": "integer", "minimum": 1 }, "minItems": 1, "maxItems": 3 },
        ] }),
        Kind::Numbers => json!({ "anyOf": [
            { "type": "string", "minLength": 1 },
            { "type": "number" },
            { "$ref": "#/$defs/nested" },
            { "type": "object", "properties": { "data": { "$ref": "#/$defs/nested" } }, "required": ["data"] },
        ] }),
        Kind::Step => json!({ "anyOf": [
            { "type": "string", "pattern": "^[0-9]+([.][0-9]+)?$" },
            { "type": "integer", "minimum": 0 },
        ] }),
        Kind::Place => json!({ "type": "string", "pattern": "^([a-z0-9-]+([.][0-9]+){0,2})?$" }),
        Kind::Whole(most) => json!({ "anyOf": [
            { "type": "string", "pattern": "^[0-9]+$" },
            { "type": "integer", "minimum": 0, "maximum": most },
        ] }),
        Kind::OneOf(numbers) => {
            let texts = kind.examples();
            let texts = texts.split(", ").map(Value::from);
            json!({ "enum": texts.chain(numbers.iter().map(|&number| number.into())).collect::<Vec<_>>() })
        }
        Kind::Name(_) => json!({ "enum": kind.names() }),
        Kind::Switch => json!({ "enum": ["0", "1", "false", "true", "", 0, 1, false, true] }),
        Kind::Controls => {
            let name = names.join("|");
            json!({ "anyOf": [
                { "type": "string", "pattern": format!("^(({name})(, ?({name}))*)?$") },
                { "type": "array", "items": { "enum": names } },
            ] })
        }
    }
}

/// What a script's value is in a link, as `convlens.set` makes it.
fn as_text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[test]
fn every_value_that_the_schema_lists_is_read() {
    for key in keys() {
        let listed = of_kind(key.kind)["enum"].as_array().cloned().unwrap_or_default();
        for value in listed {
            let (_, warnings) = read(&[(key.name.to_owned(), as_text(&value))]);
            assert_eq!(warnings, [], "{}", key.name);
        }
    }
    for (name, value) in [
        ("shape", json!([5, 7])),
        ("hide", json!(["tools", "stride"])),
        ("lock", json!([])),
        ("input", json!([[1, 2.5, -3], [1e-3, 0, 4], [5, 6, 7]])),
        ("seed", json!(u32::MAX)),
        ("step", json!(7)),
    ] {
        let (_, warnings) = read(&[(name.to_owned(), as_text(&value))]);
        assert_eq!(warnings, [], "{name}");
    }
}

#[test]
fn what_is_by_default_changes_nothing_where_it_is_written() {
    for key in keys() {
        let without = read(&[]);
        if let Some(default) = key.default {
            let (shot, warnings) = read(&[(key.name.to_owned(), default.to_owned())]);
            assert_eq!(warnings, [], "{}", key.name);
            let (named, unnamed) = (shot.scene.show(), without.0.scene.show());
            // A seed or a fill names the numbers of an input that the opening example brings itself.
            let is_of_data = matches!(key.name, "seed" | "fill");
            assert!(is_of_data || (shot == without.0 && named == unnamed), "{}", key.name);
        }
    }
}

#[test]
fn every_parameter_s_example_has_it_and_says_something() {
    for key in keys() {
        let given = pairs(key.example);
        let (shot, warnings) = read(&given);
        assert_eq!(warnings, [], "{}", key.name);
        assert!(given.iter().any(|(name, _)| name == key.name), "{}", key.name);
        let others: Vec<_> = given.into_iter().filter(|(name, _)| name != key.name).collect();
        assert_ne!(read(&others).0, shot, "{}", key.name);
    }
}

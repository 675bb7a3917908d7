//! What is known of a step beside its question: its facts, and the terms of the glossary.
use std::collections::HashSet;
use story::lesson::{TERMS, facts, term};
use story::link;

#[test]
fn facts_are_of_the_step_that_is_shown() {
    let fact = |link: &str, name: &str| {
        let (shot, _) = link::read(&link::pairs(link));
        let facts = facts(&shot);
        facts
            .into_iter()
            .find(|(other, _)| *other == name)
            .map(|(_, value)| value)
    };
    let link = "layer=Conv1d(1,2,3,bias=False)&input=1,2,3,4,5,6&weight=2,1,3&step=1";
    for (name, value) in [
        ("layer", "nn.Conv1d(1, 2, kernel_size=3, bias=False)"),
        ("input", "[1, 6]"),
        ("weight", "[2, 1, 3]"),
        ("output", "[2, 4]"),
        ("params", "6"),
        ("macs", "24"),
        ("cell", "output[0, 1]"),
        ("value", "19"),
        ("field", "3"),
    ] {
        assert_eq!(fact(link, name).as_deref(), Some(value), "{name}");
    }
    assert_eq!(fact("layer=Conv2d(3,64,7)&shape=224x224", "cell"), None);
    assert_eq!(fact("layer=ConvTranspose1d(1,1,3)", "field"), None);
    let scatter = "layer=ConvTranspose1d(1,1,3,stride=2,bias=False)&order=scatter&input=1,2,3&weight=4,5,6&step=1";
    assert_eq!(fact(scatter, "cell").as_deref(), Some("output[2]"));
    assert_eq!(fact(scatter, "value").as_deref(), Some("14"));
}

#[test]
fn the_glossary_has_each_term_once() {
    let names: HashSet<&str> = TERMS.iter().map(|term| term.name).collect();
    assert_eq!(names.len(), TERMS.len());
    for term in TERMS {
        assert!(
            term.name
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
        );
    }
    let found = term("receptive-field").expect("a term");
    assert_eq!(story::text::say(found.title), "receptive field");
    assert_eq!(term("nothing"), None);
}

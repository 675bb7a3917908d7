//! Every section of the articles has its step in a lesson, with its numbers: the tables `sections-*.txt` say which.
mod lessons;

use lessons::{output, place, plan, shown, steps};
use std::collections::BTreeSet;
use std::fs;

/// One line of a table: a section of an article, the step that teaches it, and what must hold there.
struct Section {
    article: usize,
    about: String,
    at: (String, String),
    facts: Vec<(String, Vec<String>)>,
}

/// The tables `tests/sections-*.txt`.
fn sections() -> Vec<Section> {
    let files = fs::read_dir(place("tests")).expect("a folder");
    let paths = files.map(|file| file.expect("a file").path());
    let tables = paths.filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("sections-") && name.ends_with(".txt")
    });
    let text: String = tables.map(|path| fs::read_to_string(path).expect("a table")).collect();
    text.lines().filter(|line| !line.is_empty()).map(section).collect()
}

fn section(line: &str) -> Section {
    let [head, at, facts] = line.split(" | ").collect::<Vec<_>>()[..] else {
        panic!("three parts: {line}");
    };
    let (article, about) = head.split_once(' ').expect("an article and a section");
    let (lesson, step) = at.trim().split_once(' ').expect("a lesson and a step");
    let mut pairs: Vec<(String, Vec<String>)> = Vec::new();
    for word in facts.split([' ', ',', ';', '[', ']']).filter(|word| !word.is_empty()) {
        match word.split_once('=') {
            Some((key, value)) => pairs.push((key.to_owned(), vec![value.to_owned()])),
            None => pairs.last_mut().expect("a fact has a name").1.push(word.to_owned()),
        }
    }
    for (_, values) in &mut pairs {
        values.retain(|value| !value.is_empty());
    }
    Section {
        article: article.parse().unwrap_or_else(|_| panic!("an article: {line}")),
        about: about.to_owned(),
        at: (lesson.to_owned(), step.to_owned()),
        facts: pairs,
    }
}

/// What must hold, of what a link computes.
fn check(link: &str, facts: &[(String, Vec<String>)], at: &str) {
    let showing = shown(link);
    let plan = plan(&showing);
    assert!(!facts.is_empty(), "{at}: nothing must hold");
    for (key, values) in facts {
        match &**key {
            "shape" => {
                let shape: Vec<_> = plan.output_shape().iter().map(ToString::to_string).collect();
                assert_eq!(shape.join("x"), values.join(""), "{at}");
            }
            "params" => assert_eq!(plan.layer().params().to_string(), values.join(""), "{at}"),
            "macs" => assert_eq!(plan.macs().to_string(), values.join(""), "{at}"),
            "output" => {
                let wanted = values.iter().map(|value| value.parse::<f32>().expect("a number"));
                let wanted: Vec<_> = wanted.collect();
                let output = output(&showing);
                // The articles round where they print fractions.
                let near = output
                    .iter()
                    .zip(&wanted)
                    .all(|(one, other)| (one - other).abs() <= 0.004);
                assert!(output.len() == wanted.len() && near, "{at}: {output:?}");
            }
            _ => panic!("{at}: {key} is no fact"),
        }
    }
}

#[test]
fn every_section_of_the_articles_has_a_step_with_its_numbers() {
    let sections = sections();
    for section in &sections {
        let (lesson, name) = &section.at;
        let at = format!("{} {} -> {lesson} {name}", section.article, section.about);
        let step = steps().find(|(found, step)| found.name == lesson && step.name == name);
        let (_, step) = step.unwrap_or_else(|| panic!("{at}: no such step"));
        check(step.link, &section.facts, &at);
    }
    let articles: BTreeSet<_> = sections.iter().map(|section| section.article).collect();
    assert_eq!(articles, BTreeSet::from([1, 2, 3, 4, 5]));
}

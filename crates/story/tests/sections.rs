//! Every section of the articles has its step in a lesson, with its numbers: the tables `sections-*.txt` say which.
mod lessons;

use conv::LayerSpec;
use lessons::{output, place, plan, shown, steps};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

/// The lessons that the sections of each article lead to.
const TAUGHT: &[(usize, &str)] = &[
    (
        1,
        "features kernel output-size padding stride dilation groups depthwise pointwise pooling",
    ),
    (1, "receptive-field uses-vision uses-sequence mistakes"),
    (
        2,
        "features channels output-size shapes padding pooling order uses-mobile uses-sequence",
    ),
    (2, "mistakes mistakes-sizes"),
    (
        3,
        "features kernel channels output-size padding stride groups pointwise depthwise separable",
    ),
    (3, "uses-mobile mistakes"),
    (
        4,
        "correlation shapes channels kernel padding stride dilation groups pooling",
    ),
    (4, "transposed uses-dense mistakes mistakes-sizes mistakes-transposed"),
    (5, "channels shapes"),
];

/// What lessons say of scenes beside the step's own, in numbers that stand in their texts.
const BESIDE: &[(&str, &str, &str)] = &[
    (
        "stride keep",
        "layer=Conv1d(1,1,3,bias=False)&input=3,1,4,2,6,9,2&weight=1,2,-1",
        "output=1 7 2 5 22",
    ),
    (
        "dilation zeros",
        "layer=Conv1d(1,1,5,bias=False)&input=1,2,3,4,5,6,7,8&weight=1,0,2,0,3",
        "output=22 28 34 40",
    ),
    (
        "dilation free",
        "layer=Conv1d(1,1,7,bias=False)&input=1,2,3,4,5,6,7,8,9&weight=1,0,0,2,0,0,3",
        "output=30 36 42",
    ),
    ("groups half", "layer=Conv1d(4,4,3,bias=False)&shape=6", "params=48"),
    (
        "groups quadruple",
        "layer=Conv2d(2,2,3,bias=False)&shape=4x4",
        "macs=144",
    ),
    (
        "separable cost",
        "layer=Conv2d(4,8,3,padding=1,bias=False)&shape=5x5",
        "macs=7200",
    ),
    (
        "separable cost",
        "layer=Conv2d(4,4,3,padding=1,groups=4,bias=False)&shape=5x5",
        "macs=900",
    ),
    (
        "pooling average",
        "layer=Conv1d(1,1,2,stride=2,bias=False)&input=2,4,8,0,3,5&weight=0.5,0.5",
        "output=3 4 4",
    ),
    (
        "pooling which",
        "layer=AvgPool1d(2)&input=0,4,2,2,8,0,1,3",
        "output=2 2 4 2",
    ),
    (
        "padding words",
        "layer=Conv1d(1,1,3,padding='same',bias=False)&input=1,2,3,4,5,6",
        "shape=1x6",
    ),
    (
        "correlation swap",
        "layer=Conv1d(1,1,4,padding=3,bias=False)&input=1,2,3&weight=1,2,3,4",
        "output=4 11 20 14 8 3",
    ),
    (
        "correlation swap",
        "layer=Conv1d(1,1,3,padding=2,bias=False)&input=1,2,3,4&weight=1,2,3",
        "output=3 8 14 20 11 4",
    ),
    (
        "receptive-field two-threes",
        "layer=Sequential(Conv2d(1,1,5,bias=False))&shape=7x7",
        "params=25 shape=1x3x3",
    ),
    (
        "transposed output-padding",
        "layer=Conv1d(1,1,3,stride=2,padding=1,bias=False)&shape=5",
        "shape=1x3",
    ),
    (
        "transposed output-padding",
        "layer=Conv1d(1,1,3,stride=2,padding=1,bias=False)&shape=6",
        "shape=1x3",
    ),
    (
        "uses-vision googlenet",
        "layer=Conv2d(192,32,5,padding=2,bias=False)&shape=28x28",
        "macs=120422400",
    ),
    (
        "uses-vision googlenet",
        "layer=Conv2d(192,16,1,bias=False)&shape=28x28",
        "macs=2408448",
    ),
    (
        "uses-mobile pointwise",
        "layer=Conv2d(32,64,3,padding=1,bias=False)&shape=112x112",
        "params=18432",
    ),
    (
        "uses-mobile folded",
        "layer=Conv1d(1,1,3)&input=1,1,0,1,3,1&weight=1.5,3,1.5&bias=-5",
        "output=-0.5 -2 2.5 7",
    ),
    (
        "mistakes costs",
        "layer=Sequential(Flatten(),Linear(64,64,bias=False))&shape=8x8&stage=1",
        "macs=4096",
    ),
    (
        "mistakes-sizes dropped",
        "layer=Conv1d(1,1,3,stride=2,bias=False)&input=1,2,3,4,5,6&weight=1,1,1",
        "output=6 12",
    ),
    (
        "mistakes-transposed inverse",
        "layer=Conv1d(1,1,2,stride=2,bias=False)&input=1,2,3,4,5,6&weight=1,1",
        "output=3 7 11",
    ),
    (
        "mistakes-transposed sizes",
        "layer=Conv1d(1,1,3,stride=3,bias=False)&shape=6",
        "shape=1x2",
    ),
    (
        "mistakes-transposed sizes",
        "layer=Conv1d(1,1,3,stride=3,bias=False)&shape=7",
        "shape=1x2",
    ),
    (
        "mistakes-transposed sizes",
        "layer=Conv1d(1,1,3,stride=3,bias=False)&shape=9",
        "shape=1x3",
    ),
];

/// One line of a table: a section of an article, the step that teaches it, and what must hold there.
struct Section {
    article: usize,
    about: String,
    at: (String, String),
    facts: Facts,
}

/// Names and values.
type Facts = Vec<(String, Vec<String>)>;

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
    Section {
        article: article.parse().unwrap_or_else(|_| panic!("an article: {line}")),
        about: about.to_owned(),
        at: (lesson.to_owned(), step.to_owned()),
        facts: read_facts(facts),
    }
}

/// `shape=1x4 output=10 14 18 22`.
fn read_facts(facts: &str) -> Facts {
    let mut pairs = Facts::new();
    for word in facts.split([' ', ',', ';', '[', ']']).filter(|word| !word.is_empty()) {
        match word.split_once('=') {
            Some((key, value)) => pairs.push((key.to_owned(), vec![value.to_owned()])),
            None => pairs.last_mut().expect("a fact has a name").1.push(word.to_owned()),
        }
    }
    for (_, values) in &mut pairs {
        values.retain(|value| !value.is_empty());
    }
    pairs
}

/// What must hold, of what a link computes.
fn check(link: &str, facts: &Facts, at: &str) {
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
                assert!(near(&output, &wanted), "{at}: {output:?}");
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
    let taught: BTreeSet<_> = sections
        .iter()
        .map(|section| (section.article, &*section.at.0))
        .collect();
    for (article, lessons) in TAUGHT {
        for lesson in lessons.split(' ') {
            assert!(
                taught.contains(&(*article, lesson)),
                "{article} has nothing in {lesson}"
            );
        }
    }
}

#[test]
fn what_lessons_say_of_other_scenes_holds() {
    for (at, link, facts) in BESIDE {
        check(link, &read_facts(facts), at);
    }
}

/// The examples whose numbers the articles draw by chance and do not all print: their shapes are what is to be seen.
const DRAWN_BY_CHANCE: &[&str] = &[
    "article-conv1d-4-2-stride-2",
    "article-depthwise-12x12x3",
    "article-floor-5-2-2-1",
    "article-grouped-256-32",
    "article-pointwise-8x8x3-256",
    "article-standard-12x12x3",
    "article-standard-12x12x3-256",
];

/// The golden vectors have each worked example as PyTorch computes it.
#[test]
fn every_worked_example_of_the_articles_is_a_step() {
    let mut count = 0;
    for file in ["article-004.jsonl", "conv.jsonl"] {
        let path = place(&format!("../conv/tests/data/{file}"));
        let text = fs::read_to_string(path).expect("golden vectors");
        for line in text.lines().filter(|line| line.contains(r#""id":"article-"#)) {
            let example: Value = serde_json::from_str(line).expect("JSON");
            assert!(
                steps().any(|(_, step)| shows(step.link, &example)),
                "no step is {} on {}",
                example["code"],
                example["input"]["shape"]
            );
            count += 1;
        }
    }
    assert_eq!(count, 19);
}

/// Whether a link's layer, on its input, is the example's.
fn shows(link: &str, example: &Value) -> bool {
    let showing = shown(link);
    let plan = plan(&showing);
    let mut spec = LayerSpec::parse(example["code"].as_str().expect("code")).expect("a layer");
    // The vectors leave out the biases of what is drawn by chance.
    spec.bias = plan.spec().bias;
    let shape = |name: &str| serde_json::from_value::<Vec<usize>>(example[name]["shape"].clone()).expect("a shape");
    if *plan.spec() != spec || plan.input_shape() != shape("input") || plan.output_shape() != shape("output") {
        return false;
    }
    let id = example["id"].as_str().expect("a name");
    let wanted: Vec<f32> = serde_json::from_value(example["output"]["data"].clone()).expect("numbers");
    DRAWN_BY_CHANCE.contains(&id) || near(&output(&showing), &wanted)
}

/// The articles round where they print fractions.
fn near(output: &[f32], wanted: &[f32]) -> bool {
    output.len() == wanted.len()
        && output
            .iter()
            .zip(wanted)
            .all(|(one, other)| (one - other).abs() <= 0.004)
}

//! The lessons: every link opens, every step has its words in both languages, and can be answered.
mod lessons;

use lessons::{opened, output, place, plan, shown, steps};
use std::collections::BTreeSet;
use std::fs;
use story::lesson::{Ask, COURSE, Lesson, Words, after};
use story::{Lang, Order, Showing, Timeline};

/// Their inputs are too large to be drawn: they show shapes, and say so.
const SHAPES_ALONE: &[(&str, &str)] = &[("shapes", "classic"), ("uses-vision", "alexnet")];

/// The one that most is asked about.
const LONGER: &str = "transposed";

const PLACEHOLDERS: &[&str] = &[
    "layer", "input", "weight", "output", "params", "macs", "cell", "value", "field",
];

/// The glossary's.
const TERMS: &[&str] = &[
    "convolution",
    "cross-correlation",
    "kernel",
    "filter",
    "stride",
    "padding",
    "dilation",
    "groups",
    "channel",
    "receptive-field",
    "transposed",
    "depthwise",
    "pointwise",
    "separable",
    "bias",
    "weight",
    "window",
    "feature-map",
    "pooling",
    "fully-connected",
    "shape",
    "parameters",
    "macs",
    "tensor",
    "output-padding",
    "same",
    "valid",
    "floor",
    "batch",
    "activation",
    "im2col",
    "checkerboard",
];

/// What fits on a phone's screen below the stage.
const LONGEST: usize = 420;

/// The words of a language as a page loads them.
fn words(language: &str) -> String {
    let text = |lesson: &Lesson| {
        let path = place(&format!("lessons/{language}/{}.txt", lesson.name));
        let text = fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{path}: {fault}"));
        format!("## {}\n{text}", lesson.name)
    };
    COURSE.iter().map(text).collect()
}

/// All texts of a lesson by their headings, in a language.
fn texts<'a>(words: Words<'a>, lesson: &Lesson) -> Vec<(String, &'a str)> {
    let name = lesson.name;
    let mut texts = vec![
        ("title".to_owned(), words.title(name).expect(name)),
        ("about".to_owned(), words.about(name).expect(name)),
    ];
    for step in lesson.steps {
        let says = words.step(name, step.name);
        let says = says.unwrap_or_else(|| panic!("{name}: no {}", step.name));
        assert_eq!(says.told.is_some(), step.ask.is_some(), "{name} {}: told", step.name);
        texts.push((step.name.to_owned(), says.says));
        texts.extend(says.told.map(|told| (format!("{} told", step.name), told)));
    }
    texts
}

/// What stands between the two signs, wherever they do.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let after = text.split(open).skip(1);
    after.filter_map(|rest| Some(rest.split_once(close)?.0)).collect()
}

fn placeholders(text: &str) -> Vec<&str> {
    between(text, "{", "}")
}

fn terms(text: &str) -> Vec<&str> {
    between(text, "](", ")")
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort();
    list
}

#[test]
fn names_are_unique_and_can_stand_in_a_link() {
    let mut lessons = BTreeSet::new();
    for lesson in COURSE {
        assert!(lessons.insert(lesson.name), "{} twice", lesson.name);
        let mut steps = BTreeSet::new();
        for name in lesson.steps.iter().map(|step| step.name).chain([lesson.name]) {
            let plain = name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || b"-0123456789".contains(&byte));
            assert!(plain && !name.is_empty(), "{name}");
        }
        for step in lesson.steps {
            let free = !["title", "about"].contains(&step.name);
            assert!(free && steps.insert(step.name), "{} {} twice", lesson.name, step.name);
        }
    }
}

#[test]
fn each_lesson_leads_to_the_next_and_the_last_to_none() {
    let names: Vec<&str> = COURSE.iter().map(|lesson| lesson.name).collect();
    for pair in names.windows(2) {
        let next = after(pair[0]).map(|place| (place.name, place.step));
        assert_eq!(next, Some((pair[1], 0)));
    }
    assert_eq!(after(names[names.len() - 1]), None);
    assert_eq!(after("nothing"), None);
}

#[test]
fn a_lesson_is_short_and_asks_at_least_at_every_second_step() {
    for lesson in COURSE {
        let most = if lesson.name == LONGER { 12 } else { 7 };
        assert!((4..=most).contains(&lesson.steps.len()), "{}", lesson.name);
        assert!((1..=15).contains(&lesson.minutes), "{}", lesson.name);
        for [step, next] in lesson.steps.array_windows() {
            assert!(
                step.ask.is_some() || next.ask.is_some(),
                "{} {}",
                lesson.name,
                step.name
            );
        }
        let asks = lesson.steps.iter().filter_map(|step| step.ask);
        let kinds: BTreeSet<_> = asks.map(kind).collect();
        let mixed = kinds.len() >= 2 || lesson.name.starts_with("mistakes");
        assert!(mixed, "{} asks one kind of question alone", lesson.name);
    }
}

fn kind(ask: Ask) -> String {
    let name = format!("{ask:?}");
    name.split('(').next().unwrap_or_default().to_owned()
}

#[test]
fn every_step_opens_without_a_warning_and_is_drawn() {
    for (lesson, step) in steps() {
        let alone = SHAPES_ALONE.contains(&(lesson.name, step.name));
        let film = matches!(shown(step.link), Showing::Film(_));
        assert_eq!(film, !alone, "{} {}", lesson.name, step.name);
        let view = opened(step.link).scene.view.clone();
        let fits = view
            .picture
            .is_none_or(|topic| topic.fits(opened(step.link).scene.spec()));
        assert!(fits, "{} {}: {:?}", lesson.name, step.name, view.picture);
    }
}

#[test]
fn what_is_asked_can_be_answered() {
    for (lesson, step) in steps() {
        let at = format!("{} {}", lesson.name, step.name);
        let shot = opened(step.link);
        let showing = shown(step.link);
        match step.ask {
            Some(Ask::Value | Ask::Window) => {
                let Showing::Film(film) = showing else {
                    panic!("{at}: no film");
                };
                let view = &shot.scene.view;
                let timeline = Timeline::new(film, view.order, shot.scene.net.seed);
                assert!(
                    view.order != Order::All && shot.cursor.step + 1 < timeline.steps(),
                    "{at}"
                );
            }
            Some(Ask::Feeds(cell)) => {
                let shape = plan(&showing).input_shape();
                assert_eq!(cell.len(), shape.len(), "{at}");
                assert!(cell.iter().zip(shape).all(|(index, size)| index < size), "{at}");
            }
            Some(Ask::Layer(lines)) => {
                assert!((2..=4).contains(&lines.len()), "{at}");
                let mut outputs = vec![output(&showing)];
                for line in lines {
                    outputs.push(output(&shown(&with_layer(step.link, line))));
                }
                let different = outputs
                    .iter()
                    .enumerate()
                    .all(|(index, one)| !outputs[..index].contains(one));
                assert!(different, "{at}: {outputs:?}");
            }
            _ => {}
        }
    }
}

/// The same link with another layer.
fn with_layer(link: &str, line: &str) -> String {
    let parts = link.split('&').map(|part| match part.starts_with("layer=") {
        true => format!("layer={line}"),
        false => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("&")
}

#[test]
fn a_question_does_not_hold_its_answer() {
    let words = Lang::ALL.map(Lang::name).map(words);
    for (lesson, step) in steps() {
        let answer = match step.ask {
            Some(Ask::Shape) => "output",
            Some(Ask::Params) => "params",
            Some(Ask::Macs) => "macs",
            Some(Ask::ReceptiveField) => "field",
            Some(Ask::Layer(_)) => "layer",
            _ => continue,
        };
        for text in &words {
            let says = Words(text).step(lesson.name, step.name).expect("words").says;
            assert!(!placeholders(says).contains(&answer), "{} {}", lesson.name, step.name);
        }
    }
}

#[test]
fn each_language_says_all_of_it_on_one_screen() {
    for language in Lang::ALL.map(Lang::name) {
        let words = words(language);
        for lesson in COURSE {
            let texts = texts(Words(&words), lesson);
            let path = place(&format!("lessons/{language}/{}.txt", lesson.name));
            let file = fs::read_to_string(&path).expect("read before");
            let headings = file.lines().filter(|line| line.starts_with("# ")).count();
            assert_eq!(headings, texts.len(), "{path} has a heading that nothing asks for");
            for (heading, text) in texts {
                let at = format!("{language} {} {heading}", lesson.name);
                let length = text.chars().count();
                assert!((2..=LONGEST).contains(&length), "{at}: {length}");
                assert!(text.lines().count() <= 3, "{at}: more than three paragraphs");
                assert!(text.lines().all(|line| !line.trim().is_empty()), "{at}: an empty line");
                assert!(text.matches('`').count().is_multiple_of(2), "{at}: an open `");
                for name in placeholders(text) {
                    assert!(PLACEHOLDERS.contains(&name), "{at}: {{{name}}}");
                }
                for name in terms(text) {
                    assert!(TERMS.contains(&name), "{at}: ({name})");
                }
            }
        }
    }
}

#[test]
fn all_languages_say_the_same() {
    let english = words(Lang::default().name());
    for language in Lang::others().map(Lang::name) {
        let other = words(language);
        for lesson in COURSE {
            let both = texts(Words(&english), lesson)
                .into_iter()
                .zip(texts(Words(&other), lesson));
            for ((heading, english), (_, other)) in both {
                let at = format!("{language} {} {heading}", lesson.name);
                assert_eq!(sorted(placeholders(english)), sorted(placeholders(other)), "{at}");
                assert_eq!(sorted(terms(english)), sorted(terms(other)), "{at}");
                assert_eq!(english.lines().count(), other.lines().count(), "{at}: paragraphs");
            }
        }
    }
}

/// Words of Latin letters stand in Chinese text as code, as names, or not at all: never three in a row.
#[test]
fn chinese_is_translated() {
    let words = words("zh");
    for lesson in COURSE {
        for (heading, text) in texts(Words(&words), lesson) {
            for line in text.lines() {
                let at = format!("{} {heading}: {line}", lesson.name);
                let chinese = line.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
                assert!(chinese, "{at}");
                let prose: Vec<_> = line.split('`').step_by(2).collect();
                let latin = |word: &str| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase());
                let row: Vec<_> = prose.iter().flat_map(|part| part.split(' ')).map(latin).collect();
                assert!(!row.windows(3).any(|three| three == [true; 3]), "{at}");
            }
        }
    }
}

//! Links against text of any kind: nothing panics or hangs, and what comes out is small.
mod bounds;
mod common;

use bounds::hold;
use common::cases;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use story::link::{keys, pairs, read};
use story::{Control, Showing};

const PUBLISHED: &str = include_str!("data/published-links.txt");

fn published() -> impl Strategy<Value = String> {
    select(PUBLISHED.lines().collect::<Vec<_>>()).prop_map(|line| line.split(" | ").next().unwrap_or(line).to_owned())
}

fn names() -> impl Strategy<Value = String> {
    let names: Vec<_> = keys().map(|key| key.name.to_owned()).collect();
    prop_oneof![
        8 => select(names),
        1 => "(weight|bias)\\.[0-9]{1,20}",
        1 => ".{0,6}",
    ]
}

/// Mostly what such values are made of.
fn values() -> impl Strategy<Value = String> {
    let examples: Vec<_> = keys()
        .flat_map(|key| pairs(key.example))
        .map(|(_, value)| value)
        .collect();
    let controls: Vec<_> = Control::ALL.iter().map(|control| control.name()).collect();
    prop_oneof![
        select(examples),
        "[0-9,;_. x×e+−()\\[\\]'=-]{0,24}",
        "(nn\\.)?Conv(Transpose)?[123]d\\([0-9]{1,2},[0-9]{1,11},\\(?[0-9]{1,6}(,[0-9]{1,3}\\))?(,(stride|padding|dilation|output_padding|groups)=-?[0-9]{1,11}){0,3}\\)",
        "Sequential\\(((Conv2d\\(1,[1-3],[1-3]\\)|ReLU\\(\\)|MaxPool2d\\([0-9]{1,2}\\)|Flatten\\(\\)|Linear\\((\\?|[0-9]{1,11}),[0-9]{1,11}\\)|ZeroPad[12]d\\(-?[0-9]{1,11}\\)),){1,5}\\)",
        "([0-9]{1,12}_)?[0-9]{1,12}(x[0-9]{1,20}){0,2}",
        "-?[0-9]{1,60}(\\.[0-9]{1,60})?(e-?[0-9]{1,30})?",
        proptest::collection::vec(select(controls), 0..6).prop_map(|names| names.join(",")),
        ".{0,40}",
    ]
}

/// Parts that are cut out, doubled, moved and overwritten.
fn mutated() -> impl Strategy<Value = String> {
    let change = (0_u8..5, any::<Index>(), any::<Index>(), any::<u8>());
    (published(), proptest::collection::vec(change, 1..8)).prop_map(|(link, changes)| {
        let mut bytes = link.into_bytes();
        for (kind, from, to, byte) in changes {
            let (from, to) = (from.index(bytes.len() + 1), to.index(bytes.len() + 1));
            let (from, to) = (from.min(to), from.max(to));
            let part = bytes[from..to].to_vec();
            match kind {
                0 => drop(bytes.splice(from..to, [])),
                1 => drop(bytes.splice(from..from, part)),
                2 => bytes.extend(part),
                3 => bytes.insert(from, byte),
                _ => bytes[from..to].reverse(),
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// Brackets as deep as one likes.
fn nested() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "Sequential(",
        "[",
        "(",
        "((",
        "]",
        ")",
        "nn.Sequential((0): ",
        "b=",
        "b%3D",
        "%26",
    ]);
    (names(), piece, 0_usize..20_000, values())
        .prop_map(|(name, piece, count, value)| format!("{name}={}{value}", piece.repeat(count)))
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn random_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        hold(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn random_parameters(pairs in proptest::collection::vec((names(), values()), 0..6)) {
        let query: Vec<_> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
        hold(&query.join("&"));
    }

    #[test]
    fn good_links_with_something_wrong(query in mutated()) {
        hold(&query);
    }

    #[test]
    fn deep_nesting(query in nested()) {
        hold(&query);
    }
}

/// Given a megabyte for each parameter, and as their names
#[test]
fn a_megabyte_of_anything() {
    const MEGABYTE: usize = 1 << 20;
    let pieces = [
        "1,",
        "9",
        "1e9;",
        ",;",
        "_1",
        "x",
        "[",
        "Sequential(",
        "ReLU(),",
        "tools,",
        "none ",
        "é",
        "%26",
        "&a=b",
        "-",
    ];
    let small = |query: &str| {
        let (shot, warnings) = read(&pairs(query));
        // Then what is kept of it is no more than it was, and what is said is short
        assert!(shot.scene.net.input.iter().count() <= 1 << 18 && warnings.len() <= 40);
    };
    for key in keys() {
        small(&format!("{}={}", key.name, "1,Tools(é".repeat(MEGABYTE / 10)));
    }
    for piece in pieces {
        let much = piece.repeat(MEGABYTE / piece.len());
        for name in ["layer", "b", "hide"] {
            small(&format!("{name}={much}"));
        }
        hold(&format!("layer=Conv2d(1,1,3)&input={much}"));
        hold(&much);
    }
}

#[test]
fn what_is_huge_is_answered_at_once() {
    let huge = [
        ("Conv2d(1,1,3)", "99999999999x9"),
        ("Conv2d(1,1,3)", "1000000000x1000000000"),
        ("Conv2d(1,1,3)", "2147483647x2147483647"),
        ("Conv2d(2147483647,2147483647,3)", "5x5"),
        ("Conv2d(2147483647,2147483647,2147483647)", ""),
        ("Conv1d(1,1,3,padding=2147483647,dilation=2147483647)", "8"),
        ("Conv1d(1,1,3,padding=2147483647,stride=2147483647)", "8"),
        ("ConvTranspose1d(1,1,3,padding=2147483647,dilation=2147483647)", "8"),
        ("ConvTranspose1d(1,1,2,padding=1073741824,stride=2147483647)", "2"),
        ("ConvTranspose3d(1,1,11,dilation=2147483647)", "8x8x8"),
        ("Conv1d(16000000,16000000,1,groups=16000000)", "2"),
        ("Conv1d(1,1,1)", "18446744073709551616"),
        ("Conv1d(99999999999,1,1)", "5"),
        ("MaxPool2d(2147483647,padding=1073741823)", "5x5"),
        ("AvgPool3d(1)", "2147483647_2147483647x2147483647x2147483647"),
        ("Flatten()", "2147483647_2147483647x2147483647x2147483647"),
        ("ReLU()", "99999999999_5x5"),
        ("ZeroPad3d(2147483647)", "5x5x5"),
        ("ZeroPad1d((2147483647,-2147483647))", "5"),
        ("Linear(2147483647,2147483647)", ""),
        (
            "Sequential(ZeroPad3d(2147483647),Conv3d(1,1,3),Flatten(),LazyLinear(2147483647))",
            "5x5x5",
        ),
        (
            "Sequential(Conv2d(1,2147483647,3),ReLU(),MaxPool2d(2),Conv2d(2147483647,1,1))",
            "99x99",
        ),
    ];
    for (layer, shape) in huge {
        // Given a link that asks for what no machine has room for, when it is read
        let link = [("layer", layer), ("shape", shape)].map(|(name, value)| (name.to_owned(), value.to_owned()));
        let (shot, _) = read(&link);
        // Then there is a scene, and it is either small or not drawn
        match shot.scene.show() {
            Ok(Showing::Film(film)) => assert!(
                film.input.len() < 1 << 16 && film.plan.grid_size().iter().all(|&size| size <= 1024),
                "{layer} {shape}"
            ),
            Ok(Showing::Shapes(..)) => {}
            Err(refusal) => panic!("{layer} {shape}: {refusal}"),
        }
    }
}

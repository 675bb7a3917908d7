//! What is pasted into other pages leads back to its scene, and stays what it is.
mod common;

use common::{cases, finite, scenes};
use html5gum::{Token, Tokenizer};
use proptest::prelude::*;
use std::collections::BTreeMap;
use story::link::{Shot, pairs, read};
use story::snippet::{ATTRIBUTES, Embed, Host, snippet};
use story::{Controls, Cursor, View};

const PAGE: &str = "https://example.org/convlens/";

fn shots() -> impl Strategy<Value = Shot> {
    let controls = (0_usize..4, 0_usize..3);
    (scenes(finite()), controls, 0_usize..100).prop_map(|(mut scene, (hide, lock), step)| {
        let sets = [Controls::NONE, Controls::ALL, Controls::read("facts,stride").0];
        scene.view = View {
            hide: sets.get(hide).copied(),
            lock: sets[lock],
            ..scene.view
        };
        Shot {
            scene,
            cursor: Cursor::whole(step),
        }
    })
}

/// A tag or a stretch of text, as a browser reads it.
#[derive(Debug, PartialEq)]
enum Piece {
    Start(String, BTreeMap<String, String>),
    End(String),
    Text(String),
}

fn pieces(html: &str) -> Vec<Piece> {
    let tokens = Tokenizer::new(html).map(|token| match token {
        Ok(Token::StartTag(tag)) => {
            let attributes = tag.attributes.iter();
            let attributes = attributes.map(|(name, value)| (string(name), string(value)));
            Piece::Start(string(&tag.name), attributes.collect())
        }
        Ok(Token::EndTag(tag)) => Piece::End(string(&tag.name)),
        Ok(Token::String(text)) => Piece::Text(string(&text)),
        other => panic!("{other:?} in {html}"),
    });
    tokens.collect()
}

fn string(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The scene of an address, as a browser reads it.
fn opened(address: &str) -> Shot {
    let (shot, warnings) = read(&parameters(address));
    assert_eq!(warnings, [], "{address}");
    shot
}

fn parameters(address: &str) -> Vec<(String, String)> {
    address.split_once('?').map_or_else(Vec::new, |(_, query)| pairs(query))
}

/// The tags of a snippet that is HTML, without what stands around them.
fn html(host: Host, snippet: &str) -> &str {
    match host {
        Host::Quarto => snippet
            .strip_prefix("```{=html}\n")
            .and_then(|rest| rest.strip_suffix("\n```"))
            .expect("a fence around it"),
        _ => snippet,
    }
}

/// The address and the title that a snippet shows; `None` for one that is no frame.
fn frame(host: Host, text: &str) -> Option<(String, Option<String>)> {
    match host {
        Host::Link | Host::Notion | Host::Sites => Some((text.to_owned(), None)),
        Host::Element => None,
        Host::Myst => {
            let lines: Vec<_> = text.split('\n').collect();
            let [start, width, title, end] = lines[..] else {
                panic!("four lines: {text}")
            };
            assert_eq!((width, end), (":width: 100%", ":::"));
            let address = start.strip_prefix(":::{iframe} ").expect("a directive");
            let title = title.strip_prefix(":title: ").expect("a title");
            Some((address.to_owned(), Some(title.to_owned())))
        }
        _ => {
            let pieces = pieces(html(host, text));
            let frames = pieces.iter().filter_map(|piece| match piece {
                Piece::Start(name, attributes) if name == "iframe" => Some(attributes),
                _ => None,
            });
            let [attributes] = frames.collect::<Vec<_>>()[..] else {
                panic!("one frame: {text}")
            };
            let source = if host == Host::Reveal { "data-src" } else { "src" };
            Some((attributes[source].clone(), attributes.get("title").cloned()))
        }
    }
}

fn on_one_line(title: &str) -> String {
    // The last two of each plane, and 32 more.
    let is_none = |letter: char| letter as u32 % 0x1_0000 >= 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&letter);
    let words = title.split(|letter: char| letter.is_whitespace() || letter.is_control() || is_none(letter));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The same scene, within another page or not.
fn embedded(shot: &Shot, embed: bool) -> Shot {
    let mut shot = shot.clone();
    shot.scene.view.embed = embed;
    shot
}

#[track_caller]
fn check(host: Host, embed: &Embed<'_>) {
    let text = snippet(host, embed);
    let Some((address, title)) = frame(host, &text) else {
        return check_element(embed, &text);
    };
    assert_eq!(address.split('?').next(), Some(PAGE), "{host:?}");
    assert!(address.bytes().all(|byte| byte.is_ascii_graphic()), "{address}");
    assert_eq!(opened(&address), embedded(embed.shot, host != Host::Link), "{host:?}");
    if let Some(title) = title {
        assert_eq!(title, on_one_line(embed.title), "{host:?}");
    }
}

#[track_caller]
fn check_element(embed: &Embed<'_>, text: &str) {
    let pieces = pieces(text);
    let [script, end, line, element, last] = &pieces[..] else {
        panic!("a script and an element: {text}")
    };
    let attributes = |pairs: &[(&str, &str)]| -> BTreeMap<_, _> {
        let pairs = pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        pairs.collect()
    };
    let source = attributes(&[("src", "https://example.org/convlens/embed.js")]);
    assert_eq!(script, &Piece::Start("script".to_owned(), source));
    let ends = [end, line, last].map(|piece| format!("{piece:?}"));
    assert_eq!(ends, ["End(\"script\")", "Text(\"\\n\")", "End(\"conv-lens\")"]);
    let Piece::Start(name, pairs) = element else {
        panic!("an element: {text}")
    };
    assert_eq!(name, "conv-lens");
    assert_eq!(pairs["title"], on_one_line(embed.title));
    assert_eq!(pairs["height"], embed.height.to_string());
    // As the element does: its attributes over the parameters of its link.
    let link = pairs
        .get("src")
        .map_or("", |link| link.strip_prefix(PAGE).expect("the page"));
    let mut all = parameters(link);
    let own = pairs.iter().filter(|(name, _)| ATTRIBUTES.contains(&&***name));
    all.extend(own.map(|(name, value)| (name.clone(), value.clone())));
    let (shot, warnings) = read(&all);
    assert_eq!(
        (&shot, &warnings[..]),
        (&embedded(embed.shot, false), &[][..]),
        "{text}"
    );
}

fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("\"><script>alert(1)</script>".to_owned()),
        Just("' onload='alert(1)".to_owned()),
        Just("</iframe></section>```\n:::\n\n# {{ x }} {evil()} ${x} &quot; &#34; \\\" \u{202e}é 😀".to_owned()),
        "[\"'<>&`{}\\[\\]$\\\\/=:;%#\n\r\t a-c\u{0}\u{a0}é😀]{0,30}",
        ".{0,40}",
    ]
}

proptest! {
    #![proptest_config(cases(300))]

    /// Given any scene and any title, when a snippet is read as its host reads it, then it is that scene and that title.
    #[test]
    fn a_snippet_leads_back_to_its_scene(shot in shots(), title in hostile(), height in 1_u32..5000) {
        for host in Host::ALL {
            check(host, &Embed { page: PAGE, shot: &shot, height, title: &title });
        }
    }

    /// Given any address, when a frame is written, then it is one frame all the same.
    #[test]
    fn no_address_breaks_out(page in hostile()) {
        let shot = Shot::default();
        let embed = Embed { page: &page, shot: &shot, height: 300, title: "x" };
        for host in [Host::Iframe, Host::Docusaurus, Host::Reveal, Host::Quarto] {
            let text = snippet(host, &embed);
            let (address, _) = frame(host, &text).expect("a frame");
            prop_assert!(address.bytes().all(|byte| byte.is_ascii_graphic()), "{}", address);
            prop_assert!(address.ends_with("?embed=1"), "{}", address);
        }
    }
}

#[test]
fn a_frame_says_how_high_it_is_where_its_host_asks() {
    let shot = Shot::default();
    let embed = Embed {
        page: PAGE,
        shot: &shot,
        height: 431,
        title: "A layer",
    };
    for host in Host::ALL {
        let keeps_its_own = host == Host::Element;
        let says = snippet(host, &embed).contains("431");
        assert_eq!(says, host.has_height() || keeps_its_own, "{host:?}");
    }
}

#[test]
fn the_page_is_its_own_whatever_it_shows() {
    let shot = Shot::default();
    for page in [
        "https://example.org/convlens/?layer=ReLU()#stage",
        "https://example.org/convlens/index.html?embed",
        "file:///C:/course/convlens.html",
        "http://[::1]:8080/",
    ] {
        let embed = Embed {
            page,
            shot: &shot,
            height: 431,
            title: "A layer",
        };
        let own = page.split(['?', '#']).next().unwrap_or_default();
        assert_eq!(embed.address(true), format!("{own}?embed=1"));
    }
}

#[test]
fn jsx_reads_no_expression_in_it() {
    let shot = Shot::default();
    let embed = Embed {
        page: PAGE,
        shot: &shot,
        height: 431,
        title: "{alert(1)} <b>",
    };
    assert_eq!(
        snippet(Host::Docusaurus, &embed),
        "<iframe src=\"https://example.org/convlens/?embed=1\" title=\"&#123;alert(1)&#125; &lt;b&gt;\" width=\"100%\" \
         height=\"431\" loading=\"lazy\" allow=\"fullscreen; clipboard-write\" frameBorder=\"0\" />"
    );
}

/// Given the scene of the page about embedding, when its snippets are written, then they are those that stand there.
#[test]
fn the_page_about_embedding_shows_what_is_written() {
    let page = include_str!("../../../docs/embedding.md");
    let pairs = [("layer", "Conv2d(1,1,3,stride=2)"), ("lock", "stride")];
    let (shot, warnings) = read(&pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
    assert_eq!(warnings, []);
    let embed = Embed {
        page: PAGE,
        shot: &shot,
        height: 560,
        title: "ConvLens: nn.Conv2d(1, 1, kernel_size=3, stride=2)",
    };
    for host in Host::ALL {
        let text = snippet(host, &embed);
        assert!(page.contains(&format!("\n{text}\n")), "{host:?}:\n{text}");
    }
}

/// Given the script of the element, when its attributes are looked at, then they are those that are written.
#[test]
fn the_element_knows_the_attributes_that_are_written() {
    let script = include_str!("../../../static/embed.js");
    let keys = script
        .split_once("const KEYS = \"")
        .and_then(|(_, rest)| rest.split_once('"'));
    let (keys, _) = keys.expect("its keys");
    assert_eq!(keys.split(' ').collect::<Vec<_>>(), ATTRIBUTES);
}

//! Figures without a browser: what the page's "Take away" writes, for documents that are built.

use std::fs;

use anyhow::{Context, Result, bail};
use picture::explain::{Ask, Picture};
use picture::figure::{self, STRIP_WIDTH, Scheme, WIDTH, WIDTHS};
use story::link::{Shot, read};
use story::{Showing, Timeline, words};

/// How it is to be written.
#[derive(Debug, Default, PartialEq)]
struct Options<'a> {
    out: Option<&'a str>,
    width: Option<f32>,
    scheme: Scheme,
    strip: bool,
}

pub fn run(link: &str, options: &[&str]) -> Result<()> {
    let options = parse(options)?;
    let svg = poster(link, &options)?;
    put(options.out, &svg)
}

/// Writes what was made into a file, or where the command was called.
pub fn put(out: Option<&str>, made: &str) -> Result<()> {
    match out {
        Some(path) => fs::write(path, made).with_context(|| format!("cannot write {path}")),
        None => {
            println!("{made}");
            Ok(())
        }
    }
}

fn parse<'a>(given: &[&'a str]) -> Result<Options<'a>> {
    let mut options = Options::default();
    let mut given = given.iter();
    while let Some(&name) = given.next() {
        let mut value = || given.next().copied().with_context(|| format!("{name} needs a value"));
        match name {
            "--out" => options.out = Some(value()?),
            "--width" => {
                let width: f32 = value()?.parse().context("--width needs a number")?;
                if !(WIDTHS[0]..=WIDTHS[1]).contains(&width) {
                    bail!("--width is from {} to {}", WIDTHS[0], WIDTHS[1]);
                }
                options.width = Some(width);
            }
            "--dark" => options.scheme = Scheme::Dark,
            "--strip" => options.strip = true,
            _ => bail!("{name} is none of --out FILE, --width N, --dark, --strip"),
        }
    }
    Ok(options)
}

fn poster(link: &str, options: &Options<'_>) -> Result<String> {
    let (Shot { scene, cursor }, warnings) = read(&pairs(link));
    for warning in &warnings {
        eprintln!("{}", words::warning(warning));
    }
    let film = match scene.show() {
        Ok(Showing::Film(film)) => film,
        Ok(Showing::Shapes(plan, _)) => bail!("{} is too large to be drawn cell by cell", plan.spec()),
        Err(refusal) => bail!("{}", words::explain(&refusal)),
    };
    let timeline = Timeline::new(film, scene.view.order, scene.net.seed);
    if options.strip {
        let sheet = figure::strip(&timeline, options.width.unwrap_or(STRIP_WIDTH));
        return Ok(sheet.svg(options.scheme));
    }
    let width = options.width.unwrap_or(WIDTH);
    let frame = timeline.at(cursor);
    let beside = scene.beside().map(|beside| beside.at(cursor));
    let topic = scene.view.picture.filter(|topic| topic.fits(scene.spec()));
    let drawing = topic.and_then(Picture::of).map(|picture| {
        picture.explained(&Ask {
            scene: &scene,
            frame: &frame,
            beside: beside.as_ref(),
            pointed: None,
            width: figure::inner(width),
        })
    });
    Ok(figure::figure(&frame, drawing.as_ref(), width).svg(options.scheme))
}

/// The parameters of a link: all of an address, or its query alone.
pub fn pairs(link: &str) -> Vec<(String, String)> {
    let query = link.split_once('?').map_or(link, |(_, query)| query);
    let query = query.split('#').next().unwrap_or_default();
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let split = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    split.map(|(name, value)| (decoded(name), decoded(value))).collect()
}

/// Without the encoding of addresses. What is not encoded well stays as it is.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut plain = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = bytes.get(at + 1..at + 3).filter(|_| byte == b'%');
        let code = code.and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        at += if code.is_some() { 3 } else { 1 };
        plain.push(code.unwrap_or(if byte == b'+' { b' ' } else { byte }));
    }
    String::from_utf8_lossy(&plain).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "https://host.example/lens/?layer=Conv2d(1%2C1,3,padding=1)&step=7#top";

    #[test]
    fn the_poster_is_the_figure_that_the_page_takes_away() -> Result<()> {
        // Given a link, and the same scene made by hand
        let (shot, _) = read(&[
            ("layer".to_owned(), "Conv2d(1,1,3,padding=1)".to_owned()),
            ("step".to_owned(), "7".to_owned()),
        ]);
        let Ok(Showing::Film(film)) = shot.scene.show() else {
            bail!("no film");
        };
        let timeline = Timeline::new(film, shot.scene.view.order, shot.scene.net.seed);
        let frame = timeline.at(shot.cursor);
        // When both are drawn, then they are the same
        let options = parse(&["--width", "640", "--dark"])?;
        let figure = figure::figure(&frame, None, 640.0).svg(Scheme::Dark);
        assert_eq!(poster(LINK, &options)?, figure);
        let strip = figure::strip(&timeline, STRIP_WIDTH).svg(Scheme::Light);
        assert_eq!(poster(LINK, &parse(&["--strip"])?)?, strip);
        Ok(())
    }

    #[test]
    fn an_open_picture_stands_beneath() -> Result<()> {
        let plain = poster("layer=Conv2d(1,1,3)", &Options::default())?;
        let explained = poster("layer=Conv2d(1,1,3)&picture=stride", &Options::default())?;
        assert!(explained.len() > plain.len());
        Ok(())
    }

    #[test]
    fn what_cannot_be_is_told() {
        assert!(poster("layer=Conv2d(1,1,3)&shape=4000x4000", &Options::default()).is_err());
        for wrong in [
            &["--width"][..],
            &["--width", "x"],
            &["--width", "1e9"],
            &["--sideways"],
        ] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn links_are_decoded() {
        for (text, plain) in [
            ("a%20b+c", "a b c"),
            ("100%", "100%"),
            ("%zz%4", "%zz%4"),
            ("%C3%A9", "é"),
        ] {
            assert_eq!(decoded(text), plain);
        }
    }
}

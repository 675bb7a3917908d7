//! Worksheets without a browser: what the page prints, as one HTML file.

use anyhow::{Context, Result, bail};
use picture::figure::{EXERCISE_WIDTH, Scheme, exercise};
use story::link::read;
use story::text::{SheetKey, fill, say, speak, tag, written};
use story::worksheet::{MOST, Problem, worksheet};
use story::{Lang, words};

use crate::poster::{pairs, put};

/// How it is to be made.
#[derive(Debug, PartialEq)]
struct Options<'a> {
    out: Option<&'a str>,
    count: usize,
    variant: u32,
    lang: Lang,
}

pub fn run(link: &str, options: &[&str]) -> Result<()> {
    let options = parse(options)?;
    speak(written(options.lang).as_deref());
    let page = page(link, &options)?;
    put(options.out, &page)
}

fn parse<'a>(given: &[&'a str]) -> Result<Options<'a>> {
    let mut options = Options {
        out: None,
        count: 6,
        variant: 0,
        lang: Lang::default(),
    };
    let mut given = given.iter();
    while let Some(&name) = given.next() {
        let value = given.next().copied().with_context(|| format!("{name} needs a value"))?;
        match (name, value) {
            ("--out", path) => options.out = Some(path),
            ("--variant", number) => options.variant = number.parse().context("--variant needs a number")?,
            ("--count", number) => {
                options.count = number.parse().context("--count needs a number")?;
                if !(1..=MOST).contains(&options.count) {
                    bail!("--count is from 1 to {MOST}");
                }
            }
            ("--lang", name) => {
                options.lang = Lang::from_name(name).with_context(|| format!("--lang is {}", langs()))?;
            }
            _ => bail!(
                "{name} {value} is none of --out FILE, --count N, --variant N, --lang {}",
                langs()
            ),
        }
    }
    Ok(options)
}

fn langs() -> String {
    Lang::ALL.map(Lang::name).join(" or ")
}

fn page(link: &str, options: &Options<'_>) -> Result<String> {
    let (shot, warnings) = read(&pairs(link));
    for warning in &warnings {
        eprintln!("{}", words::warning(warning));
    }
    let problems = worksheet(&shot, options.variant, options.count);
    if problems.is_empty() {
        bail!("{}", say(SheetKey::Nothing));
    }
    let number = options.variant.to_string();
    let titled = |key| fill(key, &[("variant", &number)]);
    let head = titled(SheetKey::Head);
    let list = |item: fn(&Problem) -> String| problems.iter().map(item).collect::<String>();
    Ok(format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{head}</title>\n<style>\n{style}</style>\n\
         <header><h1>{head}</h1><span class=\"name\">{name}</span></header>\n<ol>\n{problems}</ol>\n\
         <section class=\"answers\">\n<h1>{answers}</h1>\n<ol>\n{key}</ol>\n</section>\n</html>\n",
        lang = tag(),
        style = include_str!("worksheet.css"),
        name = say(SheetKey::Name),
        problems = list(problem),
        answers = titled(SheetKey::Answers),
        key = list(answer),
    ))
}

fn problem(problem: &Problem) -> String {
    let figure = problem.figure.as_ref();
    let svg = figure.map(|figure| exercise(figure, EXERCISE_WIDTH).svg(Scheme::Light));
    let lines = problem.lines.iter();
    let lines: String = lines
        .map(|line| format!("<div class=\"line\"><code>{}</code></div>\n", escaped(line)))
        .collect();
    format!(
        "<li><p><code>{}</code></p>\n<p>{}</p>\n{}\n{lines}</li>\n",
        escaped(&problem.given),
        escaped(&problem.task),
        svg.unwrap_or_default()
    )
}

fn answer(problem: &Problem) -> String {
    let lines: String = problem
        .solved()
        .map(|line| format!("<div>{}</div>", escaped(&line)))
        .collect();
    format!("<li>{lines}</li>\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "https://host.example/lens/?layer=Conv1d(1%2C1,3)&step=2#top";

    #[test]
    fn a_sheet_has_its_problems_and_on_another_page_the_answers() -> Result<()> {
        // Given a link, when its sheet is made
        let page = page(LINK, &parse(&["--count", "4", "--variant", "3"])?)?;
        // Then each problem has an answer, behind all problems, and nothing asks for another file or runs
        let (sheet, key) = page.split_once("class=\"answers\"").context("no answers")?;
        assert_eq!([sheet, key].map(|part| part.matches("<li>").count()), [4, 4]);
        assert!(sheet.contains("<svg") && !key.contains("<svg"));
        assert!(!page.contains("<script") && !page.contains(" style=") && !page.contains(" src="));
        Ok(())
    }

    #[test]
    fn what_cannot_be_is_told() {
        for wrong in [
            &["--count"][..],
            &["--count", "0"],
            &["--count", "21"],
            &["--variant", "-1"],
            &["--lang", "xx"],
        ] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }
}

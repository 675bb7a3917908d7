//! What can be made of a scene, and how.
use crate::controls::explain::EXPLAIN;
use crate::export::canvas::{Canvas, Then};
use crate::export::file::{Content, Made};
use crate::export::film::{Film, Watch};
use crate::export::gif::gif;
use crate::export::onefile::onefile;
use crate::export::video::{self, video};
use crate::page::Page;
use picture::figure::{self, Scheme, Sheet};
use std::rc::Rc;
use story::text::{ExportKey, fill};
use story::{Frame, csv, words};
use wasm_bindgen::JsValue;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Svg,
    Png,
    Tikz,
    Alt,
    Gif,
    WebM,
    Strip,
    Csv,
    OneFile,
}

impl Format {
    pub const ALL: [Self; 9] = [
        Self::Svg,
        Self::Png,
        Self::Tikz,
        Self::Alt,
        Self::Gif,
        Self::WebM,
        Self::Strip,
        Self::Csv,
        Self::OneFile,
    ];

    /// Its name in a message, the ending of its file, and what that is.
    fn facts(self) -> [&'static str; 3] {
        match self {
            Self::Svg => ["svg", ".svg", "image/svg+xml"],
            Self::Png => ["png", ".png", "image/png"],
            Self::Tikz => ["tikz", ".tex", "text/x-tex"],
            Self::Alt => ["alt", ".txt", "text/plain"],
            Self::Gif => ["gif", ".gif", "image/gif"],
            Self::WebM => ["webm", ".webm", video::MIME],
            Self::Strip => ["strip", "-strip.svg", "image/svg+xml"],
            Self::Csv => ["csv", ".csv", "text/csv"],
            Self::OneFile => ["html", ".html", "text/html"],
        }
    }

    pub fn name(self) -> &'static str {
        self.facts()[0]
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// What a button for it says.
    pub fn label(self) -> ExportKey {
        match self {
            Self::Svg => ExportKey::Svg,
            Self::Png => ExportKey::Png,
            Self::Tikz => ExportKey::Tikz,
            Self::Alt => ExportKey::Alt,
            Self::Gif => ExportKey::Gif,
            Self::WebM => ExportKey::WebM,
            Self::Strip => ExportKey::Strip,
            Self::Csv => ExportKey::Csv,
            Self::OneFile => ExportKey::OneFile,
        }
    }
}

/// How it is made.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// In pixels, where the format has any; what is usual where nobody said.
    pub width: Option<f32>,
    pub scheme: Scheme,
}

/// Makes something of the scene as it is now.
pub fn make(page: Page, format: Format, options: Options, watch: Watch, then: Then<Made>) {
    let Some(frame) = page.frame.with_untracked(Clone::clone) else {
        return then(Err(ExportKey::NoFilm));
    };
    let Options { width, scheme } = options;
    let text = |text: String| Ok(made(format, &frame, Content::Text(text)));
    match format {
        Format::Svg => then(text(sheet(page, &frame, width).svg(scheme))),
        Format::Tikz => then(text(figure::tikz(&frame, scheme))),
        Format::Alt => then(text(words::alt(&frame))),
        Format::Csv => then(text(csv(&frame.film))),
        Format::Strip => then(match page.timeline.with_untracked(Clone::clone) {
            None => Err(ExportKey::NoFilm),
            Some(timeline) => {
                let width = width.unwrap_or(figure::STRIP_WIDTH);
                text(figure::strip(&timeline, width).svg(scheme))
            }
        }),
        Format::Png => {
            let sheet = sheet(page, &frame, width);
            let blob = Box::new(move |blob: Result<JsValue, ExportKey>| {
                then(blob.map(|blob| made(format, &frame, Content::Blob(blob))));
            });
            png(&sheet, scheme, blob);
        }
        Format::OneFile => {
            let blob = Box::new(move |blob: Result<JsValue, ExportKey>| {
                then(blob.map(|blob| made(format, &frame, Content::Blob(blob))));
            });
            onefile(page, blob);
        }
        Format::Gif | Format::WebM => {
            let width = width.unwrap_or(figure::WIDTH);
            let Some(film) = Film::of(page, width, scheme).map(Rc::new) else {
                return then(Err(ExportKey::NoFilm));
            };
            let note = note(&film);
            let blob = Box::new(move |blob: Result<JsValue, ExportKey>| {
                then(blob.map(|blob| Made {
                    note,
                    ..made(format, &frame, Content::Blob(blob))
                }));
            });
            match format {
                Format::Gif => gif(film, watch, blob),
                _ => video(film, watch, blob),
            }
        }
    }
}

/// How many frames are in it, where not all are.
fn note(film: &Film) -> Option<String> {
    let [all, drawn] = film.frames();
    let counts = [("frames", &*drawn.to_string()), ("steps", &*all.to_string())];
    (drawn < all).then(|| fill(ExportKey::Frames, &counts))
}

fn png(sheet: &Sheet, scheme: Scheme, then: Then<JsValue>) {
    match Canvas::new(sheet.size()) {
        Err(why) => then(Err(why)),
        Ok(canvas) => {
            let drawn = canvas.clone();
            let done = move |done: Result<(), ExportKey>| match done {
                Ok(()) => drawn.png(then),
                Err(why) => then(Err(why)),
            };
            canvas.draw(&sheet.svg(scheme), Box::new(done));
        }
    }
}

/// The step, and the explaining picture that is open.
fn sheet(page: Page, frame: &Frame, width: Option<f32>) -> Sheet {
    let width = width.unwrap_or(figure::WIDTH);
    let drawing = EXPLAIN
        .now()
        .and_then(|explain| (explain.drawing)(page, figure::inner(width)));
    figure::figure(frame, drawing.as_ref(), width)
}

fn made(format: Format, frame: &Frame, content: Content) -> Made {
    let [_, ending, mime] = format.facts();
    let step = (frame.cursor.step + 1).to_string();
    let is_of_step = matches!(format, Format::Svg | Format::Png | Format::Tikz | Format::Alt);
    let alt = if is_of_step {
        words::alt(frame)
    } else {
        words::shapes(&frame.film)
    };
    let name = if is_of_step {
        ["-step-", &step].concat()
    } else {
        String::new()
    };
    Made {
        name: ["convlens", &name, ending].concat(),
        mime,
        content,
        alt,
        note: None,
    }
}

//! Where a person chooses what to take away.
use crate::controls::loaded::loaded;
use crate::dom::js::{call, get};
use crate::dom::{El, State, el, field};
use crate::export::file::{Address, Content, Made};
use crate::export::make::{Format, Options, make};
use crate::export::scheme;
use crate::export::sheet::SHEET;
use crate::page::Page;
use crate::page::later::LATER;
use picture::figure::{Scheme, WIDTH, WIDTHS};
use std::cell::RefCell;
use std::rc::Rc;
use story::text::{ExportKey, SheetKey, fill, say};
use wasm_bindgen::JsValue;
use web_sys::Event;

const STILL: [Format; 4] = [Format::Svg, Format::Png, Format::Tikz, Format::Alt];
const FILM: [Format; 5] = [Format::Gif, Format::WebM, Format::Strip, Format::Csv, Format::OneFile];

/// How a making goes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Progress {
    Nothing,
    /// So many frames are done, of so many.
    Making(usize, usize),
    Made,
    Failed(ExportKey),
}

#[derive(Clone)]
struct Panel {
    page: Page,
    width: State<f32>,
    dark: State<bool>,
    /// Counts what was asked for: who is not the last one stops.
    run: State<usize>,
    progress: State<Progress>,
    made: Rc<RefCell<Option<Shown>>>,
}

/// What was made, and the address it is saved from.
struct Shown {
    format: Format,
    made: Made,
    address: Address,
    bytes: f64,
}

pub fn panel(page: Page, open: State<bool>) -> Vec<El> {
    let panel = Panel {
        page,
        width: State::new(WIDTH),
        dark: State::new(scheme(page) == Scheme::Dark),
        run: State::new(0),
        progress: State::new(Progress::Nothing),
        made: Rc::default(),
    };
    let close = el("button")
        .attr("type", "button")
        .on("click", move |_: Event| open.set(false))
        .text(say(ExportKey::Close));
    let sheet = State::new(false);
    let shown = panel.clone();
    let status = panel.clone();
    vec![
        el("section.take-away")
            .attr("aria-label", say(ExportKey::Export))
            .child(el("p.hint").text(say(ExportKey::ExportAbout)))
            .child(panel.formats(ExportKey::ExportStill, &STILL))
            .child(panel.formats(ExportKey::Film, &FILM))
            .child(panel.settings().child(opener(sheet)).child(close))
            .child(status.status())
            .child(el("div.made").live(move || shown.result()))
            .show(
                move || sheet.get(),
                move || vec![el("div.made").live(loaded(&SHEET, move |sheet| (sheet.panel)(page)))],
            ),
    ]
}

/// What opens and closes the worksheet.
fn opener(sheet: State<bool>) -> El {
    el("button")
        .attr("type", "button")
        .live_attr("aria-expanded", move || Some(sheet.get().to_string()))
        .on("click", move |_: Event| sheet.update(|open| *open = !*open))
        .text(say(SheetKey::Open))
}

impl Panel {
    fn formats(&self, name: ExportKey, formats: &[Format]) -> El {
        let row = el("div.choice").child(el("span.choice-name").text(say(name)));
        let buttons = formats.iter().map(|&format| {
            let panel = self.clone();
            el("button")
                .attrs(&[("type", "button"), ("data-format", format.name())])
                .on("click", move |_: Event| panel.make(format))
                .text(say(format.label()))
        });
        row.children(buttons.collect())
    }

    fn settings(&self) -> El {
        let (width, dark) = (self.width, self.dark);
        let wide = move |event: Event| {
            let typed = field(&event).and_then(|field| story::read_number(&field.value()));
            width.set(
                typed
                    .filter(|width| width.is_finite())
                    .unwrap_or(WIDTH)
                    .clamp(WIDTHS[0], WIDTHS[1]),
            );
        };
        let [least, most] = WIDTHS.map(story::exact_number);
        let number = el("input.value")
            .attrs(&[("type", "number"), ("min", &least), ("max", &most)])
            .live_value(move || story::exact_number(width.get()))
            .on("change", wide);
        let flip = move |event: Event| {
            if let Some(field) = field(&event) {
                dark.set(field.checked());
            }
        };
        let check = el("input")
            .attr("type", "checkbox")
            .live_checked(move || dark.get())
            .on("change", flip);
        el("div.choice")
            .child(el("label.check").text(say(ExportKey::Width)).child(number))
            .child(el("label.check").child(check).text(say(ExportKey::Dark)))
    }

    fn make(&self, format: Format) {
        let mine = self.run.get_untracked() + 1;
        self.run.set(mine);
        self.made.replace(None);
        self.progress.set(Progress::Making(0, 0));
        let (run, progress) = (self.run, self.progress);
        // Not after another was asked for, nor when the panel is closed.
        let is_wanted = move || run.is_alive() && run.get_untracked() == mine;
        let watch = move |frame, frames| {
            if is_wanted() && frames > 0 {
                progress.set(Progress::Making(frame, frames));
            }
            is_wanted()
        };
        let panel = self.clone();
        let then = move |made: Result<Made, ExportKey>| {
            if is_wanted() {
                panel.arrived(format, made);
            }
        };
        let is_strip = format == Format::Strip;
        let options = Options {
            width: Some(self.width.get_untracked()).filter(|width| !is_strip || *width != WIDTH),
            scheme: if self.dark.get_untracked() {
                Scheme::Dark
            } else {
                Scheme::Light
            },
        };
        make(self.page, format, options, Rc::new(watch), Box::new(then));
    }

    fn arrived(&self, format: Format, made: Result<Made, ExportKey>) {
        let shown = made.and_then(|made| {
            let blob = made.blob()?;
            let address = Address::of_blob(&blob).map_err(|_| ExportKey::NoImage)?;
            let bytes = get(&blob, "size").as_f64().unwrap_or(0.0);
            Ok(Shown {
                format,
                made,
                address,
                bytes,
            })
        });
        self.progress.set(match shown {
            Ok(shown) => {
                self.made.replace(Some(shown));
                Progress::Made
            }
            Err(why) => Progress::Failed(why),
        });
    }

    fn cancel(&self) {
        self.run.update(|run| *run += 1);
        self.progress.set(Progress::Failed(ExportKey::Cancelled));
    }

    fn status(self) -> El {
        let progress = self.progress;
        let words = move || match progress.get() {
            Progress::Nothing => String::new(),
            Progress::Making(_, 0) => say(ExportKey::Making).to_owned(),
            Progress::Making(frame, frames) => {
                let counts = [("frame", &*(frame + 1).to_string()), ("frames", &*frames.to_string())];
                fill(ExportKey::Drawing, &counts)
            }
            Progress::Made => say(ExportKey::Made).to_owned(),
            Progress::Failed(why) => say(why).to_owned(),
        };
        let cancel = move || {
            let panel = self.clone();
            let button = el("button")
                .attr("type", "button")
                .on("click", move |_: Event| panel.cancel())
                .text(say(ExportKey::Cancel));
            vec![button]
        };
        el("div.choice")
            .child(el("span").attr("role", "status").live_text(words))
            .show(move || matches!(progress.get(), Progress::Making(..)), cancel)
    }

    /// What was made: to be looked at, saved, copied.
    fn result(&self) -> Vec<El> {
        if self.progress.get() != Progress::Made {
            return Vec::new();
        }
        let made = self.made.borrow();
        let Some(shown) = made.as_ref() else {
            return Vec::new();
        };
        let address = shown.address.text().as_string().unwrap_or_default();
        let size = story::number((shown.bytes / 1000.0).ceil() as f32);
        let save = fill(ExportKey::Save, &[("name", &shown.made.name), ("size", &size)]);
        let link = el("a")
            .attrs(&[("href", &address), ("download", &shown.made.name)])
            .text(&save);
        let mut parts = vec![el("p").child(link)];
        parts.extend(shown.made.note.as_ref().map(|note| el("p.hint").text(note)));
        match (&shown.made.content, shown.format) {
            (Content::Text(text), Format::Tikz | Format::Alt) => parts.push(copyable(ExportKey::Text, text)),
            (_, Format::Csv | Format::OneFile) => {}
            (_, format) => {
                let alt = &shown.made.alt;
                if format != Format::WebM {
                    parts.push(el("img.picture").attrs(&[("src", &address), ("alt", alt)]));
                }
                parts.push(copyable(ExportKey::Alt, alt));
            }
        }
        parts
    }
}

/// A text with a button that copies it; where that is not allowed, selected to be copied by hand.
fn copyable(name: ExportKey, text: &str) -> El {
    let said = State::new(None::<ExportKey>);
    let area = el("textarea").attrs(&[("rows", "4"), ("readonly", ""), ("aria-label", say(name))]);
    let area = area.text(text);
    let element: JsValue = area.element().into();
    let text = text.to_owned();
    let copy = move |_: Event| {
        let Some(later) = LATER.now() else { return };
        let element = element.clone();
        let told = move |done| {
            said.try_set(Some(if done { ExportKey::Copied } else { ExportKey::NoCopy }));
            if !done {
                // A field that cannot be selected can still be read.
                let _ = call(&element, "select", &[]);
            }
        };
        (later.services.copy)(&text, Rc::new(told));
    };
    let button = el("button")
        .attr("type", "button")
        .on("click", copy)
        .text(say(ExportKey::Copy));
    let answer = move || said.get().map_or(String::new(), |key| say(key).to_owned());
    el("div.tensor").child(area).child(
        el("div.choice")
            .child(button)
            .child(el("span").attr("role", "status").live_text(answer)),
    )
}

//! Ready scenes to choose from.
use crate::controls::reader::READER;
use crate::controls::services;
use crate::controls::shown::locked;
use crate::dom::option;
use crate::dom::{El, el, field, value_of};
use crate::page::Page;
use story::Control;
use story::preset::{EXAMPLES, FILTERS, Preset};
use story::text::{LaterKey, say};
use web_sys::Event;

pub fn presets(page: Page) -> El {
    let choose = move |event: Event| {
        if let Ok(chosen) = value_of(&event).parse() {
            READER.with(move |reader| {
                if let Some(shot) = (reader.preset)(chosen, &page.shot()) {
                    (services().keep)();
                    page.show(shot);
                }
            });
        }
        // It shows a scene and leaves nothing chosen, so that the same one can be chosen again.
        if let Some(select) = field(&event) {
            select.set_value("");
        }
    };
    let select = el("select")
        .child(option("", say(LaterKey::PresetChoose)))
        .child(group(LaterKey::Filters, FILTERS, 0))
        .child(group(LaterKey::Examples, EXAMPLES, FILTERS.len()))
        .live_attr("disabled", locked(page, Control::Line))
        .on("change", choose);
    el("label.presets")
        .child(el("span.unseen").text(say(LaterKey::Presets)))
        .child(select)
}

fn group(label: LaterKey, presets: &[Preset], first: usize) -> El {
    let options = presets.iter().enumerate();
    let options = options.map(|(index, preset)| option(&(first + index).to_string(), say(preset.name)));
    el("optgroup").attr("label", say(label)).children(options.collect())
}

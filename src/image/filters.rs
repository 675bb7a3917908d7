//! Filters to try: ready layers, set on the stage as any other is.
use crate::controls::reader::READER;
use crate::controls::services;
use crate::controls::shown::locked;
use crate::dom::{El, el, field, option, value_of};
use crate::image::lab::Lab;
use story::Control;
use story::image::{COLOURS, Kind};
use story::preset::{EXAMPLES, FILTERS, Preset};
use story::text::{ImageKey, LaterKey, say};
use web_sys::Event;

pub fn filters(lab: Lab) -> El {
    let page = lab.page;
    let choose = move |event: Event| {
        if let Ok(chosen) = value_of(&event).parse() {
            READER.with(move |reader| {
                if let Some(shot) = (reader.preset)(chosen, &page.shot()) {
                    (services().keep)();
                    page.show(shot);
                }
            });
        }
        // Nothing stays chosen: the layer can be changed meanwhile.
        if let Some(select) = field(&event) {
            select.set_value("");
        }
    };
    let options = move || {
        let is_signal = lab.kind.get() == Some(Kind::Signal);
        let (signals, pictures): (Vec<_>, Vec<_>) = FILTERS
            .iter()
            .enumerate()
            .partition(|(_, preset)| preset.name == LaterKey::MovingAverage);
        let first = option("", say(ImageKey::FilterChoose));
        if is_signal {
            return vec![first, group(LaterKey::Filters, &signals)];
        }
        let after = FILTERS.len() + EXAMPLES.len();
        let colours: Vec<_> = (after..).zip(COLOURS).collect();
        vec![
            first,
            group(LaterKey::Filters, &pictures),
            group(LaterKey::Colours, &colours),
        ]
    };
    let select = el("select.image-filter")
        .live(options)
        .live_attr("disabled", locked(page, Control::Line))
        .on("change", choose);
    el("label.check").text(say(ImageKey::Filter)).child(select)
}

fn group(label: LaterKey, presets: &[(usize, &Preset)]) -> El {
    let options = presets.iter();
    let options = options.map(|(index, preset)| option(&index.to_string(), say(preset.name)));
    el("optgroup").attr("label", say(label)).children(options.collect())
}

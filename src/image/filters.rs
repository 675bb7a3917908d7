//! Filters to try: ready layers, set on the stage as any other is.
use crate::controls::services;
use crate::controls::shown::locked;
use crate::dom::{El, el, field, option, value_of};
use crate::image::lab::Lab;
use story::Control;
use story::image::{COLOURS, Kind};
use story::preset::{FILTERS, Preset};
use story::text::{ImageKey, LaterKey, Named, say};
use web_sys::Event;

pub fn filters(lab: Lab) -> El {
    let page = lab.page;
    let choose = move |event: Event| {
        if let Ok(chosen) = value_of(&event).parse::<usize>() {
            let now = page.shot();
            let shot = match FILTERS.get(chosen) {
                Some(filter) => Some(filter.shot(&now)),
                None => COLOURS.get(chosen - FILTERS.len()).map(|filter| filter.shot(&now)),
            };
            if let Some(shot) = shot {
                (services().keep)();
                page.show(shot);
            }
        }
        // Nothing stays chosen: the layer can be changed meanwhile.
        if let Some(select) = field(&event) {
            select.set_value("");
        }
    };
    let options = move || {
        let is_signal = lab.kind.get() == Some(Kind::Signal);
        let is_offered = |filter: &Preset| (filter.name == LaterKey::MovingAverage) == is_signal;
        let filters = (0..).zip(FILTERS).filter(|(_, filter)| is_offered(filter));
        let mut groups = vec![
            option("", say(ImageKey::FilterChoose)),
            group(say(LaterKey::Filters), filters),
        ];
        if !is_signal {
            groups.push(group(say(ImageKey::ColourFilters), (FILTERS.len()..).zip(COLOURS)));
        }
        groups
    };
    let select = el("select.image-filter")
        .live(options)
        .live_attr("disabled", locked(page, Control::Line))
        .on("change", choose);
    el("label.check").text(say(ImageKey::Filter)).child(select)
}

fn group<K: Named + 'static>(label: &str, filters: impl Iterator<Item = (usize, &'static Preset<K>)>) -> El {
    let options = filters.map(|(index, filter)| option(&index.to_string(), say(filter.name)));
    el("optgroup").attr("label", label).children(options.collect())
}

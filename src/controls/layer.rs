//! The layer: PyTorch's line, which is the control panel.
use crate::controls::argument::{argument, is_refused};
use crate::controls::data::data;
use crate::controls::fault::fault;
use crate::controls::list::list;
use crate::controls::reader::READER;
use crate::controls::row::row;
use crate::controls::services;
use crate::controls::shapes::shapes;
use crate::controls::shown::{follow, governed, locked, of};
use crate::controls::tools::tools;
use crate::controls::tray::tray;
use crate::dom::State;
use crate::dom::js::{call, get};
use crate::dom::option;
use crate::dom::{El, el, value_of};
use crate::page::Page;
use conv::{Field, Op};
use story::text::{LaterKey, say};
use story::{Change, Control, args};
use web_sys::Event;

pub fn layer(page: Page) -> El {
    let as_list = State::new(false);
    // A layer pasted anywhere into the line replaces it.
    let on_paste = move |event: Event| {
        let text = call(&get(&event, "clipboardData"), "getData", &[&"text".into()]);
        let text = text.ok().and_then(|text| text.as_string()).unwrap_or_default();
        // A tuple has brackets too, and belongs into the field.
        if !text.contains('(') || !text.contains(|c: char| c.is_ascii_uppercase()) {
            return;
        }
        event.prevent_default();
        READER.with(move |reader| {
            if let Some(change) = (reader.parse)(&text) {
                (services().keep)();
                page.change(change);
            }
        });
    };
    let controls = move || vec![if as_list.get() { list(page) } else { line(page) }];
    follow(page);
    let card = el("section.card.layer")
        .attr("aria-label", say(LaterKey::LineLabel))
        .on("paste", on_paste)
        .child(row(page))
        .live(controls)
        .child(shapes(page))
        .show(move || !as_list.get(), move || vec![tray(page)])
        .child(data(page))
        .child(fault(page));
    governed(Control::Line, tools(page, as_list, card))
}

fn line(page: Page) -> El {
    let op = page.op();
    let arguments = move || {
        // The fields depend on it; a new value in one does not make them anew.
        let op = op.get();
        let fields = page.draft.with_untracked(|scene| args::of(scene.spec()));
        let mut arguments = Vec::new();
        for (index, &field) in fields.iter().enumerate() {
            arguments.push(named(page, field, op, index + 1 < fields.len()));
        }
        // Apart, so that it stays where the last argument is hidden.
        arguments.push(el("span.end").text(")"));
        arguments
    };
    let class = el("span.class").text("nn.").child(class(page)).text("(");
    el("div.line").child(class).live(arguments)
}

fn named(page: Page, field: Field, op: Op, goes_on: bool) -> El {
    let name = field.name_of(op);
    el("span.argument")
        .live_class("quiet", move || page.draft.with(|scene| scene.spec().is_default(field)))
        .live_class("refused", move || is_refused(page, field))
        .live_class("held", move || page.hand.get() == Some(field))
        .attr("data-field", field.name())
        .attr("data-control", of(field).name())
        .child(el("span.name").text(name).text("="))
        .child(argument(page, field, None, name))
        .text(if goes_on { "," } else { "" })
}

/// The layer's class: the operation and how many axes it slides along.
fn class(page: Page) -> El {
    let choose = move |event: Event| {
        let name = value_of(&event);
        let Some(class) = args::classes().into_iter().find(|class| class.class_name() == name) else {
            return;
        };
        let layer = page
            .draft
            .with_untracked(|scene| args::with_class(&scene.filled(), &class));
        page.change(Change::Layer(layer));
    };
    let options = args::classes().into_iter().map(|class| {
        let name = class.class_name();
        option(&name, &name)
    });
    el("select.value")
        .attr("aria-label", say(LaterKey::Operation))
        .children(options.collect())
        .live_value(move || page.draft.with(|scene| scene.spec().class_name()))
        .live_attr("disabled", locked(page, Control::Layer))
        .on("change", choose)
}

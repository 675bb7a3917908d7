//! The layer: PyTorch's line, which is the control panel.
use crate::page::Page;
use crate::platform::address;
use crate::ui::argument::{Argument, is_refused};
use crate::ui::fault::Fault;
use crate::ui::list::List;
use crate::ui::shapes::Shapes;
use crate::ui::tools::Tools;
use crate::ui::tray::Tray;
use conv::{Field, LayerSpec, Op};
use leptos::prelude::*;
use story::text::{Key, say};
use story::{Change, args};

#[component]
pub fn Layer() -> impl IntoView {
    let page = Page::here();
    let as_list = RwSignal::new(false);
    // A layer pasted anywhere into the line replaces it.
    let on_paste = move |event: web_sys::ClipboardEvent| {
        let text = event
            .clipboard_data()
            .and_then(|data| data.get_data("text").ok())
            .unwrap_or_default();
        if !text.contains('(') {
            return;
        }
        if let Ok(layer) = LayerSpec::parse(&text) {
            event.prevent_default();
            address::keep();
            page.change(Change::Layer(layer));
        }
    };
    view! {
        <section class="card layer" aria-label=say(Key::LineLabel) on:paste=on_paste>
            <Show when=move || !as_list.get() fallback=|| view! { <List /> }>
                <Line />
            </Show>
            <Shapes />
            <Show when=move || !as_list.get()>
                <Tray />
            </Show>
            <Fault />
            <Tools as_list />
        </section>
    }
}

#[component]
fn Line() -> impl IntoView {
    let page = Page::here();
    let op = Memo::new(move |_| page.draft.with(|scene| scene.spec().op));
    let arguments = move || {
        let fields = page.draft.with_untracked(|scene| args::of(scene.spec()));
        op.track();
        let last = fields.len() - 1;
        fields
            .iter()
            .enumerate()
            .map(|(index, &field)| view! { <Named field last=index == last /> })
            .collect_view()
    };
    view! {
        <div class="line">
            <span class="class">"nn."<Class />"("</span>
            {arguments}
        </div>
    }
}

#[component]
fn Named(field: Field, last: bool) -> impl IntoView {
    let page = Page::here();
    let quiet = move || page.draft.with(|scene| args::is_default(scene.spec(), field));
    view! {
        <span
            class="argument"
            class:quiet=quiet
            class:refused=move || is_refused(page, field)
            class:held=move || page.hand.get() == Some(field)
            data-field=field.name()
        >
            <span class="name">{field.name()}"="</span>
            <Argument field label=field.name() />
            {if last { ")" } else { "," }}
        </span>
    }
}

/// The layer's class: the operation and how many axes it slides along.
#[component]
fn Class() -> impl IntoView {
    let page = Page::here();
    let now = move || page.draft.with(|scene| scene.spec().class_name());
    let choose = move |event| {
        let name = event_target_value(&event);
        let Some((op, rank)) = classes().into_iter().find(|class| class_name(*class) == name) else {
            return;
        };
        let layer = page
            .draft
            .with_untracked(|scene| args::with_rank(&args::with_op(scene.spec(), op), rank));
        page.change(Change::Layer(layer));
    };
    let options = classes().map(|class| {
        let name = class_name(class);
        view! { <option value=name.clone()>{name.clone()}</option> }
    });
    view! {
        <select class="value" aria-label=say(Key::Operation) prop:value=now on:change=choose>
            {options}
        </select>
    }
}

fn classes() -> [(Op, usize); 6] {
    std::array::from_fn(|index| (if index < 3 { Op::Conv } else { Op::ConvTranspose }, index % 3 + 1))
}

fn class_name((op, rank): (Op, usize)) -> String {
    LayerSpec::new(op, rank, 1, 1, 1).class_name()
}

//! What is done with the layer as a whole: paste, copy, reset, ready scenes, numbers.
use crate::page::Page;
use crate::platform::{address, clipboard};
use crate::ui::data::Data;
use crate::ui::presets::Presets;
use conv::LayerSpec;
use leptos::prelude::*;
use leptos::task::spawn_local;
use story::link::Shot;
use story::text::{Key, say};
use story::{Change, words};

#[component]
pub fn Tools(as_list: RwSignal<bool>) -> impl IntoView {
    let page = Page::here();
    let pasting = RwSignal::new(false);
    let copied = RwSignal::new(false);
    let line = move || page.draft.with(|scene| scene.spec().to_string());
    let copy = move |_| {
        let line = untrack(line);
        spawn_local(async move {
            let done = clipboard::copy(&line).await;
            copied.try_set(done);
        });
    };
    let reset = move |_| {
        address::keep();
        let view = page.scene.with_untracked(|scene| scene.view.clone());
        let mut shot = Shot::default();
        shot.scene.view = story::View {
            flip: false,
            order: Default::default(),
            ..view
        };
        page.show(shot);
    };
    let flip = move |event| page.change(Change::Flip(event_target_checked(&event)));
    view! {
        <div class="tools">
            <Presets />
            <button type="button" aria-expanded=move || pasting.get().to_string() on:click=move |_| pasting.update(|on| *on = !*on)>
                {say(Key::PasteLayer)}
            </button>
            <button type="button" on:click=copy on:blur=move |_| copied.set(false)>
                {move || say(if copied.get() { Key::Copied } else { Key::Copy })}
            </button>
            <button type="button" on:click=move |_| page.change(Change::Seed(page.draft.with_untracked(|scene| scene.net.seed.wrapping_add(1))))>
                {say(Key::Shuffle)}
            </button>
            <button type="button" aria-pressed=move || as_list.get().to_string() on:click=move |_| as_list.update(|on| *on = !*on)>
                {say(Key::ListSwitch)}
            </button>
            <button type="button" on:click=reset>{say(Key::Reset)}</button>
            <label class="check" title=say(Key::FlipHint)>
                <input type="checkbox" prop:checked=move || page.draft.with(|scene| scene.view.flip) on:change=flip />
                {say(Key::Flip)}
            </label>
        </div>
        <Show when=move || pasting.get()>
            <PasteLayer pasting />
        </Show>
        <Data />
    }
}

/// A field that takes any layer as people write or print it.
#[component]
fn PasteLayer(pasting: RwSignal<bool>) -> impl IntoView {
    let page = Page::here();
    let wrong: RwSignal<Option<String>> = RwSignal::new(None);
    let on_input = move |event| {
        let text = event_target_value(&event);
        if text.trim().is_empty() {
            return wrong.set(None);
        }
        match LayerSpec::parse(&text) {
            Ok(layer) => {
                wrong.set(None);
                page.change(Change::Layer(layer));
            }
            Err(error) => wrong.set(Some(words::parse_error(&error))),
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" || (event.key() == "Enter" && wrong.with_untracked(Option::is_none)) {
            pasting.set(false);
        }
    };
    let field: NodeRef<leptos::html::Input> = NodeRef::new();
    field.on_load(|field| {
        // It was asked for just now, by a click.
        let _ = field.focus();
    });
    view! {
        <div class="paste">
            <label>
                {say(Key::PasteLabel)}
                <input
                    node_ref=field
                    class="wide"
                    type="text"
                    placeholder="self.conv = nn.Conv2d(3, 16, kernel_size=3, padding=1),"
                    autocomplete="off"
                    spellcheck="false"
                    on:input=on_input
                    on:keydown=on_key
                />
            </label>
            <p class="wrong" role="alert">{move || wrong.get()}</p>
        </div>
    }
}

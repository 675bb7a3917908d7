//! What is wrong with the layer that was tried, and ways out of it.
use crate::page::Page;
use conv::Fix;
use leptos::prelude::*;
use story::text::{Key, say};
use story::{Change, words};

#[component]
pub fn Fault() -> impl IntoView {
    let page = Page::here();
    let refusal = Memo::new(move |_| page.refusal());
    let told = move || {
        refusal.get().map(|refusal| {
            let fixes = refusal.fixes.iter().map(|fix| view! { <FixButton fix=fix.clone() /> }).collect_view();
            let pytorch = refusal.pytorch.clone().map(|line| {
                view! { <p class="pytorch">{say(Key::PyTorchSays)}" "<code>{line}</code></p> }
            });
            view! {
                <p class="why"><strong>{say(Key::Warning)}": "<code>{refusal.field.name()}</code></strong>" "{words::explain(&refusal)}</p>
                {pytorch}
                <div class="fixes">
                    {fixes}
                    <button type="button" class="plain" on:click=move |_| page.drop_attempt()>{say(Key::Dropped)}</button>
                </div>
            }
        })
    };
    view! { <div id="fault" class="fault" class:told=move || refusal.with(Option::is_some) role="alert">{told}</div> }
}

#[component]
fn FixButton(fix: Fix) -> impl IntoView {
    let page = Page::here();
    let label = words::fix_label(&fix);
    let change = match fix {
        Fix::Layer { spec, .. } => Change::Layer(spec),
        Fix::Input(shape) => Change::Size(shape.get(1..).unwrap_or_default().to_vec()),
    };
    view! { <button type="button" class="fix" on:click=move |_| page.change(change.clone())>{label}</button> }
}

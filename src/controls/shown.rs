//! What an author hid or locked, as the page shows it.
use crate::dom::{El, watch};
use crate::page::Page;
use conv::Field;
use leptos::prelude::document;
use story::Control;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Hides the parts of these names, as boot.js did at the start.
    #[wasm_bindgen(js_name = convlensHide, catch)]
    fn hide(names: &str) -> Result<(), JsValue>;
}

/// Keeps the page as the scene has it.
pub fn follow(page: Page) {
    watch(move || {
        let (embed, hidden) = page.scene.with(|scene| (scene.view.embed, scene.view.hidden()));
        // Tests have no boot.js.
        let _ = hide(&hidden.names(","));
        if let Some(root) = document().document_element() {
            let _ = root.toggle_attribute_with_force("data-embed", embed);
        }
    });
}

/// A part of the page that can be hidden.
pub fn governed(control: Control, part: El) -> El {
    crate::page::governed(control.name(), part)
}

/// One that is also locked as a whole.
pub fn inert_if_locked(page: Page, control: Control, part: El) -> El {
    governed(control, part).live_attr("inert", locked(page, control))
}

/// The attribute of what sets a locked value.
pub fn locked(page: Page, control: Control) -> impl Fn() -> Option<String> {
    move || is_locked(page, control).then(String::new)
}

/// Whether the reader may not change it.
pub fn is_locked(page: Page, control: Control) -> bool {
    page.scene.with(|scene| scene.view.locks(control))
}

/// What hides and locks an argument; the layer's class goes for the operation.
pub fn of(field: Field) -> Control {
    Control::from_name(field.name()).unwrap_or(Control::Layer)
}

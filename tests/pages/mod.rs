//! The page as a person uses it: what can be done, and what can be seen.
use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, EventInit, HtmlElement, KeyboardEvent, KeyboardEventInit, MouseEvent, MouseEventInit};

/// A page of its own, mounted beside whatever else is there.
pub struct Page {
    root: HtmlElement,
    /// The field that has the focus since something was typed into it.
    entered: RefCell<Option<Element>>,
}

impl Page {
    /// Opens a link, standing still.
    pub async fn open(link: &str) -> Self {
        let document = document();
        // The test runner writes into the body too: only the page before this one goes.
        if let Some(before) = document.get_element_by_id("page") {
            before.remove();
        }
        let root: HtmlElement = document.create_element("div").unwrap_throw().unchecked_into();
        root.set_id("page");
        document.body().unwrap_throw().append_child(&root).unwrap_throw();
        let still = if link.is_empty() {
            "?autoplay=0".to_owned()
        } else {
            [link, "&autoplay=0"].concat()
        };
        convlens::boot(root.clone(), &still);
        let page = Self {
            root,
            entered: RefCell::new(None),
        };
        // The style sheet is not here: the picture gets the room that it has in a wide window, and what moves lies on
        // what stands.
        for (selector, name, value) in [
            (".picture-box", "width", "900px"),
            (".picture-box", "height", "400px"),
            (".picture-place", "position", "relative"),
            (".overlay", "position", "absolute"),
            (".overlay", "inset", "0"),
        ] {
            let part: HtmlElement = page.find(selector).unchecked_into();
            part.style().set_property(name, value).unwrap_throw();
        }
        page.drawn().await;
        page
    }

    // What a person does.

    pub async fn click(&self, selector: &str) {
        if let Some(field) = self.entered.take() {
            field.dispatch_event(&Event::new("blur").unwrap_throw()).unwrap_throw();
        }
        self.find(selector).unchecked_into::<HtmlElement>().click();
        self.drawn().await;
    }

    /// Clicks the middle of a mark of the picture.
    pub async fn click_mark(&self, selector: &str, index: u32) {
        let marks = self.root.query_selector_all(selector).unwrap_throw();
        let mark: Element = marks.item(index).expect_throw(selector).unchecked_into();
        let place = mark.get_bounding_client_rect();
        let init = MouseEventInit::new();
        init.set_bubbles(true);
        init.set_client_x((place.left() + place.width() / 2.0) as i32);
        init.set_client_y((place.top() + place.height() / 2.0) as i32);
        let click = MouseEvent::new_with_mouse_event_init_dict("click", &init).unwrap_throw();
        mark.dispatch_event(&click).unwrap_throw();
        self.drawn().await;
    }

    /// Types over what stands in a field.
    pub async fn enter(&self, selector: &str, text: &str) {
        let field = self.find(selector);
        Reflect::set(&field, &"value".into(), &text.into()).unwrap_throw();
        for event in ["input", "change"] {
            let init = EventInit::new();
            init.set_bubbles(true);
            let event = Event::new_with_event_init_dict(event, &init).unwrap_throw();
            field.dispatch_event(&event).unwrap_throw();
        }
        self.entered.replace(Some(field));
        self.drawn().await;
    }

    pub async fn press(&self, selector: &str, key: &str) {
        self.press_with(selector, key, false).await;
    }

    pub async fn press_with(&self, selector: &str, key: &str, shift: bool) {
        let init = KeyboardEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_key(key);
        init.set_shift_key(shift);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap_throw();
        self.find(selector).dispatch_event(&event).unwrap_throw();
        self.drawn().await;
    }

    // What a person sees.

    pub fn text(&self, selector: &str) -> String {
        self.find(selector).text_content().unwrap_or_default()
    }

    pub fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap_throw().is_some()
    }

    pub fn value(&self, selector: &str) -> String {
        let value = Reflect::get(&self.find(selector), &"value".into()).unwrap_throw();
        value.as_string().unwrap_or_default()
    }

    pub fn attribute(&self, selector: &str, name: &str) -> String {
        self.find(selector).get_attribute(name).unwrap_or_default()
    }

    pub fn argument(&self, field: &str) -> String {
        self.value(&argument(field))
    }

    /// Which step of how many, counted from 1.
    pub fn count(&self) -> String {
        self.text(".count")
    }

    /// The result that the arithmetic ends in.
    pub fn total(&self) -> String {
        self.text(".total")
    }

    /// The numbers that stand in the output's cells.
    pub fn outputs(&self) -> Vec<String> {
        let cells = self.root.query_selector_all(".picture .num.out").unwrap_throw();
        let texts = (0..cells.length()).filter_map(|index| cells.item(index)?.text_content());
        texts.filter(|text| !text.is_empty()).collect()
    }

    /// What is wrong, as the page says it; empty where nothing is.
    pub fn fault(&self) -> String {
        self.text("#fault")
    }

    fn find(&self, selector: &str) -> Element {
        self.root.query_selector(selector).unwrap_throw().expect_throw(selector)
    }

    /// Waits until the page shows what has happened: two frames, one to run effects and one to draw.
    async fn drawn(&self) {
        for _ in 0..2 {
            let frame = Promise::new(&mut |done, _| {
                let window = web_sys::window().unwrap_throw();
                window.request_animation_frame(&done).unwrap_throw();
            });
            JsFuture::from(frame).await.unwrap_throw();
        }
    }
}

/// The field of an argument.
pub fn argument(field: &str) -> String {
    format!("[data-field={field}] .value")
}

/// Takes the clock into the test's hands: timers are kept, and run when the test says so.
pub struct Clock {
    timers: js_sys::Array,
}

impl Clock {
    pub fn held() -> Self {
        let timers = js_sys::Array::new();
        // Other pages' timers, begun before, have the browser's own small numbers: those are cleared as ever.
        let hold = Function::new_with_args(
            "timers",
            "const FIRST = 1e6, clear = self.clearInterval.bind(self);
             self.setInterval = (run) => timers.push(run) - 1 + FIRST;
             self.clearInterval = (id) => { if (id >= FIRST) timers[id - FIRST] = null; else clear(id); };",
        );
        hold.call1(&JsValue::NULL, &timers).unwrap_throw();
        Self { timers }
    }

    /// Lets every running timer fire once.
    pub async fn tick(&self, page: &Page) {
        for timer in self.timers.iter() {
            if let Some(timer) = timer.dyn_ref::<Function>() {
                timer.call0(&JsValue::NULL).unwrap_throw();
            }
        }
        page.drawn().await;
    }
}

fn document() -> web_sys::Document {
    web_sys::window().unwrap_throw().document().unwrap_throw()
}

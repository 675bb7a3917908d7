//! SVG text becomes pixels: an image of it, drawn onto a canvas.
use crate::dom::el;
use crate::dom::js::{call, get, once, set};
use crate::export::file::Address;
use js_sys::Uint8Array;
use std::cell::Cell;
use std::rc::Rc;
use story::text::ExportKey;
use wasm_bindgen::prelude::*;

/// Is told of something made, or why it cannot be.
pub type Then<T> = Box<dyn FnOnce(Result<T, ExportKey>)>;

#[derive(Clone, Debug)]
pub struct Canvas {
    element: JsValue,
    pen: JsValue,
    size: [f64; 2],
}

impl Canvas {
    /// # Errors
    /// Where the browser gives none to draw on.
    pub fn new((width, height): (f32, f32)) -> Result<Self, ExportKey> {
        let element: JsValue = el("canvas").element().into();
        let size = [width, height].map(|size| f64::from(size.ceil()));
        for (name, size) in ["width", "height"].into_iter().zip(size) {
            set(&element, name, &size.into());
        }
        let options = js_sys::Object::new();
        // Frames are read back one after the other.
        set(&options, "willReadFrequently", &true.into());
        let pen = call(&element, "getContext", &[&"2d".into(), &options]);
        let pen = pen.ok().filter(JsValue::is_object).ok_or(ExportKey::NoCanvas)?;
        Ok(Self { element, pen, size })
    }

    pub fn element(&self) -> &JsValue {
        &self.element
    }

    pub fn size(&self) -> [u16; 2] {
        self.size.map(|size| size as u16)
    }

    /// Draws SVG text of the canvas's size, when the browser has read it.
    pub fn draw(&self, svg: &str, then: Then<()>) {
        let Ok(address) = Address::of(&[svg.into()], "image/svg+xml") else {
            return then(Err(ExportKey::NoImage));
        };
        let image: JsValue = el("img").element().into();
        // One of the two comes.
        let then = Rc::new(Cell::new(Some(then)));
        let told = move |then: &Cell<Option<Then<()>>>, drawn| {
            if let Some(then) = then.take() {
                then(drawn);
            }
        };
        let (canvas, drawn, failed) = (self.clone(), Rc::clone(&then), then);
        let (loaded, source) = (image.clone(), address.text().clone());
        let load = move |_| {
            let done = canvas.put(&loaded);
            drop(address);
            told(&drawn, done);
        };
        set(&image, "onload", &once(load));
        set(
            &image,
            "onerror",
            &once(move |_| told(&failed, Err(ExportKey::NoImage))),
        );
        set(&image, "src", &source);
    }

    fn put(&self, image: &JsValue) -> Result<(), ExportKey> {
        let [width, height] = self.size.map(JsValue::from);
        let corner = JsValue::from(0);
        call(&self.pen, "drawImage", &[image, &corner, &corner, &width, &height])
            .map(drop)
            .map_err(|_| ExportKey::NoImage)
    }

    /// Red, green, blue and opacity of each pixel.
    ///
    /// # Errors
    /// Where what was drawn may not be read.
    pub fn pixels(&self) -> Result<Vec<u8>, ExportKey> {
        let [width, height] = self.size.map(JsValue::from);
        let corner = JsValue::from(0);
        let image = call(&self.pen, "getImageData", &[&corner, &corner, &width, &height]);
        let image = image.map_err(|_| ExportKey::NoCanvas)?;
        Ok(Uint8Array::new(&get(&image, "data")).to_vec())
    }

    /// As a PNG.
    pub fn png(&self, then: Then<JsValue>) {
        // Where asking throws, nobody else tells of it.
        let then = Rc::new(Cell::new(Some(then)));
        let kept = Rc::clone(&then);
        let told = once(move |blob: JsValue| {
            if let Some(then) = kept.take() {
                then(if blob.is_object() {
                    Ok(blob)
                } else {
                    Err(ExportKey::NoCanvas)
                });
            }
        });
        let asked = call(&self.element, "toBlob", &[&told, &"image/png".into()]);
        if asked.is_err()
            && let Some(then) = then.take()
        {
            then(Err(ExportKey::NoCanvas));
        }
    }
}

//! The browser's canvases: pixels out of what it decoded, and onto the page.
use crate::dom::el;
use crate::dom::js::{call, get, made, set};
use crate::image::lab::Picture;
use js_sys::{Object, Uint8Array};
use wasm_bindgen::prelude::*;

/// What the browser draws, as a picture whose longer side is no longer than `side`; on white, where it is transparent.
/// Nothing where the browser does not let it be read.
pub fn picture(source: &JsValue, (width, height): (f64, f64), side: f64) -> Option<Picture> {
    let share = (side / width.max(height)).min(1.0);
    let [width, height] = [width, height].map(|length| (length * share).round().max(1.0));
    let canvas: JsValue = el("canvas").element().into();
    set(&canvas, "width", &width.into());
    set(&canvas, "height", &height.into());
    let options = Object::new();
    set(&options, "willReadFrequently", &true.into());
    let pen = call(&canvas, "getContext", &[&"2d".into(), &options]).ok()?;
    set(&pen, "fillStyle", &"white".into());
    set(&pen, "imageSmoothingQuality", &"high".into());
    let (corner, right, bottom) = (JsValue::from(0), JsValue::from(width), JsValue::from(height));
    call(&pen, "fillRect", &[&corner, &corner, &right, &bottom]).ok()?;
    call(&pen, "drawImage", &[source, &corner, &corner, &right, &bottom]).ok()?;
    let data = call(&pen, "getImageData", &[&corner, &corner, &right, &bottom]).ok()?;
    let pixels = Uint8Array::new(&get(&get(&data, "data"), "buffer")).to_vec();
    Some(Picture {
        width: width as usize,
        height: height as usize,
        pixels: pixels.into(),
    })
}

/// A number of the browser's; 0 where there is none.
pub fn size(of: &JsValue, [width, height]: [&str; 2]) -> (f64, f64) {
    let side = |name| get(of, name).as_f64().unwrap_or(0.0);
    (side(width), side(height))
}

/// Bytes of pixels as the browser's canvas takes them.
pub fn bytes(pixels: &[u8]) -> JsValue {
    let bytes = Uint8Array::from(pixels);
    made("Uint8ClampedArray", &[&get(&bytes, "buffer")]).unwrap_or_default()
}

/// Shows pixels on a canvas of the page.
pub fn put(canvas: &JsValue, pixels: &JsValue, width: usize) {
    let Ok(image) = made("ImageData", &[pixels, &(width as f64).into()]) else {
        return;
    };
    for name in ["width", "height"] {
        let side = get(&image, name);
        // Setting it, even to the same, empties the canvas.
        if get(canvas, name) != side {
            set(canvas, name, &side);
        }
    }
    let corner = JsValue::from(0);
    // What is not shown is told by the words beside it.
    if let Ok(pen) = call(canvas, "getContext", &[&"2d".into()]) {
        let _ = call(&pen, "putImageData", &[&image, &corner, &corner]);
    }
}

//! The film as a GIF.
use crate::export::canvas::{Canvas, Then};
use crate::export::file::blob;
use crate::export::film::{Film, Showing, Watch};
use js_sys::Uint8Array;
use reel::Reel;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use story::text::ExportKey;
use wasm_bindgen::JsValue;

/// The last frame stands at least so long, in hundredths of a second, before the film begins anew.
const LAST: u16 = 200;

pub fn gif(film: Rc<Film>, watch: Watch, then: Then<JsValue>) {
    let canvas = match Canvas::new(film.size()) {
        Ok(canvas) => canvas,
        Err(why) => return then(Err(why)),
    };
    // First the colours, then the frames.
    let samples: Rc<RefCell<Vec<Vec<u8>>>> = Rc::default();
    let (taken, read) = (Rc::clone(&samples), canvas.clone());
    let sampled = {
        let (film, canvas, watch) = (Rc::clone(&film), canvas.clone(), Rc::clone(&watch));
        move |done: Result<(), ExportKey>| match done.and_then(|()| reel(&canvas, &samples.borrow())) {
            Ok(reel) => frames(film, canvas, reel, watch, then),
            Err(why) => then(Err(why)),
        }
    };
    Showing {
        frames: film.samples().to_vec(),
        act: Box::new(move |_| {
            taken.borrow_mut().push(read.pixels()?);
            Ok(0.0)
        }),
        // What it takes is told as the frames' own.
        watch: Rc::new(move |_, _| watch(0, 0)),
        then: Cell::new(Some(Box::new(sampled))),
        film,
        canvas,
    }
    .run();
}

fn reel(canvas: &Canvas, samples: &[Vec<u8>]) -> Result<Reel, ExportKey> {
    let [width, height] = canvas.size();
    let samples: Vec<&[u8]> = samples.iter().map(Vec::as_slice).collect();
    Reel::new(width, height, &samples).map_err(|_| ExportKey::NoCanvas)
}

fn frames(film: Rc<Film>, canvas: Canvas, reel: Reel, watch: Watch, then: Then<JsValue>) {
    let reel = Rc::new(RefCell::new(Some(reel)));
    let last = film.frames()[1] - 1;
    let hundredths = (film.pause / 10.0) as u16;
    let (making, read) = (Rc::clone(&reel), canvas.clone());
    let act = move |frame| {
        let pixels = read.pixels()?;
        let stands = if frame == last {
            hundredths.max(LAST)
        } else {
            hundredths
        };
        let mut reel = making.borrow_mut();
        let reel = reel.as_mut().ok_or(ExportKey::NoCanvas)?;
        reel.add(&pixels, stands).map_err(|_| ExportKey::NoCanvas)?;
        Ok(0.0)
    };
    let made = move |done: Result<(), ExportKey>| {
        let file = done.and_then(|()| {
            let reel = reel.take().ok_or(ExportKey::NoCanvas)?;
            let file = reel.finish().map_err(|_| ExportKey::NoCanvas)?;
            blob(&[Uint8Array::from(&file[..]).into()], "image/gif").map_err(|_| ExportKey::NoCanvas)
        });
        then(file);
    };
    Showing {
        frames: (0..=last).collect(),
        act: Box::new(act),
        watch,
        then: Cell::new(Some(Box::new(made))),
        film,
        canvas,
    }
    .run();
}

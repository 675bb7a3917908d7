//! How fast this machine is: three layers by plain loops, by the page's own exact path, and by the fast kernels.
use crate::controls::chart::chart;
use crate::dom::js::{call, get, set, window};
use crate::dom::{El, State, el};
use crate::image::post::{Post, Reply};
use crate::image::sources::button;
use crate::image::work::{asked, fault};
use crate::services::Chart;
use js_sys::Object;
use picture::explain::Bars;
use std::rc::Rc;
use story::image::{Applied, Fault, machine as rows};
use story::text::{ImageKey, fill, say};
use story::{number, words};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDetailsElement};

/// How often the exact path runs: the middle one counts.
const RUNS: usize = 3;

/// What was measured of a layer: milliseconds of plain loops, the exact path and the kernels.
#[derive(Clone, Debug)]
struct Measured {
    layer: String,
    macs: f64,
    ms: [f64; 3],
    path: String,
    simd: String,
}

#[derive(Clone, Copy)]
struct Bench {
    measured: State<Vec<Measured>>,
    running: State<bool>,
    fault: State<Option<Fault>>,
}

/// The section, closed until it is opened; then it measures.
pub fn machine() -> El {
    let bench = Bench {
        measured: State::new(Vec::new()),
        running: State::new(false),
        fault: State::new(None),
    };
    let toggled = move |event: Event| {
        let details = event.target().map(JsCast::unchecked_into::<HtmlDetailsElement>);
        let is_open = details.is_some_and(|details| details.open());
        if is_open && bench.measured.with_untracked(Vec::is_empty) {
            bench.start();
        }
    };
    let again = button(say(ImageKey::MachineAgain))
        .live_attr("disabled", move || bench.running.get().then(String::new))
        .on("click", move |_: Event| bench.start());
    let charts = (0..rows().len()).map(|row| {
        el("figure")
            .child(
                el("figcaption")
                    .live_text(move || bench.measured.with(|all| all.get(row).map(said).unwrap_or_default())),
            )
            .child(chart(move || bench.bars(row)))
    });
    el("details.image-machine")
        .on("toggle", toggled)
        .child(el("summary").text(say(ImageKey::Machine)))
        .child(el("p.hint").text(say(ImageKey::MachineAbout)))
        .child(el("div.image-charts").children(charts.collect()))
        .child(
            el("p.image-said")
                .attr("role", "status")
                .live_text(move || bench.said()),
        )
        .child(again)
}

impl Bench {
    fn start(self) {
        if self.running.get_untracked() {
            return;
        }
        self.running.set(true);
        self.fault.set(None);
        self.measured.set(Vec::new());
        self.next(Post::new(), 0);
    }

    /// Measures a layer after the other.
    fn next(self, post: Rc<Post>, index: usize) {
        if !self.running.is_alive() {
            return;
        }
        let Some(row) = rows().into_iter().nth(index) else {
            return self.running.set(false);
        };
        let message = asked(&row);
        let settings = Object::new();
        set(&settings, "groups", &(row.plan.groups() as f64).into());
        set(&settings, "padding", &1.into());
        set(&message, "machine", &settings);
        let same = post.clone();
        let then = move |reply| match reply {
            _ if !self.running.is_alive() => {}
            Reply::Answer(answer) if !get(&answer, "error").is_object() => {
                self.add(&row, &answer);
                self.next(same, index + 1);
            }
            Reply::Answer(answer) => self.fail(fault(&answer)),
            Reply::Moved => self.next(same, index),
            Reply::Nobody => self.fail(Fault::NoKernels),
        };
        post.send(&message, Box::new(then));
    }

    fn fail(self, fault: Fault) {
        self.running.set(false);
        self.fault.set(Some(fault));
    }

    fn add(self, row: &Applied, answer: &wasm_bindgen::JsValue) {
        let number = |name| get(answer, name).as_f64().unwrap_or(0.0);
        let string = |name| get(answer, name).as_string().unwrap_or_default();
        let measured = Measured {
            layer: row.line(),
            macs: row.plan.macs() as f64,
            ms: [number("plain"), exact(row), number("fast")],
            path: string("path"),
            simd: string("simd"),
        };
        self.measured.update(|all| all.push(measured));
    }

    fn bars(self, row: usize) -> Option<Chart> {
        let measured = self.measured.with(|all| all.get(row).cloned())?;
        let names = [ImageKey::MachinePlain, ImageKey::MachineExact, ImageKey::MachineFast];
        // A product and its sum are two operations.
        let rate = |ms: f64| if ms > 0.0 { 2.0 * measured.macs / ms / 1e6 } else { 0.0 };
        let values = names.iter().zip(measured.ms);
        Some(Chart::Bars(Bars {
            values: values.map(|(name, ms)| (say(*name).to_owned(), rate(ms))).collect(),
            present: Some(2),
            x: String::new(),
            y: say(ImageKey::MachineRate).to_owned(),
            title: measured.layer,
        }))
    }

    fn said(self) -> String {
        if let Some(fault) = self.fault.get() {
            return words::picture_fault(fault);
        }
        if self.running.get() {
            return say(ImageKey::MachineRunning).to_owned();
        }
        let simd = self.measured.with(|all| all.first().map(|first| first.simd.clone()));
        simd.map(|simd| fill(ImageKey::MachineSimd, &[("simd", &simd)]))
            .unwrap_or_default()
    }
}

fn said(measured: &Measured) -> String {
    let [plain, exact, fast] = measured.ms.map(|ms| number((ms * 100.0).round() as f32 / 100.0));
    let facts = [
        ("layer", &*measured.layer),
        ("plain", &plain),
        ("exact", &exact),
        ("fast", &fast),
        ("path", &measured.path),
    ];
    fill(ImageKey::MachineTimes, &facts)
}

/// Milliseconds that the page's own exact path takes.
fn exact(row: &Applied) -> f64 {
    let cells = row.plan.input_shape().iter().product::<usize>();
    let input: Vec<f32> = (0..cells).map(|at| (at * 37 % 101) as f32 / 101.0).collect();
    let mut spent: Vec<f64> = Vec::new();
    for _ in 0..RUNS {
        let start = now();
        let output = row.plan.run(&input, &row.weight, None);
        // What nobody looks at need not be computed.
        std::hint::black_box(&output);
        spent.push(now() - start);
    }
    spent.sort_by(f64::total_cmp);
    spent[RUNS / 2]
}

fn now() -> f64 {
    let now = call(&get(&window(), "performance"), "now", &[]);
    now.ok().and_then(|now| now.as_f64()).unwrap_or(0.0)
}

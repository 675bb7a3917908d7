//! A worksheet of the scene: how many problems, which variant, the sheet itself, and its answers. Printing the page while it
//! is there prints it alone.
use crate::dom::js::{call, window};
use crate::dom::{El, State, el, field, style};
use crate::export::sheet::Sheet;
use crate::page::Page;
use picture::figure::{EXERCISE_WIDTH, Scheme, exercise};
use story::link::Shot;
use story::text::{SheetKey, fill, say};
use story::worksheet::{Figure, MOST, Problem, worksheet};
use story::{Cursor, exact_number, read_number};
use wasm_bindgen::JsValue;
use web_sys::Event;

/// How many problems a sheet has at first.
const FEW: u32 = 6;

/// Everything here, as the part before knows it.
pub fn sheet() -> Sheet {
    style::adopt(&[include_str!("style.css")]);
    Sheet { panel }
}

fn panel(page: Page) -> Vec<El> {
    let (count, variant) = (State::new(FEW), State::new(1));
    let print = el("button")
        .attr("type", "button")
        .on("click", |_: Event| {
            // A frame may not be allowed to.
            let _ = call(&window(), "print", &[]);
        })
        .text(say(SheetKey::Print));
    let settings = el("div.choice.worksheet-settings")
        .child(number(SheetKey::Count, count, [1, MOST as u32]))
        .child(number(SheetKey::Variant, variant, [0, 9999]))
        .child(print);
    let about = el("p.hint").text(say(SheetKey::About));
    let sheet = move || {
        let shot = page.scene.with(|scene| Shot {
            scene: scene.clone(),
            cursor: Cursor::default(),
        });
        let variant = variant.get();
        printed(&worksheet(&shot, variant, count.get() as usize), variant)
    };
    vec![about, settings, el("article.worksheet").live(sheet)]
}

fn number(name: SheetKey, state: State<u32>, [least, most]: [u32; 2]) -> El {
    let typed = move |event: Event| {
        let typed = field(&event).and_then(|field| read_number(&field.value()));
        let number = typed.filter(|number| number.is_finite()).unwrap_or(least as f32);
        state.set((number as u32).clamp(least, most));
    };
    let bounds = [least, most].map(|number| exact_number(number as f32));
    let input = el("input.value")
        .attrs(&[("type", "number"), ("min", &bounds[0]), ("max", &bounds[1])])
        .live_value(move || exact_number(state.get() as f32))
        .on("change", typed);
    el("label.check").text(say(name)).child(input)
}

fn printed(problems: &[Problem], variant: u32) -> Vec<El> {
    if problems.is_empty() {
        return vec![el("p").text(say(SheetKey::Nothing))];
    }
    let titled = |key| el("h2").text(&fill(key, &[("variant", &exact_number(variant as f32))]));
    let head = el("header.worksheet-head")
        .child(titled(SheetKey::Head))
        .child(el("span.worksheet-name").text(say(SheetKey::Name)));
    let answers = el("section.worksheet-answers")
        .child(titled(SheetKey::Answers))
        .child(el("ol").children(problems.iter().map(answer).collect()));
    vec![head, el("ol").children(problems.iter().map(problem).collect()), answers]
}

fn problem(problem: &Problem) -> El {
    let lines = problem.lines.iter();
    let lines = lines.map(|line| el("div.worksheet-line").child(el("code").text(line)));
    el("li")
        .child(el("p").child(el("code").text(&problem.given)))
        .child(el("p").text(&problem.task))
        .maybe(problem.figure.as_ref().map(drawn))
        .children(lines.collect())
}

fn drawn(figure: &Figure) -> El {
    let sheet = exercise(figure, EXERCISE_WIDTH);
    let svg: JsValue = sheet.svg(Scheme::Light).into();
    let encoded = call(&window(), "encodeURIComponent", &[&svg]);
    let encoded = encoded.ok().and_then(|text| text.as_string()).unwrap_or_default();
    let address = ["data:image/svg+xml,", &encoded].concat();
    el("img").attrs(&[("src", &address), ("alt", &sheet.about)])
}

fn answer(problem: &Problem) -> El {
    let lines = problem.solved().map(|line| el("div").text(&line));
    el("li").children(lines.collect())
}

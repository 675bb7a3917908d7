//! What stands in the page before the wasm arrives: the opening example as the app would draw it, in the same places,
//! so that nothing moves when the app takes over.
//!
//! Five parts of it outlive that, until they are first used (`src/ui/asleep.rs`): the theme, the layer, what opens below
//! the picture, the cards about the layer, and the ways to step. They have the same elements as `src/controls` makes; the smoke test compares them.
mod about;
mod html;
mod layer;
mod steps;

use anyhow::{Result, bail};
use html::{El, el, option, select};
use story::text::{Key, LaterKey, say};
use story::{Control, Frame, Lang, Scene, Showing, Theme, Timeline, link, number, signed, words};

/// The page's parts as they stand at the opening example's first step.
pub fn shell() -> Result<String> {
    let (shot, _) = link::read(&[]);
    let scene = &shot.scene;
    let Ok(Showing::Film(film)) = scene.show() else {
        bail!("the opening example shows no film")
    };
    let timeline = Timeline::new(film, scene.view.order, scene.net.seed);
    let frame = timeline.at(shot.cursor);
    let aside = el("aside.aside")
        .child(about::about(&frame.film.plan)?)
        .child(narration(&frame));
    let parts = el("main.page")
        .child(layer::layer(scene, &frame.film.plan))
        .child(stage(&frame))
        .child(aside)
        .child(steps::transport(scene, &timeline, shot.cursor));
    // Nothing in it works yet. The cards that outlive it are taken out of it.
    Ok(el("div.shell")
        .attr("inert", "")
        .child(header(scene))
        .child(parts)
        .html())
}

fn header(scene: &Scene) -> El {
    el("header.top")
        .child(el("h1.brand").text(say(Key::Title)))
        .child(el("p.tagline").text(say(Key::Tagline)))
        .child(theme(scene))
}

fn theme(scene: &Scene) -> El {
    let options = Theme::ALL.map(|theme| {
        let chosen = theme == scene.view.theme;
        option(theme.name(), say(words::theme_name(theme)), chosen)
    });
    let langs = Lang::ALL.map(|lang| {
        let chosen = lang == scene.view.lang.unwrap_or_default();
        option(lang.name(), lang.own_name(), chosen).attr("lang", lang.name())
    });
    let label = |control, name, options| {
        el("label")
            .governed(control)
            .child(el("span.unseen").text(say(name)))
            .child(options)
    };
    let lessons = el("a").governed(Control::Lesson).attr("href", "?lesson=");
    el("div.theme")
        .child(lessons.text(say(LaterKey::Lessons)))
        .child(label(
            Control::Lang,
            LaterKey::Language,
            select("select").children(langs),
        ))
        .child(label(
            Control::Theme,
            LaterKey::Theme,
            select("select").children(options),
        ))
}

fn stage(frame: &Frame) -> El {
    el("section.card.stage")
        .child(el("div.picture-box").raw(&picture::first_picture(frame)))
        .child(el("p.readout").text(say(Key::EditCellHint)))
        .child(el("p.arithmetic").governed(Control::Arithmetic).child(sum(frame)))
        .child(below())
}

fn below() -> El {
    let grids = el("details.grids")
        .governed(Control::Arithmetic)
        .attr("data-needs", "grids")
        .child(el("summary").text(say(LaterKey::AsTables)));
    let explain = el("div.explain-place").governed(Control::Explain);
    el("div.below").child(grids).child(explain)
}

fn sum(frame: &Frame) -> El {
    let terms = frame.products.iter().map(|product| {
        let is_nothing = product.x * product.w == 0.0;
        el(if is_nothing { "span.term.nothing" } else { "span.term" })
            .child(el("span.plus").text(" + "))
            .child(el("span.role-input").text(&signed(product.x)))
            .text("×")
            .child(el("span.role-kernel").text(&signed(product.w)))
    });
    let total = el("span.total").text(&number(frame.total));
    el("span.sum")
        .children(terms)
        .child(el("span.result").text(" = ").child(total))
}

fn narration(frame: &Frame) -> El {
    el("section.card")
        .governed(Control::Narration)
        .child(el("h2").text(say(Key::ThisStep)))
        .child(el("p.narration").text(&words::narrate(frame)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn draws_the_opening_example() -> anyhow::Result<()> {
        let shell = super::shell()?;
        assert!(shell.contains("<svg"));
        assert!(!shell.contains(" style="), "the page policy blocks a style attribute");
        for card in ["theme", "card layer", "below", "about", "ways"] {
            assert!(shell.contains(&format!("class=\"{card}\"")), "{card}");
        }
        Ok(())
    }
}

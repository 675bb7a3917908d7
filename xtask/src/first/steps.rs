//! The film's controls, and the ways to step.
use super::html::{El, button, el, option, select};
use conv::Op;
use picture::Icon;
use story::text::{Key, LaterKey, fill, say};
use story::{Control, Cursor, Order, Scene, Timeline, View, exact_number, words};

pub fn transport(scene: &Scene, timeline: &Timeline, cursor: Cursor) -> El {
    let (step, steps) = ((cursor.step + 1).to_string(), timeline.steps().to_string());
    let ticks = (0..timeline.steps()).map(|_| el("i"));
    let range = el("input").attrs(&[
        ("type", "range"),
        ("min", "0"),
        ("max", &(timeline.steps() - 1).to_string()),
        ("value", &cursor.step.to_string()),
        ("autocomplete", "off"),
        ("aria-label", say(Key::Scrub)),
    ]);
    el("section.card.transport")
        .attr("aria-label", say(Key::Transport))
        .governed(Control::Transport)
        .child(moves())
        .child(el("div.scrubber").child(el("span.ticks").children(ticks)).child(range))
        .child(el("span.count").text(&fill(Key::StepOf, &[("step", &step), ("steps", &steps)])))
        .child(ways(scene, cursor))
}

fn moves() -> El {
    let buttons = [
        ("button.far", Key::Start, Icon::Start),
        ("button.far", Key::RowBack, Icon::RowBack),
        ("button", Key::StepBack, Icon::StepBack),
        ("button.play", Key::Play, Icon::Play),
        ("button", Key::StepOn, Icon::StepOn),
        ("button.far", Key::RowOn, Icon::RowOn),
        ("button.far", Key::End, Icon::End),
    ];
    el("div.moves").children(buttons.map(|(what, name, icon)| {
        let sign = el("svg.icon")
            .attrs(&[("viewBox", Icon::VIEW), ("aria-hidden", "true")])
            .child(el("path").attr("d", icon.outline()));
        button(what).attr("aria-label", say(name)).child(sign)
    }))
}

fn ways(scene: &Scene, cursor: Cursor) -> El {
    let by_taps = cursor.tap.is_some();
    let steps = [
        option("cells", say(LaterKey::StepsCells), !by_taps),
        option("taps", say(LaterKey::StepsTaps), by_taps),
    ];
    let scatters = scene.spec().op == Op::ConvTranspose;
    let orders = Order::ALL
        .into_iter()
        .filter(|order| scatters || *order != Order::Scatter)
        .map(|order| {
            let chosen = order == scene.view.order;
            option(order.name(), say(words::order_name(order)), chosen)
        });
    let speeds = View::SPEEDS.map(|speed| {
        let text = exact_number(speed);
        let label = fill(LaterKey::SpeedTimes, &[("times", &text)]);
        option(&text, &label, speed == scene.view.speed)
    });
    el("div.ways")
        .governed(Control::Ways)
        .child(way(LaterKey::Steps, select("select").children(steps)))
        .child(way(LaterKey::Order, select("select").children(orders)).governed(Control::Order))
        .child(way(LaterKey::Speed, select("select").children(speeds)).governed(Control::Speed))
}

fn way(name: LaterKey, select: El) -> El {
    el("label").child(el("span.way").text(say(name))).child(select)
}

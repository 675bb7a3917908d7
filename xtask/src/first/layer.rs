//! The layer's card: PyTorch's line, the shapes, and the tools.
use super::html::{El, button, el, option, select};
use conv::{Field, LayerSpec, Plan};
use story::preset::{EXAMPLES, FILTERS, Preset};
use story::text::{LaterKey, say};
use story::{Control, Scene, args, words};

pub fn layer(scene: &Scene, plan: &Plan) -> El {
    el("section.card.layer")
        .attr("aria-label", say(LaterKey::LineLabel))
        .governed(Control::Line)
        .child(el("div.row-of-layers").attrs(&[("role", "group"), ("aria-label", say(LaterKey::Layers))]))
        .child(line(scene.spec()))
        .child(shapes(scene, plan))
        .child(el("div.tray").child(el("p.hint").text(say(LaterKey::LineHint))))
        .child(
            el("details.data")
                .governed(Control::Numbers)
                .child(el("summary").text(say(LaterKey::Data))),
        )
        .child(el("div.fault").attrs(&[("id", "fault"), ("role", "alert")]))
        .child(tools(scene))
        // Where the composer opens.
        .child(el("div"))
}

fn line(spec: &LayerSpec) -> El {
    let fields = args::of(spec);
    let arguments = fields.iter().map(|&field| {
        let is_default = spec.is_default(field);
        el(if is_default {
            "span.argument.quiet"
        } else {
            "span.argument"
        })
        .attrs(&[("data-field", field.name()), ("data-control", field.name())])
        .child(el("span.name").text(field.name()).text("="))
        .child(argument(spec, field))
        .text(if fields.last() == Some(&field) { "" } else { "," })
    });
    let class = el("span.class").text("nn.").child(class(spec)).text("(");
    el("div.line")
        .child(class)
        .children(arguments)
        .child(el("span.end").text(")"))
}

fn class(spec: &LayerSpec) -> El {
    let options = args::classes().into_iter().map(|class| {
        let name = class.class_name();
        option(&name, &name, name == spec.class_name())
    });
    select("select.value")
        .attr("aria-label", say(LaterKey::Operation))
        .children(options)
}

fn argument(spec: &LayerSpec, field: Field) -> El {
    let text = spec.value(field);
    if !args::is_word(field) {
        let mode = if field == Field::Padding { "text" } else { "numeric" };
        let now = args::get(spec, field, 0);
        return spinner("input.value", mode, &text, now)
            .attrs(&[("spellcheck", "false"), ("aria-label", field.name())]);
    }
    let now = text.replace('\'', "");
    let options = args::choices(field, spec.op)
        .into_iter()
        .map(|word| option(word, word, word == now));
    select("select.value")
        .attr("aria-label", field.name())
        .children(options)
}

/// A field for a number, which arrow keys step.
fn spinner(what: &'static str, mode: &str, text: &str, now: Option<i64>) -> El {
    let field = el(what).attrs(&[
        ("type", "text"),
        ("inputmode", mode),
        ("autocomplete", "off"),
        ("role", "spinbutton"),
        ("aria-valuetext", text),
        ("size", &text.chars().count().clamp(1, 16).to_string()),
        ("value", text),
    ]);
    match now {
        Some(now) => field.attr("aria-valuenow", &now.to_string()),
        None => field,
    }
}

fn shapes(scene: &Scene, plan: &Plan) -> El {
    let rank = plan.rank();
    let mut input = el("span.shape")
        .child(el("span.role-input").text("x.shape"))
        .text(" = [1, ")
        .text(&plan.input_shape()[0].to_string());
    for (axis, size) in scene.net.size.iter().enumerate() {
        let label = [say(LaterKey::InputSize), say(words::axis_name(axis, rank))].join(", ");
        let size = spinner("input.value.size", "numeric", &size.to_string(), Some(*size as i64));
        input = input.text(", ").child(size.attr("aria-label", &label));
    }
    let output = el("span.shape")
        .child(el("span.arrow").text("→"))
        .child(el("span.role-output").text("y.shape"))
        .text(&format!(" = [1, {}]", words::list(plan.output_shape())));
    el("p.line.shapes")
        .child(input.text("]").governed(Control::Shape))
        .child(output)
}

fn tools(scene: &Scene) -> El {
    let tick = el("input").attrs(&[("type", "checkbox"), ("autocomplete", "off")]);
    let tick = if scene.view.flip {
        tick.attr("checked", "")
    } else {
        tick
    };
    let flip = el("label.check")
        .attr("title", say(LaterKey::FlipHint))
        .governed(Control::Flip)
        .child(tick)
        .text(say(LaterKey::Flip));
    let tool = |key| button("button").text(say(key));
    el("div.tools")
        .governed(Control::Tools)
        .child(presets())
        .child(add(scene))
        .child(tool(LaterKey::PasteLayer).attr("aria-expanded", "false"))
        .child(tool(LaterKey::Copy))
        .child(tool(LaterKey::Shuffle))
        .child(
            tool(LaterKey::ExplainChoose)
                .governed(Control::Explain)
                .attr("aria-expanded", "false"),
        )
        .child(tool(LaterKey::Compare).attrs(&[("title", say(LaterKey::CompareHint)), ("data-needs", "explain")]))
        .child(tool(LaterKey::Embed).attrs(&[("aria-haspopup", "dialog"), ("data-needs", "composer")]))
        .child(tool(LaterKey::TakeAway).attrs(&[("aria-expanded", "false"), ("data-needs", "export")]))
        .child(tool(LaterKey::TryImage).attrs(&[("aria-expanded", "false"), ("data-needs", "image")]))
        .child(tool(LaterKey::ListSwitch).attr("aria-pressed", "false"))
        .child(tool(LaterKey::Reset))
        .child(flip)
}

/// What can follow the layer, to choose from.
fn add(scene: &Scene) -> El {
    let classes = scene.followers().into_iter().map(|spec| {
        let name = spec.class_name();
        option(&name, &name, false)
    });
    let select = select("select")
        .child(option("", say(LaterKey::LayerAdd), true))
        .children(classes);
    el("label.presets")
        .child(el("span.unseen").text(say(LaterKey::LayerAdd)))
        .child(select)
}

fn presets() -> El {
    let select = select("select")
        .child(option("", say(LaterKey::PresetChoose), true))
        .child(group(LaterKey::Filters, FILTERS, 0))
        .child(group(LaterKey::Examples, EXAMPLES, FILTERS.len()));
    el("label.presets")
        .child(el("span.unseen").text(say(LaterKey::Presets)))
        .child(select)
}

fn group(label: LaterKey, presets: &[Preset], first: usize) -> El {
    let options = presets.iter().enumerate();
    let options = options.map(|(index, preset)| option(&(first + index).to_string(), say(preset.name), false));
    el("optgroup").attr("label", say(label)).children(options)
}

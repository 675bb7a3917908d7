//! What stands in the page before the wasm arrives: the opening example as the app would draw it, in the same places,
//! so that nothing moves when the app takes over.

use anyhow::{Result, bail};
use story::text::{Key, LaterKey, say};
use story::{Film, Frame, Showing, Timeline, args, link, number, signed, words};

/// The page's parts as they stand at the opening example's first step.
pub fn shell() -> Result<String> {
    let (shot, _) = link::read(&[]);
    let Ok(Showing::Film(film)) = shot.scene.show() else {
        bail!("the opening example shows no film")
    };
    let timeline = Timeline::new(film, shot.scene.view.order, shot.scene.net.seed);
    let frame = timeline.at(shot.cursor);
    Ok(format!(
        "<div class=\"shell\" inert>\
         <header class=\"top\"><h1 class=\"brand\">{}</h1><p class=\"tagline\">{}</p></header>\
         <main class=\"page\">\
         <section class=\"card layer\">{}</section>\
         <section class=\"card stage\"><div class=\"picture-box\">{}</div><p class=\"readout\">{}</p>\
         <p class=\"arithmetic\">{}</p></section>\
         <section class=\"card transport\"><div class=\"moves\"><button class=\"play\"></button></div></section>\
         </main></div>",
        say(Key::Title),
        say(Key::Tagline),
        layer(&frame.film),
        picture::first_picture(&frame),
        say(Key::EditCellHint),
        sum(&frame),
    ))
}

fn layer(film: &Film) -> String {
    let spec = film.plan.spec();
    let fields = args::of(spec);
    let arguments: String = fields
        .iter()
        .map(|&field| {
            let quiet = if args::is_default(spec, field) { " quiet" } else { "" };
            let end = if fields.last() == Some(&field) { ")" } else { "," };
            format!(
                "<span class=\"argument{quiet}\"><span class=\"name\">{}=</span><span class=\"value\">{}</span>{end}</span>",
                field.name(),
                args::text(spec, field).replace('\'', "")
            )
        })
        .collect();
    let buttons: String = [
        LaterKey::PasteLayer,
        LaterKey::Copy,
        LaterKey::Shuffle,
        LaterKey::ListSwitch,
        LaterKey::Reset,
    ]
    .map(|key| format!("<button>{}</button>", say(key)))
    .concat();
    format!(
        "<div class=\"line\"><span class=\"class\">nn.<span class=\"value\">{}</span>(</span>{arguments}</div>\
         <p class=\"line shapes\"><span class=\"shape\"><span class=\"role-input\">x.shape</span> = [1, {}]</span>\
         <span class=\"shape\"><span class=\"arrow\">→</span><span class=\"role-output\">y.shape</span> = [1, {}]</span></p>\
         <div class=\"tray\"><p class=\"hint\">{}</p></div><div class=\"tools\">{buttons}</div>",
        spec.class_name(),
        words::list(film.plan.input_shape()),
        words::list(film.plan.output_shape()),
        say(LaterKey::LineHint),
    )
}

fn sum(frame: &Frame) -> String {
    let terms: String = frame
        .products
        .iter()
        .map(|product| {
            format!(
                "<span class=\"term{}\"><span class=\"plus\"> + </span><span class=\"role-input\">{}</span>×\
                 <span class=\"role-kernel\">{}</span></span>",
                if product.x * product.w == 0.0 { " nothing" } else { "" },
                signed(product.x),
                signed(product.w)
            )
        })
        .collect();
    format!(
        "<span class=\"sum\">{terms}<span class=\"result\"> = <span class=\"total\">{}</span></span></span>",
        number(frame.total)
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn draws_the_opening_example() -> anyhow::Result<()> {
        let shell = super::shell()?;
        assert!(shell.contains("<svg"));
        assert!(!shell.contains(" style="), "the page policy blocks a style attribute");
        Ok(())
    }
}

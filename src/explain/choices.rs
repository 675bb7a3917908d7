//! What can be switched in place, beside an explaining picture.
use crate::dom::{Derived, El, el, value_of};
use crate::page::Page;
use picture::explain::{Choice, Still};
use web_sys::Event;

/// A choice's name, its options' names, and whether it is a slider.
type Names = (String, Vec<String>, bool);

/// The choices as buttons and sliders. They stay while their options do, so that the focus does.
pub fn choices(page: Page, still: Derived<Still>) -> impl Fn() -> Vec<El> + 'static {
    let names = Derived::new(move || {
        let names = |choice: &Choice| -> Names {
            let options = choice.options.iter().map(|(name, _)| name.clone());
            (choice.name.clone(), options.collect(), choice.slides)
        };
        still.with(|still| still.choices.iter().map(names).collect::<Vec<_>>())
    });
    move || {
        let choices = names.get().into_iter().enumerate();
        choices
            .map(|(index, (name, options, slides))| {
                let choice = At { page, still, index };
                let group = el("div.choice")
                    .attrs(&[("role", "group"), ("aria-label", &name)])
                    .child(el("span.choice-name").text(&name));
                if slides {
                    group.children(choice.slider(&name, options))
                } else {
                    group.children(choice.buttons(options))
                }
            })
            .collect()
    }
}

/// One of the choices.
#[derive(Clone, Copy)]
struct At {
    page: Page,
    still: Derived<Still>,
    index: usize,
}

impl At {
    fn now(self) -> Option<usize> {
        self.still.with(|still| still.choices.get(self.index)?.now)
    }

    fn choose(self, option: usize) {
        let change = self.still.with_untracked(|still| {
            let options = &still.choices.get(self.index)?.options;
            Some(options.get(option)?.1.clone())
        });
        if let Some(change) = change {
            self.page.change(change);
        }
    }

    fn buttons(self, options: Vec<String>) -> Vec<El> {
        let button = |(at, name): (usize, String)| {
            el("button")
                .attr("type", "button")
                .live_attr("aria-pressed", move || Some((self.now() == Some(at)).to_string()))
                .on("click", move |_: Event| self.choose(at))
                .text(&name)
        };
        options.into_iter().enumerate().map(button).collect()
    }

    /// Its stops are evenly spaced, whatever they stand for; the present one's name stands beside it.
    fn slider(self, name: &str, options: Vec<String>) -> Vec<El> {
        let last = options.len().saturating_sub(1);
        let present = move || {
            let now = self.now().and_then(|now| options.get(now).cloned());
            now.unwrap_or_default()
        };
        let said = present.clone();
        let slider = el("input")
            .attrs(&[
                ("type", "range"),
                ("min", "0"),
                ("max", &last.to_string()),
                ("step", "1"),
                ("aria-label", name),
            ])
            .live_attr("aria-valuetext", move || Some(said()))
            .live_value(move || self.now().unwrap_or(0).to_string())
            .on("input", move |event: Event| {
                if let Ok(at) = value_of(&event).parse() {
                    self.choose(at);
                }
            });
        vec![slider, el("output").live_text(present)]
    }
}

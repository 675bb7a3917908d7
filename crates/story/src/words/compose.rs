//! What the composer calls places and controls.
use crate::Control;
use crate::snippet::Host;
use crate::text::{ComposerKey, say};

/// What a place to paste into is called, and how it is pasted there.
pub fn host(host: Host) -> [ComposerKey; 2] {
    match host {
        Host::Link => [ComposerKey::Link, ComposerKey::LinkHint],
        Host::Iframe => [ComposerKey::Iframe, ComposerKey::IframeHint],
        Host::Element => [ComposerKey::Element, ComposerKey::ElementHint],
        Host::MkDocs => [ComposerKey::MkDocs, ComposerKey::MkDocsHint],
        Host::Myst => [ComposerKey::Myst, ComposerKey::MystHint],
        Host::Quarto => [ComposerKey::Quarto, ComposerKey::QuartoHint],
        Host::Reveal => [ComposerKey::Reveal, ComposerKey::RevealHint],
        Host::Moodle => [ComposerKey::Moodle, ComposerKey::MoodleHint],
        Host::Docusaurus => [ComposerKey::Docusaurus, ComposerKey::DocusaurusHint],
        Host::Notion => [ComposerKey::Notion, ComposerKey::NotionHint],
        Host::Sites => [ComposerKey::Sites, ComposerKey::SitesHint],
    }
}

/// What a control is called; an argument as PyTorch calls it.
pub fn control(control: Control) -> &'static str {
    say(match control {
        Control::Transport => ComposerKey::Transport,
        Control::Arithmetic => ComposerKey::Arithmetic,
        Control::Narration => ComposerKey::Narration,
        Control::Line => ComposerKey::Line,
        Control::Explain => ComposerKey::Explain,
        Control::Ways => ComposerKey::Ways,
        Control::Facts => ComposerKey::Facts,
        Control::Numbers => ComposerKey::Numbers,
        Control::Tools => ComposerKey::Tools,
        Control::Theme => ComposerKey::Theme,
        Control::Lang => ComposerKey::Lang,
        Control::Lesson => ComposerKey::Lesson,
        Control::Full => ComposerKey::Full,
        Control::Layer => ComposerKey::Layer,
        Control::Shape => ComposerKey::Shape,
        Control::Input => ComposerKey::Input,
        Control::Weight => ComposerKey::Weight,
        Control::Flip => ComposerKey::Flip,
        Control::Order => ComposerKey::Order,
        Control::Speed => ComposerKey::Speed,
        _ => return control.name(),
    })
}

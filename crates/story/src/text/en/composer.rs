//! What the composer says, in English.
use crate::text::ComposerKey;

pub const fn composer(key: ComposerKey) -> &'static str {
    match key {
        ComposerKey::Title => "Embed this scene",
        ComposerKey::Close => "Close",
        ComposerKey::FrameTitle => "ConvLens: {layer}",

        ComposerKey::Preview => "As the reader sees it",
        ComposerKey::Phone => "Phone",
        ComposerKey::Page => "Page",
        ComposerKey::Slide => "Slide",
        ComposerKey::Pixels => "{width} px",

        ComposerKey::Place => "Where it goes",
        ComposerKey::Paste => "What to paste",
        ComposerKey::Denied => {
            "The browser does not let this page copy. The text is selected: copy it with the keyboard."
        }
        ComposerKey::Qr => "QR code of the link",
        ComposerKey::QrHint => "The link to the whole page, for a phone.",
        ComposerKey::QrLong => "This link is too long for a QR code.",
        ComposerKey::Fixed => "It is {height} px high, as measured at the width above.",

        ComposerKey::Link => "Link",
        ComposerKey::LinkHint => "Opens the whole page, with what is hidden and locked here.",
        ComposerKey::Iframe => "Web page",
        ComposerKey::IframeHint => "For any page that takes HTML.",
        ComposerKey::Element => "<conv-lens>",
        ComposerKey::ElementHint => {
            "For a page that takes HTML and scripts. It is always as high as it needs to be; one script is enough for many."
        }
        ComposerKey::MkDocs => "MkDocs",
        ComposerKey::MkDocsHint => "Into the Markdown, with an empty line before and after it.",
        ComposerKey::Myst => "MyST, Jupyter Book",
        ComposerKey::MystHint => "Into the Markdown, or a Markdown cell. For Jupyter Book 1 take “Web page”.",
        ComposerKey::Quarto => "Quarto",
        ComposerKey::QuartoHint => "Into the document, or onto a slide.",
        ComposerKey::Reveal => "reveal.js",
        ComposerKey::RevealHint => {
            "A slide of its own. It plays while the slide is shown, and its steps go on to the next slide."
        }
        ComposerKey::Moodle => "Moodle",
        ComposerKey::MoodleHint => "In the editor, under Tools, open Source code and paste it there.",
        ComposerKey::Docusaurus => "Docusaurus",
        ComposerKey::DocusaurusHint => "Into a page of Markdown or MDX.",
        ComposerKey::Notion => "Notion",
        ComposerKey::NotionHint => "Paste it into an empty line and choose Embed.",
        ComposerKey::Sites => "Google Sites",
        ComposerKey::SitesHint => "Insert, Embed, By URL.",

        ComposerKey::Begin => "How it begins",
        ComposerKey::BeginFirst => "At the first step",
        ComposerKey::BeginHere => "At step {step} of {steps}, as here",
        ComposerKey::Plays => "Plays by itself",

        ComposerKey::Reader => "What the reader can do",
        ComposerKey::Open => "Shown",
        ComposerKey::Locked => "Locked",
        ComposerKey::Hidden => "Hidden",
        ComposerKey::Settings => "Each setting by itself",
        ComposerKey::Transport => "Steps",
        ComposerKey::Arithmetic => "The sum",
        ComposerKey::Narration => "The step in words",
        ComposerKey::Line => "The layer",
        ComposerKey::Explain => "Explaining pictures",
        ComposerKey::Ways => "Order and speed",
        ComposerKey::Facts => "Output size and cost",
        ComposerKey::Numbers => "Table of numbers",
        ComposerKey::Tools => "Ready scenes, tools",
        ComposerKey::Theme => "Choice of colours",
        ComposerKey::Lesson => "The lesson's words",
        ComposerKey::Lang => "Choice of language",
        ComposerKey::Full => "Open in ConvLens",
        ComposerKey::Layer => "class, more layers",
        ComposerKey::Shape => "input size",
        ComposerKey::Input => "input numbers",
        ComposerKey::Weight => "weights",
        ComposerKey::Flip => "true convolution",
        ComposerKey::Order => "order of the steps",
        ComposerKey::Own => "A lesson of your own",
        ComposerKey::OwnAbout => {
            "Add this scene, close the panel, set the next one, and add that. While there are steps, what is pasted is the lesson."
        }
        ComposerKey::OwnAdd => "Add this scene as a step",
        ComposerKey::OwnStep => "{step}. {layer}",
        ComposerKey::OwnSays => "What step {step} says",
        ComposerKey::OwnAsk => "What step {step} asks",
        ComposerKey::OwnUp => "Move step {step} up",
        ComposerKey::OwnDown => "Move step {step} down",
        ComposerKey::OwnRemove => "Remove step {step}",
        ComposerKey::OwnTitle => "a lesson",
        ComposerKey::AskNothing => "Asks nothing",
        ComposerKey::AskValue => "The next output",
        ComposerKey::AskShape => "The output’s shape",
        ComposerKey::AskWindow => "The cells of the next window",
        ComposerKey::AskParams => "The parameters",
        ComposerKey::AskMacs => "The multiplications",
        ComposerKey::AskField => "The receptive field",
        ComposerKey::Speed => "speed",
    }
}

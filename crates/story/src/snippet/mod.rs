//! What an author pastes into another page, so that a scene shows there.
mod escape;

use crate::link::{Shot, percent, query, write};
use escape::{attribute, line};

/// A scene for a place in another page.
#[derive(Clone, Copy, Debug)]
pub struct Embed<'a> {
    /// The address of ConvLens, of which query and fragment are left out.
    pub page: &'a str,
    pub shot: &'a Shot,
    /// In CSS pixels. It is always as wide as its place.
    pub height: u32,
    /// What a screen reader calls it.
    pub title: &'a str,
}

/// Where it is pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// The page itself, not within another one.
    Link,
    /// HTML.
    Iframe,
    /// HTML, by the element of `embed.js`.
    Element,
    MkDocs,
    /// MyST, and Jupyter Book from 2.
    Myst,
    Quarto,
    Reveal,
    Moodle,
    Docusaurus,
    Notion,
    Sites,
}

impl Host {
    pub const ALL: [Self; 11] = [
        Self::Link,
        Self::Iframe,
        Self::Element,
        Self::MkDocs,
        Self::Myst,
        Self::Quarto,
        Self::Reveal,
        Self::Moodle,
        Self::Docusaurus,
        Self::Notion,
        Self::Sites,
    ];

    /// Whether what is pasted says how high it is.
    pub fn has_height(self) -> bool {
        matches!(
            self,
            Self::Iframe | Self::MkDocs | Self::Quarto | Self::Reveal | Self::Moodle | Self::Docusaurus
        )
    }
}

/// What is pasted into such a page.
pub fn snippet(host: Host, embed: &Embed<'_>) -> String {
    match host {
        Host::Link => embed.bare(false),
        Host::Notion | Host::Sites => embed.bare(true),
        Host::Iframe | Host::MkDocs | Host::Moodle => embed.iframe(),
        Host::Quarto => ["```{=html}\n", &embed.iframe(), "\n```"].concat(),
        Host::Element => embed.element(),
        Host::Myst => [
            ":::{iframe} ",
            &embed.address(true),
            "\n:width: 100%\n:title: ",
            &line(embed.title),
            "\n:::",
        ]
        .concat(),
        Host::Reveal => {
            let (address, height) = (embed.address(true), embed.height.to_string());
            // Not stretched to what the slide has left: a frame lower than its scene would scroll inside.
            let attributes = [
                ("data-src", &*address),
                ("title", embed.title),
                ("width", "100%"),
                ("height", &height),
                ("allow", ALLOW),
            ];
            ["<section>\n  ", &tag("iframe", &attributes), "></iframe>\n</section>"].concat()
        }
        Host::Docusaurus => [&embed.framed("frameBorder"), " />"].concat(),
    }
}

/// The parameters of a link that are attributes of the element.
pub const ATTRIBUTES: [&str; 17] = [
    "layer", "shape", "step", "hide", "lock", "theme", "lang", "lesson", "picture", "input", "weight", "bias", "seed",
    "order", "flip", "speed", "autoplay",
];
/// What a frame may do that others may not.
const ALLOW: &str = "fullscreen; clipboard-write";

impl Embed<'_> {
    /// The address of the scene, in an embed or as the whole page.
    pub fn address(&self, embed: bool) -> String {
        [&self.page(), &*query(&self.pairs(embed))].concat()
    }

    /// The same for where nothing marks its end: brackets would be taken for the text's.
    fn bare(&self, embed: bool) -> String {
        self.address(embed).replace('(', "%28").replace(')', "%29")
    }

    fn page(&self) -> String {
        let page = self.page.split(['?', '#']).next().unwrap_or_default();
        percent(page, |byte| {
            byte.is_ascii_alphanumeric() || b"-._~:/@!$&*+,;=%[]".contains(&byte)
        })
    }

    fn pairs(&self, embed: bool) -> Vec<(String, String)> {
        let mut shot = self.shot.clone();
        shot.scene.view.embed = embed;
        write(&shot)
    }

    fn iframe(&self) -> String {
        [&self.framed("frameborder"), "></iframe>"].concat()
    }

    /// An `iframe` tag, but for its end. All on one line: some editors make a break of each.
    fn framed(&self, border: &str) -> String {
        let attributes = [
            ("src", &*self.address(true)),
            ("title", self.title),
            ("width", "100%"),
            ("height", &self.height.to_string()),
            ("loading", "lazy"),
            ("allow", ALLOW),
            (border, "0"),
        ];
        tag("iframe", &attributes)
    }

    /// The commonest parameters are attributes; a link has the others.
    fn element(&self) -> String {
        let page = self.page();
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        let source = [folder, "/embed.js"].concat();
        let pairs = self.pairs(false);
        let (common, others): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| ATTRIBUTES.contains(&&**name));
        let link = [page, query(&others)].concat();
        let height = self.height.to_string();
        let mut attributes: Vec<_> = common.iter().map(|(name, value)| (&**name, &**value)).collect();
        if !others.is_empty() {
            attributes.push(("src", &link));
        }
        attributes.extend([("title", self.title), ("height", &height)]);
        // Neither async nor deferred: the element must be known when the page is first painted, or the page would move.
        let script = tag("script", &[("src", &source)]);
        [&script, "></script>\n", &tag("conv-lens", &attributes), "></conv-lens>"].concat()
    }
}

/// A tag, but for its end.
fn tag(name: &str, attributes: &[(&str, &str)]) -> String {
    let mut tag = ["<", name].concat();
    for (name, value) in attributes {
        tag.push(' ');
        tag += name;
        if !value.is_empty() {
            tag += "=\"";
            tag += &attribute(&line(value));
            tag.push('"');
        }
    }
    tag
}

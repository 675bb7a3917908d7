//! English, of what the document says by itself.
use super::super::PageKey;

pub const fn page(key: PageKey) -> &'static str {
    match key {
        PageKey::Title => "ConvLens: what a convolution layer does",
        PageKey::About => "See what a convolution layer does, cell by cell, with real numbers.",
        PageKey::PanicTitle => "ConvLens ran into a mistake of its own",
        PageKey::PanicKept => "The last good scene is kept. Press Enter to go back to it.",
        PageKey::PanicBack => "Go back",
        PageKey::Script => {
            "The picture stands still: no script ran. Turn on JavaScript. Who runs the site has to allow <code>script-src \
             'self' 'wasm-unsafe-eval'</code>, in a frame <code>sandbox=\"allow-scripts\"</code>."
        }
        PageKey::Offline => "The picture stands still: you are offline. Load the page again when you are online.",
        PageKey::Load => {
            "The picture stands still: a file could not be loaded. Load the page again. On the server all files have to be \
             in one folder."
        }
        PageKey::Part => "A part of ConvLens that this needs could not be loaded. The next try asks for it again.",
        PageKey::OtherScene => "This is ConvLens' own example, not the scene of the link.",
        PageKey::Wasm => {
            "The picture stands still: WebAssembly is off in this browser, as in a strict security mode. Turn it on, or use \
             a current browser."
        }
        PageKey::Old => "The picture stands still: this browser is too old. Use a current browser.",
        PageKey::Policy => {
            "The picture stands still: this site's policy forbids it. Who runs the site has to allow <code>script-src \
             'self' 'wasm-unsafe-eval'; connect-src 'self'</code>."
        }
        PageKey::Mime => {
            "The picture stands still: a script has a wrong type. Who runs the site has to send .js as \
             <code>text/javascript</code>."
        }
        PageKey::File => {
            "The picture stands still: a page opened as a file may load no others. Open convlens.html, or serve the folder: \
             <code>python3 -m http.server</code>."
        }
        PageKey::Sandbox => {
            "The picture stands still: the frame's sandbox keeps it from its files. Who made the frame has to add \
             <code>allow-same-origin</code>, or show convlens.html; or the server sends \
             <code>Access-Control-Allow-Origin: *</code>."
        }
    }
}

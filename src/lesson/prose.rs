//! What a lesson says, as paragraphs.
use crate::dom::{El, el};
use crate::lesson::glossary;
use story::lesson::{Piece, pieces};

/// A paragraph a line.
pub fn paragraphs(text: &str) -> Vec<El> {
    text.lines().map(|line| el("p").children(inline(line))).collect()
}

/// Words with code and terms among them.
pub fn inline(line: &str) -> Vec<El> {
    let made = pieces(line).into_iter().map(|piece| match piece {
        Piece::Text(text) => crate::dom::text(text),
        Piece::Code(text) => el("code").text(text),
        Piece::Term { shown, name } => glossary::term(inline(shown), name),
    });
    made.collect()
}

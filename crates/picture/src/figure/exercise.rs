//! A step to be filled in by hand.
use super::{MARGIN, Sheet, laid_out};
use crate::mark::Mark;
use crate::{ALL, Viewport, backdrop, layout, overlay};
use story::words;
use story::worksheet::Figure;
use story::{Cell, Tensor};

/// How wide a picture on a worksheet is.
pub const EXERCISE_WIDTH: f32 = 620.0;

/// A step on paper, its blanks being empty boxes. What is said of it beside the picture tells no number.
pub fn exercise(figure: &Figure, width: f32) -> Sheet {
    let Figure { frame, blanks } = figure;
    let width = laid_out(width);
    let shapes = words::shapes(&frame.film);
    let mut sheet = Sheet::new(&shapes, &shapes, width);
    let view = Viewport {
        width: width - 2.0 * MARGIN,
        height: width * 0.5,
    };
    let layout = layout(frame, view);
    let mut marks = backdrop(&layout, &frame.film, &ALL);
    marks.extend(overlay(&layout, frame, &ALL));
    for &cell in blanks {
        let Some((_, rect)) = layout.place(Cell::Of(Tensor::Output, cell)) else {
            continue;
        };
        let is_inside = |x: f32, y: f32| (rect.x..=rect.right()).contains(&x) && (rect.y..=rect.bottom()).contains(&y);
        marks.retain_mut(|mark| match mark {
            Mark::Text { class, x, y, .. } => !(class.starts_with("num out") && is_inside(*x, *y)),
            Mark::Rect { class, rect: own, .. } => {
                let (x, y) = own.centre();
                if matches!(*class, "cell out done" | "cell out now") && is_inside(x, y) {
                    *class = "cell out";
                }
                true
            }
            _ => true,
        });
    }
    let (across, down) = layout.size();
    sheet.gap(MARGIN * 0.5);
    sheet.put((width - across) / 2.0, down + 6.0, marks);
    sheet
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::link::{pairs, read};
    use story::worksheet::worksheet;

    fn numbers(figure: &Figure) -> usize {
        let sheet = exercise(figure, EXERCISE_WIDTH);
        let marks = sheet.groups.iter().flat_map(|group| &group.marks);
        let is_number = |mark: &&Mark| matches!(mark, Mark::Text { class, text, .. } if class.starts_with("num out") && !text.is_empty());
        marks.filter(is_number).count()
    }

    #[test]
    fn what_is_blank_has_no_number_and_all_else_has_its_own() {
        for link in [
            "layer=Conv2d(1,2,3,padding=1)&shape=4x4",
            "layer=ConvTranspose1d(1,1,3,stride=2)",
        ] {
            let (shot, _) = read(&pairs(link));
            for figure in worksheet(&shot, 3, 8)
                .iter()
                .filter_map(|problem| problem.figure.as_ref())
            {
                let all = Figure {
                    blanks: Vec::new(),
                    ..figure.clone()
                };
                assert!(!figure.blanks.is_empty());
                assert_eq!(numbers(figure) + figure.blanks.len(), numbers(&all), "{link}");
            }
        }
    }
}

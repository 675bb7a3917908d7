//! The frame as tables, for who reads the picture and does not see it: what is in them, `story` knows.
use crate::controls::grids::Grids;
use crate::dom::{El, el, style};
use crate::page::Page;
use story::text::{LaterKey, say};
use story::{Grid, Row, Tensor};

/// Everything here, as the controls know it.
pub fn grids() -> Grids {
    style::adopt(&[include_str!("style.css")]);
    Grids { tables }
}

fn tables(page: Page) -> Vec<El> {
    let tables = move || {
        page.frame.with(|frame| {
            let grids = frame.as_deref().map(story::grids).unwrap_or_default();
            grids.iter().map(table).collect()
        })
    };
    // Wider than a narrow window: the keyboard scrolls it.
    let name = [
        ("role", "group"),
        ("tabindex", "0"),
        ("aria-label", say(LaterKey::AsTables)),
    ];
    vec![el("div.grids-all").attrs(&name).live(tables)]
}

fn table(grid: &Grid) -> El {
    let head = el("tr")
        .child(header("col", &grid.corner))
        .children(grid.columns.iter().map(|name| header("col", name)).collect());
    let table = el("table")
        .child(el("caption").text(&grid.caption))
        .child(el("thead").child(head))
        .child(el("tbody").children(grid.rows.iter().map(row).collect()));
    el("div.grid")
        .attr("data-of", grid.tensor.map_or("step", Tensor::name))
        .child(table)
        .maybe(grid.cut.as_deref().map(|cut| el("p.hint").text(cut)))
}

fn header(scope: &str, name: &str) -> El {
    el("th").attr("scope", scope).text(name)
}

fn row(row: &Row) -> El {
    el("tr")
        .child(header("row", &row.head))
        .children(row.cells.iter().map(|cell| el("td").text(cell)).collect())
}

//! Every row of the tables in `docs/model.md` that names a layer is what the core says.
mod kept;

use conv::receptive::{fields, plans};
use conv::{LayerSpec, Plan, Refusal, sequential};
use std::fs;

/// The cells of the rows whose head is this.
fn rows(head: &str) -> Vec<Vec<String>> {
    let page = fs::read_to_string(kept::place("docs/model.md")).expect("the page");
    let cells = |line: &str| -> Vec<String> {
        let cells = line.trim_matches('|').split('|');
        cells.map(|cell| cell.trim().trim_matches('`').to_owned()).collect()
    };
    let after = page.lines().skip_while(|line| *line != head).skip(2);
    let rows: Vec<_> = after.take_while(|line| line.starts_with('|')).map(cells).collect();
    assert!(!rows.is_empty(), "{head}");
    rows
}

fn planned(layer: &str, input: &str) -> Result<Plan, Refusal> {
    let shape: Vec<usize> = input
        .trim_matches(['[', ']'])
        .split(", ")
        .map(|size| size.parse().expect("a size"))
        .collect();
    let spec = LayerSpec::parse(layer).expect("a layer");
    spec.layer()?.plan(&shape, false)
}

#[test]
fn the_edges_are_as_the_page_says() {
    for row in rows("| layer | input | output | why |") {
        let output = match planned(&row[0], &row[1]) {
            Ok(plan) => format!("{:?}", plan.output_shape()),
            Err(_) => "refused".to_owned(),
        };
        assert_eq!(output, row[2], "{row:?}");
    }
}

#[test]
fn the_costs_are_as_the_page_says() {
    for row in rows("| layer | input | parameters | MACs |") {
        let plan = planned(&row[0], &row[1]).expect("a plan");
        let cost = [plan.layer().params(), plan.macs()].map(|count| count.to_string());
        assert_eq!(cost, row[2..4], "{row:?}");
    }
}

#[test]
fn the_receptive_fields_are_as_the_page_says() {
    for row in rows("| layers | size |") {
        let layers = sequential::parse(&row[0]).expect("layers");
        let plans = plans(&layers, &[1, 40]);
        let field = fields(&plans).pop().flatten().expect("a field");
        assert_eq!(field[2].size.to_string(), row[1], "{row:?}");
    }
}

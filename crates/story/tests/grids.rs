//! A frame as tables: they hold what the frame holds.
use story::{Cursor, Frame, Grid, Showing, Tensor, Timeline, grids, link, number};

fn frame(query: &str, step: usize) -> Frame {
    let (shot, warnings) = link::read(&link::pairs(query));
    assert!(warnings.is_empty(), "{query}");
    let Ok(Showing::Film(film)) = shot.scene.show() else {
        panic!("{query} has no film")
    };
    Timeline::new(film, shot.scene.view.order, shot.scene.net.seed).at(Cursor::whole(step))
}

fn of(grids: &[Grid], tensor: Option<Tensor>) -> Vec<&Grid> {
    grids.iter().filter(|grid| grid.tensor == tensor).collect()
}

#[test]
fn a_step_is_told_with_its_window_its_products_and_its_sums() {
    let frame = frame(
        "layer=Conv1d(2,1,2,padding=1)&input=1,2,3,4&weight=1,2,3,4&bias=5&shape=2",
        0,
    );
    let all = grids(&frame);
    let [products, sums] = of(&all, None)[..] else {
        panic!("{all:?}")
    };
    let rows: Vec<_> = products
        .rows
        .iter()
        .map(|row| [&[row.head.clone()][..], &row.cells].concat().join(" | "))
        .collect();
    assert_eq!(
        rows,
        [
            "padding | 0 | weight[0, 0, 0] | 1 | 0",
            "input[0, 0] | 1 | weight[0, 0, 1] | 2 | 2",
            "padding | 0 | weight[0, 1, 0] | 3 | 0",
            "input[1, 0] | 3 | weight[0, 1, 1] | 4 | 12",
        ]
    );
    let rows: Vec<_> = sums.rows.iter().map(|row| (&*row.head, &*row.cells[0])).collect();
    let bias = number(frame.bias.expect("a bias"));
    assert_eq!(rows[..2], [("sum of channel 0", "2"), ("sum of channel 1", "12")]);
    assert_eq!(rows[2], ("bias", &*bias));
    assert_eq!(rows[3], ("output[0]", &*number(frame.total)));
}

#[test]
fn the_sums_of_a_group_bear_the_names_of_its_channels() {
    let frame = frame("layer=Conv1d(4,2,1,groups=2)&shape=3", 3);
    let all = grids(&frame);
    let heads: Vec<_> = of(&all, None)[1].rows.iter().map(|row| &*row.head).collect();
    assert_eq!(heads, ["sum of channel 2", "sum of channel 3", "bias", "output[1, 0]"]);
}

#[test]
fn tensors_stand_in_tables_as_the_frame_has_them() {
    let frame = frame("layer=Conv2d(2,2,2)&shape=3x4", 4);
    let all = grids(&frame);
    let captions = |tensor| -> Vec<_> { of(&all, Some(tensor)).iter().map(|grid| &*grid.caption).collect() };
    assert_eq!(
        captions(Tensor::Input),
        ["input[0] of shape [2, 3, 4]", "input[1] of shape [2, 3, 4]"]
    );
    assert_eq!(
        captions(Tensor::Weight),
        ["[0, 0]", "[0, 1]", "[1, 0]", "[1, 1]"].map(|at| format!("weight{at} of shape [2, 2, 2, 2]"))
    );
    for tensor in [Tensor::Input, Tensor::Weight] {
        let cells = of(&all, Some(tensor))
            .into_iter()
            .flat_map(|grid| grid.rows.iter().flat_map(|row| row.cells.iter().cloned()));
        let numbers: Vec<_> = frame.film.data(tensor).iter().map(|value| number(*value)).collect();
        assert_eq!(cells.collect::<Vec<_>>(), numbers);
    }
    // What is not computed yet is not told.
    let output: Vec<_> = of(&all, Some(Tensor::Output))[0]
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().map(|cell| &**cell == "not yet"))
        .collect();
    assert_eq!(output, [false, false, false, false, false, true]);
}

#[test]
fn every_table_is_a_rectangle_and_says_what_it_lacks() {
    for query in [
        "",
        "order=all",
        "layer=Conv2d(12,12,3)&shape=40x40",
        "layer=Conv1d(1,1,3)&shape=200",
        "layer=Conv3d(1,1,2)&shape=3x3x3",
        "layer=Conv2d(40,1,11)&shape=11x11",
        "layer=ConvTranspose2d(1,2,3,stride=2,padding=1)&shape=3x3&order=scatter",
        "layer=Linear(30,20)",
        "layer=MaxPool2d(2)&shape=6x6",
        "layer=Flatten()&shape=3x3",
    ] {
        let frame = frame(query, 1);
        let all = grids(&frame);
        for grid in &all {
            assert!(
                grid.rows.iter().all(|row| row.cells.len() == grid.columns.len()),
                "{query}"
            );
        }
        let of_step = of(&all, None);
        let told = of_step.first().map_or(0, |products| products.rows.len());
        let is_cut = of_step.iter().any(|grid| grid.cut.is_some());
        assert_eq!(is_cut, told < frame.products.len(), "{query}");
        for tensor in [Tensor::Input, Tensor::Weight, Tensor::Output] {
            let grids = of(&all, Some(tensor));
            let shown: usize = grids.iter().map(|grid| grid.rows.len() * grid.columns.len()).sum();
            let is_cut = grids.iter().any(|grid| grid.cut.is_some());
            assert_eq!(is_cut, shown < frame.film.data(tensor).len(), "{query} {tensor:?}");
            assert!(grids.len() <= 16 && shown <= 16 * 16 * 16, "{query} {tensor:?}");
        }
    }
}

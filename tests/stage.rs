//! The stage in a real browser: a person opens the page, changes the layer, and steps through it.
mod pages;

use pages::{Clock, Page, argument};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn opens_on_a_worked_example_and_steps_through_it() {
    let page = Page::open("").await;
    assert_eq!(page.count(), "1 of 9");
    assert_eq!(page.total(), "−2");

    page.press(".picture-box", "ArrowRight").await;

    assert_eq!(page.count(), "2 of 9");
    assert_eq!(page.outputs(), ["−2", "−5"]);
}

#[wasm_bindgen_test]
async fn keys_move_by_steps_rows_and_to_both_ends() {
    let page = Page::open("").await;
    for (key, shift, count) in [
        ("ArrowRight", false, "2 of 9"),
        ("ArrowRight", true, "5 of 9"),
        ("ArrowLeft", false, "4 of 9"),
        ("End", false, "9 of 9"),
        ("ArrowRight", false, "9 of 9"),
        ("Home", false, "1 of 9"),
    ] {
        page.press_with(".picture-box", key, shift).await;
        assert_eq!(page.count(), count, "{key}");
    }
}

#[wasm_bindgen_test]
async fn playing_steps_with_the_clock_and_stops_at_the_end() {
    let clock = Clock::held();
    let page = Page::open("?layer=Conv1d(1,1,3,bias=False)&input=1,2,3,4,5,6&weight=2,2,2").await;

    page.click(".play").await;
    clock.tick(&page).await;
    assert_eq!(page.count(), "2 of 4");
    for _ in 0..5 {
        clock.tick(&page).await;
    }

    assert_eq!(page.count(), "4 of 4");
    assert_eq!(page.outputs(), ["12", "18", "24", "30"]);
    assert!(page.has(".play[aria-label=Play]"));
}

#[wasm_bindgen_test]
async fn every_argument_of_the_line_changes_the_picture_with_it() {
    let page = Page::open("").await;
    page.enter(&argument("padding"), "1").await;
    assert_eq!(page.count(), "1 of 25");
    page.enter(&argument("stride"), "2").await;
    assert_eq!(page.count(), "1 of 9");
    page.press(&argument("kernel_size"), "ArrowDown").await;
    assert_eq!(page.argument("kernel_size"), "2");
    page.enter(&argument("padding"), "same").await;
    assert!(page.fault().contains("stride"), "{}", page.fault());
}

#[wasm_bindgen_test]
async fn a_layer_that_cannot_be_leaves_the_picture_and_offers_ways_out() {
    let page = Page::open("?layer=Conv2d(4,8,3)").await;
    let before = page.outputs();

    page.enter(&argument("groups"), "3").await;

    assert!(page.fault().contains("cannot be split evenly into 3 groups"));
    assert!(page.fault().contains("in_channels must be divisible by groups"));
    assert!(page.has("[data-field=groups] [aria-invalid=true]"));
    assert_eq!(page.outputs(), before);

    page.click(".fix").await;
    assert_eq!(page.fault(), "");
    assert_eq!(page.argument("groups"), "2");
}

#[wasm_bindgen_test]
async fn half_typed_and_wrong_values_break_nothing() {
    let page = Page::open("").await;
    for text in ["", "-", "0", "7", "−3", "abc", "(3,", "99999999999999999999", "1e9"] {
        page.enter(&argument("kernel_size"), text).await;
        assert_eq!(page.count(), "1 of 9", "{text}");
        assert_eq!(page.argument("kernel_size"), text);
    }
    page.press(&argument("kernel_size"), "Escape").await;
    page.enter(&argument("kernel_size"), "2").await;
    assert_eq!(page.count(), "1 of 16");
}

#[wasm_bindgen_test]
async fn a_click_on_an_output_goes_there_and_one_on_an_input_edits_it() {
    let page = Page::open("").await;
    page.click_mark(".picture .cell.out", 4).await;
    assert_eq!(page.count(), "5 of 9");
    assert_eq!(page.total(), "3");

    page.click_mark(".picture .cell.in", 0).await;
    page.enter(".editor", "7").await;
    page.press(".editor", "Enter").await;
    page.press(".picture-box", "Home").await;

    assert!(!page.has(".editor"));
    assert_eq!(page.total(), "4");
}

#[wasm_bindgen_test]
async fn the_cells_can_be_walked_and_read_by_keyboard() {
    let page = Page::open("").await;
    page.press(".picture-box", "Enter").await;
    page.press(".picture-box", "ArrowRight").await;
    assert_eq!(page.text(".readout"), "input[0, 1] = 0, feeds 2 outputs");
    page.press(".picture-box", "Escape").await;
    page.press(".picture-box", "ArrowRight").await;
    assert_eq!(page.count(), "2 of 9");
}

#[wasm_bindgen_test]
async fn a_pasted_layer_replaces_the_line_and_a_slip_is_shown_with_its_column() {
    let page = Page::open("").await;
    page.click(".tools > button").await;
    page.enter(".paste input", "self.up = nn.ConvTranspose1d(1, 1, 3, stride=2),")
        .await;
    assert_eq!(page.argument("stride"), "2");
    assert!(page.has("[data-field=output_padding]"));

    page.enter(".paste input", "nn.Conv2d(3, 16, kernel=3)").await;
    assert!(
        page.text(".paste .wrong")
            .starts_with("Column 18: expected the name of an argument")
    );
    assert_eq!(page.argument("stride"), "2");
}

#[wasm_bindgen_test]
async fn steps_go_on_from_layer_to_layer_and_back() {
    let page = Page::open("?layer=Sequential(Conv2d(1,1,2,bias=False),ReLU(),MaxPool2d(2))&shape=3x3&step=3").await;
    assert_eq!(page.count(), "4 of 4");
    page.press(".picture-box", "ArrowRight").await;
    assert_eq!(page.count(), "1 of 4");
    assert!(page.text(".chip[aria-current]").starts_with("ReLU"));
    assert!(page.text(".arithmetic").starts_with("max(0, "));
    page.press(".picture-box", "ArrowLeft").await;
    assert_eq!(page.count(), "4 of 4");
    assert!(page.text(".chip[aria-current]").starts_with("Conv2d"));
    page.click(".chip:last-child").await;
    assert_eq!(page.count(), "1 of 1");
    assert!(page.text(".arithmetic").starts_with("max("));
    assert!(page.text(".facts").contains("none"));
}

#[wasm_bindgen_test]
async fn layers_are_pasted_added_and_taken_away() {
    let page = Page::open("").await;
    page.click(".tools > button").await;
    page.enter(
        ".paste input",
        "nn.Sequential(nn.Conv2d(1, 2, 3), nn.Flatten(), nn.Linear(18, 4))",
    )
    .await;
    assert_eq!(page.text(".chip:last-child"), "Linear[1, 4]");
    // A kernel that spoils the last layer is refused in its name, and can be repaired.
    page.enter("[data-field=kernel_size] input", "4").await;
    assert!(page.text(".fault").contains("Linear, layer 2: in_features"));
    page.click(".fix").await;
    assert!(!page.has(".fault.told"));
    page.enter(".tools > label:nth-of-type(2) select", "ReLU").await;
    assert!(page.text(".chip[aria-current]").starts_with("ReLU"));
    page.click(".row-of-layers .buttons button:last-child").await;
    assert!(!page.text(".chips").contains("ReLU"));
}

#[wasm_bindgen_test]
async fn a_filter_keeps_the_input_and_an_example_brings_its_own() {
    let page = Page::open("").await;
    page.enter(".presets select", "0").await;
    assert_eq!(page.outputs(), ["1"]);
    page.enter(".presets select", "8").await;
    assert_eq!(page.count(), "1 of 4");
    assert_eq!(page.total(), "12");
}

#[wasm_bindgen_test]
async fn a_layer_too_large_to_draw_gets_its_shapes_and_a_reason() {
    let page = Page::open("?layer=Conv2d(3,64,7,stride=2,padding=3)&shape=224x224").await;
    assert!(page.text(".readout").starts_with("Too large to draw"));
    assert!(page.text(".facts").contains("[64, 112, 112]"));
}

#[wasm_bindgen_test]
async fn a_bad_link_is_named_and_the_rest_applies() {
    let page = Page::open("?layer=Conv1d(1,1,3)&shape=banana&step=2").await;
    assert!(page.text(".warnings").contains("shape=banana"));
    assert_eq!(page.count(), "3 of 6");
    page.click(".warnings button").await;
    assert!(!page.has(".warnings"));
}

#[wasm_bindgen_test]
async fn an_explaining_picture_goes_with_the_step_and_is_switched_in_place() {
    let page = Page::open("?layer=Conv2d(1,1,3)&shape=4x4&picture=order").await;
    assert_eq!(page.text(".explain .num.now"), "1");

    page.press(".explain-picture", "ArrowRight").await;
    assert_eq!(
        (page.count(), page.text(".explain .num.now")),
        ("2 of 4".into(), "2".into())
    );

    page.click(".explain .choice button:nth-of-type(2)").await;
    assert_eq!(page.value(".ways label:nth-of-type(2) select"), "columns");

    // By keyboard: into the picture's places, two on, and there.
    for key in ["Enter", "ArrowRight", "ArrowDown", "Enter"] {
        page.press(".explain-picture", key).await;
    }
    assert_eq!(page.count(), "4 of 4");

    page.click(".explain .close").await;
    assert!(!page.has(".explain"));
}

#[wasm_bindgen_test]
async fn one_click_puts_what_was_there_before_beside_the_scene() {
    let page = Page::open("?layer=Conv2d(1,1,3,padding=1)&shape=4x4").await;
    page.enter(&argument("padding_mode"), "reflect").await;

    page.click(".tools button:nth-of-type(5)").await;

    assert!(
        page.text(".explain").contains("output cells differ"),
        "{}",
        page.text(".explain")
    );
    page.press(".picture-box", "End").await;
    assert_ne!(page.attribute(".explain .overlay .differs", "d"), "");
}

//! The desk: what becomes of a scene that a person changes, and of a change that cannot be.
mod common;

use common::{cases, finite, rows, scenes, scenes_of_one};
use conv::{Fault, Field, LayerSpec, Op, sequential};
use proptest::prelude::*;
use story::{Change, Desk, Numbers, Order, Scene, Showing, Tensor, args};

/// What a person does at the controls.
#[derive(Clone, Debug)]
enum Move {
    Set(usize, Option<usize>, i64),
    Step(usize, Option<usize>, bool),
    Type(usize, String),
    Op(bool),
    Rank(usize),
    Size(Vec<usize>),
    Cell(u8, usize, Option<f32>),
    Paste(u8, String),
    Seed(u32),
    Order(usize),
    Flip(bool),
    Fix(usize),
    Class(usize),
    Stage(usize),
    Insert(usize),
    Remove,
    Shift(bool),
    PasteRow(usize),
    Drop,
}

const ROWS: [&str; 4] = [
    "Sequential(Conv2d(1,2,3), ReLU(), MaxPool2d(2), Flatten(), Linear(?, 3))",
    "Sequential(ZeroPad1d((2, 0)), Conv1d(1,1,3), AvgPool1d(2))",
    "Sequential(Conv2d(3,4,3), Flatten(), Linear(144, 2))",
    "Sequential(Linear(?, 2), ReLU())",
];

const TENSORS: [Tensor; 4] = [Tensor::Input, Tensor::Weight, Tensor::Bias, Tensor::Output];

fn moves() -> impl Strategy<Value = Move> {
    let field = 0..Field::ARGUMENTS.len();
    let axis = proptest::option::of(0_usize..4);
    let value = prop_oneof![6 => -1_i64..6, 1 => any::<i64>(), 1 => Just(i64::MIN), 1 => Just(i64::MAX)];
    let size = prop_oneof![6 => 0_usize..8, 1 => any::<usize>()];
    prop_oneof![
        4 => (field.clone(), axis.clone(), value).prop_map(|(field, axis, value)| Move::Set(field, axis, value)),
        3 => (field.clone(), axis, any::<bool>()).prop_map(|(field, axis, up)| Move::Step(field, axis, up)),
        2 => (field, "[0-9,x ()-]{0,8}|same|valid|'reflect'|True|.{0,12}").prop_map(|(field, text)| Move::Type(field, text)),
        1 => any::<bool>().prop_map(Move::Op),
        1 => (1_usize..=3).prop_map(Move::Rank),
        2 => proptest::collection::vec(size, 0..4).prop_map(Move::Size),
        2 => (0_u8..4, 0_usize..40, proptest::option::of(finite())).prop_map(|(tensor, index, value)| Move::Cell(tensor, index, value)),
        2 => (0_u8..4, "([0-9]{1,2}[,;_ \n]){1,12}[0-9]").prop_map(|(tensor, text)| Move::Paste(tensor, text)),
        1 => any::<u32>().prop_map(Move::Seed),
        1 => (0_usize..5).prop_map(Move::Order),
        1 => any::<bool>().prop_map(Move::Flip),
        2 => (0_usize..4).prop_map(Move::Fix),
        2 => any::<usize>().prop_map(Move::Class),
        3 => (0_usize..5).prop_map(Move::Stage),
        2 => any::<usize>().prop_map(Move::Insert),
        1 => Just(Move::Remove),
        1 => any::<bool>().prop_map(Move::Shift),
        1 => (0..ROWS.len()).prop_map(Move::PasteRow),
        1 => Just(Move::Drop),
    ]
}

/// The first way out that is offered.
fn repair(desk: &Desk, index: usize) -> Option<Change> {
    let repairs = story::words::repairs(&desk.attempt.as_ref()?.wrong);
    Some(repairs.into_iter().nth(index)?.1)
}

fn change(desk: &Desk, made: &Move) -> Option<Change> {
    let spec = desk.draft().spec();
    Some(match made.clone() {
        Move::Set(field, axis, value) => Change::Layer(args::set(spec, Field::ARGUMENTS[field], axis, value)),
        Move::Step(field, axis, up) => Change::Layer(args::stepped(spec, Field::ARGUMENTS[field], axis, up)),
        Move::Type(field, text) => Change::Layer(args::typed(spec, Field::ARGUMENTS[field], None, &text)?),
        Move::Op(true) => Change::Layer(args::with_op(spec, Op::Conv)),
        Move::Op(false) => Change::Layer(args::with_op(spec, Op::ConvTranspose)),
        Move::Rank(rank) => Change::Layer(args::with_rank(spec, rank)),
        Move::Size(size) => Change::Size(size),
        Move::Cell(tensor, index, value) => Change::Cell(TENSORS[usize::from(tensor)], index, value),
        Move::Paste(tensor, text) => {
            let tensor = TENSORS[usize::from(tensor)];
            let numbers = Numbers::parse(&text, desk.draft().rank_of(tensor)).ok()?;
            Change::Numbers(tensor, numbers)
        }
        Move::Seed(seed) => Change::Seed(seed),
        Move::Order(order) => Change::Order(Order::ALL[order]),
        Move::Flip(flip) => Change::Flip(flip),
        Move::Fix(index) => repair(desk, index)?,
        Move::Class(index) => {
            let classes = args::classes();
            let class = &classes[index % classes.len()];
            Change::Layer(args::with_class(&desk.draft().filled(), class))
        }
        Move::Stage(stage) => Change::Stage(stage),
        Move::Insert(index) => {
            let followers = desk.draft().followers();
            let spec = followers.get(index % followers.len().max(1))?.clone();
            Change::Insert(desk.draft().in_hand() + 1, spec)
        }
        Move::Remove => Change::Remove,
        Move::Shift(on) => Change::Move(on),
        Move::PasteRow(index) => Change::Layers(sequential::parse(ROWS[index]).expect("layers")),
        Move::Drop => return None,
    })
}

proptest! {
    #![proptest_config(cases(400))]

    /// Given any sequence of changes, then the scene can be computed after each, what was tried is kept exactly while it
    /// cannot be, and every fix that is offered does away with the fault.
    #[test]
    fn whatever_is_done_the_scene_holds(scene in rows(), moves in proptest::collection::vec(moves(), 1..24)) {
        let mut desk = Desk {
            scene,
            ..Desk::default()
        };
        for made in &moves {
            let before = desk.clone();
            desk = match change(&before, made) {
                Some(change) => before.with(change),
                None if matches!(made, Move::Drop) => before.dropped(),
                None => continue,
            };
            let plan = desk.scene.plan();
            prop_assert!(plan.is_ok(), "{made:?}");
            let Some(attempt) = &desk.attempt else {
                prop_assert_eq!(desk.draft(), &desk.scene);
                continue;
            };
            prop_assert_eq!(&desk.draft().plans().expect_err("an attempt"), &attempt.wrong);
            prop_assert_eq!(desk.scene.net.specs(), before.scene.net.specs());
            prop_assert_eq!(&desk.scene.net.size, &before.scene.net.size);
            for (label, fix) in story::words::repairs(&attempt.wrong) {
                let fixed = desk.with(fix);
                if let Some(left) = &fixed.attempt {
                    let kind = |wrong: &story::Wrong| (wrong.stage, std::mem::discriminant(&wrong.refusal.fault));
                    prop_assert_ne!(kind(&attempt.wrong), kind(&left.wrong), "{:?} {:?}", attempt, label);
                }
            }
        }
        if desk.scene.plan().is_ok_and(|plan| plan.macs() < 1 << 16 && plan.layer().params() < 1 << 16) {
            prop_assert!(desk.scene.show().is_ok());
        }
    }

    /// Given edits, when an axis, the channels or the kernel grow and shrink again, then every edit is where it was.
    #[test]
    fn edits_stay_through_a_change_of_shape(scene in scenes_of_one(finite())) {
        let (spec, size) = (scene.spec().clone(), scene.net.size.clone());
        let grown = scene
            .with(Change::Layer(args::stepped(&spec, Field::OutChannels, None, true)))
            .with(Change::Layer(args::stepped(&spec, Field::KernelSize, None, true)))
            .with(Change::Size(size.iter().map(|size| size + 2).collect()));
        let value = |scene: &Scene, place| scene.net.input.get(place);
        for (place, kept) in scene.net.input.iter() {
            prop_assert_eq!(value(&grown, place), Some(kept));
        }
        let back = grown.with(Change::Layer(spec)).with(Change::Size(size));
        prop_assert_eq!(back, scene);
    }

    /// Given a film's tensor written as text, when it is pasted, then nothing that is shown changes.
    #[test]
    fn what_is_copied_can_be_pasted(scene in scenes(finite())) {
        let film = common::film(&scene);
        for tensor in [Tensor::Input, Tensor::Weight, Tensor::Bias] {
            let text = story::words::table(&film, tensor);
            if text.is_empty() {
                continue;
            }
            let numbers = Numbers::parse(&text, scene.rank_of(tensor)).expect("numbers");
            let pasted = scene.with(Change::Numbers(tensor, numbers));
            prop_assert_eq!(pasted.spec(), scene.spec(), "{:?} {}", tensor, text);
            // As text, in which a NaN is itself.
            prop_assert_eq!(format!("{:?}", common::film(&pasted)), format!("{:?}", film), "{:?} {}", tensor, text);
        }
    }
}

fn desk(layer: &str, size: &[usize]) -> Desk {
    let spec = LayerSpec::parse(layer).expect("a layer");
    let scene = Scene::default()
        .with(Change::Layer(spec))
        .with(Change::Size(size.to_vec()));
    Desk {
        scene,
        ..Desk::default()
    }
}

fn paste(text: &str, rank: usize) -> Numbers {
    Numbers::parse(text, rank).expect("numbers")
}

#[test]
fn a_change_that_cannot_be_leaves_the_picture_and_keeps_what_was_tried() {
    // Given a layer of four channels in one group, when three groups are asked for
    let before = desk("Conv1d(4, 4, 3)", &[8]);
    let tried = before.with(Change::Layer(args::set(before.scene.spec(), Field::Groups, None, 3)));
    // Then the picture stands, the controls show three, and a fix can be had
    assert_eq!(tried.scene, before.scene);
    assert_eq!(tried.draft().spec().groups, 3);
    assert_eq!(tried.with(repair(&tried, 0).expect("a fix")).attempt, None);
    // When it is dropped instead, then all is as before
    assert_eq!(tried.dropped(), before);
}

#[test]
fn what_no_layer_minds_acts_on_the_picture_while_a_draft_cannot_be() {
    // Given an input of 8 cells, and a draft of it in which the kernel of 30 does not fit
    let before = desk("Conv1d(1, 1, 3)", &[8]);
    let tried = before.with(Change::Layer(args::set(
        before.scene.spec(),
        Field::KernelSize,
        None,
        30,
    )));
    // When a cell is edited and the order changes
    let edited = tried
        .with(Change::Cell(Tensor::Weight, 2, Some(7.5)))
        .with(Change::Order(Order::Shuffle));
    // Then the picture shows both, and the draft is still there and has them too
    let Ok(Showing::Film(film)) = edited.scene.show() else {
        panic!("a film")
    };
    assert_eq!(film.weight[2], 7.5);
    assert_eq!(edited.scene.view.order, Order::Shuffle);
    assert_eq!(edited.draft().spec().kernel_size, [30]);
    assert_eq!(edited.draft().stage().weight.get([0, 0, 0, 0, 2]), Some(7.5));
    assert_eq!(edited.draft().view.order, Order::Shuffle);
}

#[test]
fn a_cell_that_is_not_there_is_left_alone() {
    let before = desk("Conv1d(1, 1, 3)", &[8]);
    assert_eq!(before.with(Change::Cell(Tensor::Input, 8, Some(1.0))), before);
    assert_eq!(before.with(Change::Cell(Tensor::Output, 0, Some(1.0))), before);
}

#[test]
fn pasted_numbers_bring_their_size_and_channels() {
    let before = desk("Conv2d(1, 1, 3)", &[5, 5]);
    // Given an input of two channels of 4 rows, then the layer takes two channels
    let two = "1 2 3\n".repeat(4) + "\n" + &"4 5 6\n".repeat(4);
    let input = before.with(Change::Numbers(Tensor::Input, paste(&two, 2)));
    assert_eq!(
        (input.scene.net.size.clone(), input.scene.spec().in_channels),
        (vec![4, 3], 2)
    );
    // Given three filters of a kernel of 1×2, then there are three output channels
    let weight = before.with(Change::Numbers(Tensor::Weight, paste("1,2__3,4__5,6", 2)));
    assert_eq!(weight.scene.spec().kernel_size, [1, 2]);
    assert_eq!(
        (weight.scene.spec().in_channels, weight.scene.spec().out_channels),
        (1, 3)
    );
    // Given one plane, or one kernel, then the layer keeps its channels
    let three = desk("Conv2d(3, 2, 3)", &[5, 5]);
    for (tensor, text) in [(Tensor::Input, "1 2 3\n".repeat(4)), (Tensor::Weight, "1,2".to_owned())] {
        let pasted = three.with(Change::Numbers(tensor, paste(&text, 2)));
        let spec = pasted.draft().spec().clone();
        assert_eq!((spec.in_channels, spec.out_channels), (3, 2), "{tensor:?}");
    }
    // Given nine numbers in a row for a kernel of 3×3, then they fill it
    let flat = before.with(Change::Numbers(Tensor::Weight, paste("1 2 3 4 5 6 7 8 9", 2)));
    assert_eq!(flat.scene.spec().kernel_size, [3, 3]);
    assert_eq!(flat.scene.stage().weight.get([0, 0, 0, 2, 0]), Some(7.0));
    // Given a column of biases, then there is a bias
    let none = before.with(Change::Layer(
        args::choose(before.scene.spec(), Field::Bias, "False").expect("a word"),
    ));
    let bias = none.with(Change::Numbers(Tensor::Bias, paste("5\n6", 2)));
    assert!(bias.scene.spec().bias);
    assert_eq!(bias.scene.stage().bias.get([0, 0, 0, 0, 1]), Some(6.0));
}

#[test]
fn a_transposed_layer_takes_its_channels_from_the_weights_the_other_way_round() {
    let before = desk("ConvTranspose1d(2, 2, 2, groups=2)", &[4]);
    let weight = before.with(Change::Numbers(Tensor::Weight, paste("1,2_3,4__5,6_7,8", 1)));
    assert_eq!(
        (weight.scene.spec().in_channels, weight.scene.spec().out_channels),
        (2, 4)
    );
}

#[test]
fn more_input_channels_than_groups_allow_are_an_attempt() {
    let before = desk("Conv1d(2, 2, 1, groups=2)", &[4]);
    let odd = before.with(Change::Numbers(Tensor::Input, paste("1,2_3,4_5,6", 1)));
    assert_eq!(odd.scene, before.scene);
    assert_eq!(odd.draft().spec().in_channels, 3);
}

#[test]
fn a_fresh_page_shows_what_its_scene_computes_to() {
    let scene = Scene::default();
    assert_eq!(Showing::opening(), scene.show().expect("a film"));
    assert_eq!(story::OPENING_LINE, scene.spec().to_string());
}

/// A row of layers on the size that it brings, with one of them in hand.
fn row(layers: &str, stage: usize) -> Desk {
    let layers = sequential::parse(layers).expect("layers");
    let scene = Scene::default().with(Change::Layers(layers)).with(Change::Stage(stage));
    assert!(scene.plans().is_ok());
    Desk {
        scene,
        ..Desk::default()
    }
}

fn film(desk: &Desk) -> std::sync::Arc<story::Film> {
    common::film(&desk.scene)
}

#[test]
fn a_layer_in_hand_works_on_what_the_one_before_it_gives() {
    // Given three layers
    let first = row("Sequential(Conv2d(1,2,3,bias=False), ReLU(), MaxPool2d(2))", 0);
    let films: Vec<_> = (0..3).map(|stage| film(&first.with(Change::Stage(stage)))).collect();
    // Then each takes the numbers and the shape of the one before
    for pair in films.windows(2) {
        assert_eq!(pair[0].output, pair[1].input);
        assert_eq!(pair[0].plan.output_shape(), pair[1].plan.input_shape());
    }
    // When a cell of the first layer's kernel is set, then the last film follows; its own input cannot be set
    let set = first
        .with(Change::Cell(Tensor::Weight, 0, Some(100.0)))
        .with(Change::Stage(2));
    assert_ne!(film(&set).input, films[2].input);
    assert_eq!(set.with(Change::Cell(Tensor::Input, 0, Some(5.0))), set);
    assert_eq!(set.with(Change::Cell(Tensor::Weight, 0, Some(5.0))), set);
}

#[test]
fn a_pasted_row_gets_an_input_that_all_its_layers_can_follow() {
    let desk = row(
        "Sequential(Conv2d(3,8,3), ReLU(), MaxPool2d(2), Flatten(), Linear(72, 10))",
        4,
    );
    assert_eq!(desk.scene.net.size, [8, 8]);
    assert_eq!(film(&desk).plan.weight_shape(), [10, 72]);
}

#[test]
fn what_an_early_layer_spoils_is_refused_in_the_later_ones_name() {
    // Given a linear layer that counts on 18 numbers, when the first kernel grows
    let before = row("Sequential(Conv2d(1,2,3), Flatten(), Linear(18, 4))", 0);
    let tried = before.with(Change::Layer(args::set(
        before.scene.spec(),
        Field::KernelSize,
        None,
        4,
    )));
    // Then the picture stands, the linear layer is named, and can be repaired
    assert_eq!(tried.scene, before.scene);
    let attempt = tried.attempt.as_ref().expect("refused");
    assert_eq!(attempt.wrong.stage, 2);
    assert_eq!(
        attempt.wrong.refusal.fault,
        Fault::FeatureMismatch { expected: 18, got: 8 }
    );
    assert_eq!(
        story::words::at_fault(&attempt.scene, &attempt.wrong),
        "Linear, layer 2: in_features"
    );
    assert_eq!(story::words::repairs(&attempt.wrong)[0].0, "Use in_features=8");
    let repaired = tried.with(repair(&tried, 0).expect("a fix"));
    assert_eq!(repaired.attempt, None);
    assert_eq!(
        sequential::line(&repaired.scene.net.specs()),
        "nn.Sequential(nn.Conv2d(1, 2, kernel_size=4), nn.Flatten(), nn.Linear(8, 4))"
    );
}

#[test]
fn a_linear_layer_on_planes_is_offered_a_flatten_before_it() {
    let before = row("Sequential(Conv2d(1,2,3), Flatten(), Linear(?, 4))", 1);
    let tried = before.with(Change::Remove);
    let repaired = tried.with(repair(&tried, 0).expect("a fix"));
    assert_eq!(repaired.scene.net.specs(), before.scene.net.specs());
}

#[test]
fn channels_of_the_next_layer_follow_those_of_the_one_in_hand() {
    let before = row("Sequential(Conv2d(1,2,3), MaxPool2d(2), Conv2d(2,4,1))", 0);
    let more = before.with(Change::Layer(args::stepped(
        before.scene.spec(),
        Field::OutChannels,
        None,
        true,
    )));
    assert_eq!(more.attempt, None);
    assert_eq!(more.scene.net.specs()[2].in_channels, 3);
}

#[test]
fn layers_are_added_moved_and_removed() {
    let lines = |desk: &Desk| sequential::line(&desk.scene.net.specs());
    let one = row("Conv2d(1,2,3)", 0).with(Change::Size(vec![8, 8]));
    // What can follow is what fits
    let followers = one.scene.followers();
    assert_eq!(followers.len(), 7, "all but a linear layer");
    let pool = followers.iter().find(|spec| spec.op == Op::MaxPool).expect("a pool");
    let two = one.with(Change::Insert(1, pool.clone()));
    assert_eq!(
        lines(&two),
        "nn.Sequential(nn.Conv2d(1, 2, kernel_size=3), nn.MaxPool2d(kernel_size=2))"
    );
    assert_eq!(two.scene.in_hand(), 1);
    let moved = two.with(Change::Move(false));
    assert_eq!(
        lines(&moved),
        "nn.Sequential(nn.MaxPool2d(kernel_size=2), nn.Conv2d(1, 2, kernel_size=3))"
    );
    assert_eq!(moved.scene.in_hand(), 0);
    let left = two.with(Change::Remove);
    assert_eq!((lines(&left), left.scene.view.stage), (lines(&one), 0));
    assert_eq!(left.with(Change::Remove), left);
}

#[test]
fn layers_that_did_not_fit_before_a_change_do_not_follow_it() {
    // Given a second layer that takes two channels, or other ones than there are
    for (ins, follows) in [(2, 4), (5, 5)] {
        let layers = format!("Sequential(Conv1d(1,2,3),Conv1d({ins},1,3))");
        let layers = conv::sequential::parse(&layers).expect("layers");
        let scene = Scene::default()
            .with(Change::Layers(layers))
            .with(Change::Size(vec![9]));
        // When the first gives four
        let wide = LayerSpec::parse("Conv1d(1,4,3)").expect("a layer");
        let specs = scene.with(Change::Stage(0)).with(Change::Layer(wide)).net.specs();
        // Then the second takes them only if it took all before
        assert_eq!(specs[1].in_channels, follows, "{ins}");
    }
}

//! The questions of lessons: what is right, which mistakes are named, and the way to it.
use story::lesson::{Answer, Ask, Form, Misconception as M, Question, Step, question};

mod asking;

use asking::step;

fn asked(link: &'static str, ask: Ask) -> Question {
    question(&step(link, ask), 0).unwrap_or_else(|| panic!("no question of {link}"))
}

/// Holds what is right, and what each of the wrong answers is taken for.
#[track_caller]
fn holds(link: &'static str, ask: Ask, right: &Answer, wrong: &[(Answer, M)]) {
    let question = asked(link, ask);
    assert_eq!(question.right, *right, "{link}");
    assert!(question.check(right).right, "{link}");
    for (answer, misconception) in wrong {
        let verdict = question.check(answer);
        assert!(!verdict.right, "{link}: {answer:?}");
        assert_eq!(verdict.misconception, Some(*misconception), "{link}: {answer:?}");
    }
}

fn numbers(link: &'static str, ask: Ask, right: f32, wrong: &[(f32, M)]) {
    let wrong: Vec<_> = wrong
        .iter()
        .map(|&(value, misconception)| (Answer::Number(value), misconception))
        .collect();
    holds(link, ask, &Answer::Number(right), &wrong);
}

fn shapes(link: &'static str, right: &[usize], wrong: &[(&[usize], M)]) {
    let wrong: Vec<_> = wrong
        .iter()
        .map(|(shape, misconception)| (Answer::Shape(shape.to_vec()), *misconception))
        .collect();
    holds(link, Ask::Shape, &Answer::Shape(right.to_vec()), &wrong);
}

fn cells(link: &'static str, right: &[usize], wrong: &[(&[usize], M)]) {
    let wrong: Vec<_> = wrong
        .iter()
        .map(|(cells, misconception)| (Answer::Cells(cells.to_vec()), *misconception))
        .collect();
    holds(link, Ask::Window, &Answer::Cells(right.to_vec()), &wrong);
}

#[test]
fn a_value_is_that_of_the_next_step_and_its_mistakes_are_named() {
    let plain = "layer=Conv1d(1,1,3)&input=1,2,3,4,5,6&weight=2,1,3&bias=10&step=1";
    let mistakes = [
        (29.0, M::StepBehind),
        (25.0, M::ForgotBias),
        (33.0, M::Flipped),
        (28.0, M::Added),
        (12.0, M::ForgotWeights),
    ];
    numbers(plain, Ask::Value, 35.0, &mistakes);
    let flipped = "layer=Conv1d(1,1,3,bias=False)&input=1,2,3,4,5,6&weight=2,1,3&flip=1";
    numbers(flipped, Ask::Value, 17.0, &[(19.0, M::NotFlipped)]);
    let dilated = "layer=Conv1d(1,1,3,dilation=2,stride=2,padding=1,bias=False)&input=1,2,3,4,5,6,7,8&weight=1,10,100";
    let mistakes = [
        (432.0, M::ForgotDilation),
        (531.0, M::ForgotStride),
        (753.0, M::ForgotPadding),
    ];
    numbers(dilated, Ask::Value, 642.0, &mistakes);
    let channels = "layer=Conv1d(2,2,1,bias=False)&input=1,2_3,5&weight=2_7__1_1";
    numbers(
        channels,
        Ask::Value,
        39.0,
        &[
            (4.0, M::FirstChannelOnly),
            (14.0, M::OneKernelForAllChannels),
            (7.0, M::OtherFilter),
        ],
    );
}

#[test]
fn a_stamp_adds_to_what_stands_there() {
    let scatter = "layer=ConvTranspose1d(1,1,3,stride=2,bias=False)&order=scatter&input=1,2,3&weight=4,5,6";
    let mistakes = [
        (8.0, M::IgnoredOverlap),
        (6.0, M::StepBehind),
        (48.0, M::StampMultiplied),
    ];
    numbers(scatter, Ask::Value, 14.0, &mistakes);
    assert!(asked(scatter, Ask::Value).prompt().contains("output[2]"));
    let gather = "layer=ConvTranspose1d(1,1,3,padding=1,bias=False)&input=1,2,3,4&weight=5,6,9";
    numbers(gather, Ask::Value, 36.0, &[(44.0, M::NotFlipped)]);
}

#[test]
fn pools_and_relu_have_mistakes_of_their_own() {
    let mistakes = [(5.5, M::MeanForMax), (11.0, M::SumForMax), (2.0, M::StepBehind)];
    numbers("layer=MaxPool1d(2)&input=1,2,3,8,5,7,9,1", Ask::Value, 8.0, &mistakes);
    numbers(
        "layer=AvgPool1d(2)&input=1,2,3,8,5,7",
        Ask::Value,
        5.5,
        &[(11.0, M::SumForMean), (8.0, M::MaxForMean)],
    );
    numbers(
        "layer=AvgPool1d(2,padding=1)&input=1,2,3,8&step=1",
        Ask::Value,
        4.0,
        &[(8.0, M::SumForMean)],
    );
    numbers(
        "layer=ReLU()&shape=1_3&input=1,-2,3",
        Ask::Value,
        0.0,
        &[(-2.0, M::NegativeStays), (2.0, M::SignDropped)],
    );
}

#[test]
fn a_value_with_many_places_may_be_rounded_to_two() {
    let question = asked("layer=AvgPool1d(3)&input=1,1,1,2,2,1&step=0", Ask::Value);
    for (given, right) in [
        (1.666_666_6, true),
        (1.67, true),
        (1.666_7, true),
        (1.6, false),
        (1.7, false),
        (2.0, false),
    ] {
        assert_eq!(question.check(&Answer::Number(given)).right, right, "{given}");
    }
    let whole = asked("layer=Conv1d(1,1,1,bias=False)&input=1,2&weight=3", Ask::Value);
    assert!(!whole.check(&Answer::Number(6.001)).right);
}

#[test]
fn a_shape_is_the_plans_and_its_mistakes_are_named() {
    let strided = "layer=Conv1d(3,4,3,stride=3,padding=2,dilation=2)&shape=12";
    shapes(
        strided,
        &[4, 4],
        &[
            (&[4, 5], M::ForgotFloor),
            (&[4, 6], M::WindowsHangOver),
            (&[4, 12], M::KeptSize),
            (&[3, 4], M::InChannelsOut),
            (&[12, 4], M::ChannelsMixed),
            (&[4, 3], M::ForgotPadding),
        ],
    );
    shapes(
        "layer=Conv1d(1,1,5,padding=2)&shape=9",
        &[1, 9],
        &[(&[1, 7], M::PaddedOneSide), (&[1, 5], M::ForgotPadding)],
    );
    let dilated = "layer=Conv1d(1,1,3,dilation=2)&shape=9";
    shapes(
        dilated,
        &[1, 5],
        &[(&[1, 4], M::DilationTimesKernel), (&[1, 7], M::ForgotDilation)],
    );
    shapes(
        "layer=Conv1d(1,1,3,stride=2)&shape=9",
        &[1, 4],
        &[(&[1, 7], M::ForgotStride), (&[1, 3], M::ForgotOne)],
    );
    shapes(
        "layer=Conv2d(1,1,3)&shape=5x7",
        &[1, 3, 5],
        &[(&[1, 5, 3], M::SwappedAxes), (&[1, 5, 7], M::KeptSize)],
    );
    let transposed = "layer=ConvTranspose1d(1,1,3,stride=2,padding=1,output_padding=1)&shape=5";
    let mistakes: [(&[usize], M); 4] = [
        (&[1, 3], M::AsConv),
        (&[1, 9], M::ForgotOutputPadding),
        (&[1, 14], M::PaddingAdded),
        (&[1, 15], M::IgnoredOverlap),
    ];
    shapes(transposed, &[1, 10], &mistakes);
    shapes(
        "layer=ConvTranspose1d(1,1,3,stride=2)&shape=5",
        &[1, 11],
        &[(&[1, 10], M::TimesStride)],
    );
    shapes(
        "layer=Flatten()&shape=2_3x4",
        &[24],
        &[(&[12], M::ForgotChannels), (&[9], M::Added)],
    );
}

#[test]
fn a_window_is_cells_of_the_input_alone() {
    cells(
        "layer=Conv1d(1,1,3,stride=2,dilation=2,padding=1)&shape=9",
        &[1, 3, 5],
        &[
            (&[1, 3], M::StepBehind),
            (&[1, 2, 3], M::ForgotDilation),
            (&[1, 2, 3, 4, 5], M::FilledHoles),
            (&[0, 2, 4], M::ForgotStride),
            (&[2, 4, 6], M::ForgotPadding),
        ],
    );
    let grouped = "layer=Conv1d(4,2,1,groups=2)&shape=3&step=1";
    cells(
        grouped,
        &[2, 5],
        &[(&[2], M::FirstChannelOnly), (&[2, 5, 8, 11], M::OtherGroups)],
    );
    // A copy in the padding may be marked or not.
    let reflected = asked(
        "layer=Conv1d(1,1,5,padding=2,padding_mode='replicate')&shape=6&step=4",
        Ask::Window,
    );
    for given in [vec![3, 4, 5], vec![5, 3, 4, 4]] {
        assert!(reflected.check(&Answer::Cells(given)).right);
    }
}

#[test]
fn what_a_cell_feeds_is_counted_in_one_channel() {
    let plain = "layer=Conv1d(1,3,3)&shape=7";
    numbers(
        plain,
        Ask::Feeds(&[0, 3]),
        3.0,
        &[(1.0, M::OneReader), (9.0, M::AllChannels)],
    );
    numbers(plain, Ask::Feeds(&[0, 1]), 2.0, &[(3.0, M::ForgotEdge)]);
    let strided = "layer=Conv2d(1,1,3,stride=2,padding=1)&shape=7x7";
    numbers(
        strided,
        Ask::Feeds(&[0, 1, 1]),
        4.0,
        &[(9.0, M::ForgotStride), (1.0, M::OneReader)],
    );
    let transposed = "layer=ConvTranspose1d(1,1,3,stride=2,padding=1)&shape=4";
    numbers(
        transposed,
        Ask::Feeds(&[0, 0]),
        2.0,
        &[(3.0, M::ForgotEdge), (1.0, M::OneReader)],
    );
    assert_eq!(question(&step(plain, Ask::Feeds(&[0, 7])), 0), None);
}

#[test]
fn parameters_have_their_mistakes() {
    let grouped = "layer=Conv2d(8,16,3,groups=4)&shape=5x5";
    let mistakes = [
        (288.0, M::ForgotBias),
        (289.0, M::OneBias),
        (1168.0, M::ForgotGroups),
        (1216.0, M::TimesGroups),
        (160.0, M::OneKernelForAllChannels),
        (19.0, M::OneFilter),
        (34.0, M::OneFilter),
        (112.0, M::OneSide),
        (49.0, M::Added),
        (2592.0, M::ParamsAsMacs),
    ];
    numbers(grouped, Ask::Params, 304.0, &mistakes);
    numbers(
        "layer=Conv1d(2,4,3,bias=False)",
        Ask::Params,
        24.0,
        &[(28.0, M::NoBias)],
    );
    numbers(
        "layer=Conv1d(1,1,3,dilation=2,bias=False)",
        Ask::Params,
        3.0,
        &[(5.0, M::FilledHoles)],
    );
    numbers(
        "layer=MaxPool2d(3)&shape=2_6x6",
        Ask::Params,
        0.0,
        &[(9.0, M::NoWeights), (18.0, M::NoWeights)],
    );
}

#[test]
fn multiplications_have_their_mistakes() {
    let plain = "layer=Conv2d(2,4,3)&shape=5x5";
    let mistakes = [
        (76.0, M::MacsAsParams),
        (72.0, M::MacsAsParams),
        (162.0, M::OneOutputChannel),
        (324.0, M::OneKernelForAllChannels),
        (1800.0, M::OtherPositions),
        (684.0, M::BiasMultiplied),
        (1296.0, M::AddsToo),
    ];
    numbers(plain, Ask::Macs, 648.0, &mistakes);
    numbers(
        "layer=Conv1d(4,2,1,groups=2)&shape=3",
        Ask::Macs,
        12.0,
        &[(24.0, M::ForgotGroups)],
    );
    numbers(
        "layer=ConvTranspose1d(1,1,3,stride=2,bias=False)&shape=4",
        Ask::Macs,
        12.0,
        &[(27.0, M::OtherPositions)],
    );
}

#[test]
fn receptive_fields_have_their_mistakes() {
    let stack = "layer=Sequential(Conv1d(1,1,3,stride=2),Conv1d(1,1,3,dilation=2),Conv1d(1,1,3))&shape=24&stage=2";
    let mistakes = [
        (9.0, M::FieldWithoutStride),
        (11.0, M::ForgotDilation),
        (14.0, M::FieldWithoutOne),
        (3.0, M::LastLayerOnly),
        (27.0, M::ProductOfKernels),
        (17.0, M::OwnStride),
    ];
    numbers(stack, Ask::ReceptiveField, 15.0, &mistakes);
    let two = "layer=Sequential(Conv1d(1,1,3),Conv1d(1,1,3))&shape=9&stage=1";
    numbers(
        two,
        Ask::ReceptiveField,
        5.0,
        &[(6.0, M::SumOfKernels), (9.0, M::ProductOfKernels)],
    );
    let dilated = "layer=Sequential(Conv1d(1,1,3),Conv1d(1,1,3,dilation=3))&shape=12&stage=1";
    numbers(dilated, Ask::ReceptiveField, 9.0, &[(10.0, M::SumOfKernels)]);
}

#[test]
fn a_layer_is_told_by_the_argument_that_differs() {
    let link = "layer=Conv2d(1,1,3,stride=2)&shape=7x7";
    let question = asked(link, Ask::Layer(&["Conv2d(1,1,3)", "MaxPool2d(3)"]));
    let Form::Choice(lines) = &question.form else {
        panic!("{:?}", question.form);
    };
    assert_eq!(lines.len(), 3);
    assert_eq!(question.answer_text(), "nn.Conv2d(1, 1, kernel_size=3, stride=2)");
    for (at, line) in lines.iter().enumerate() {
        let verdict = question.check(&Answer::Choice(at));
        assert_eq!(verdict.right, line.contains("stride"));
        let says = verdict.misconception.map(M::says);
        if !verdict.right {
            let says = says.expect("a mistake");
            assert_eq!(says.contains("stride"), line.contains("Conv"), "{says}");
        }
    }
    let claim = asked(link, Ask::Claim(false));
    assert!(claim.check(&Answer::Choice(1)).right && !claim.check(&Answer::Choice(0)).right);
}

#[test]
fn a_hint_is_the_way_with_the_numbers_of_the_scene_but_not_its_end() {
    for (link, ask, hint) in [
        (
            "layer=Conv1d(1,1,3)&input=1,2,3,4,5,6&weight=2,1,3&bias=10&step=1",
            Ask::Value,
            "output[2] = 3×2 + 4×1 + 5×3 + 10 = ?",
        ),
        (
            "layer=ConvTranspose1d(1,1,3,stride=2,bias=False)&input=1,2,3&weight=4,5,6&order=scatter&step=1",
            Ask::Value,
            "12 stands there so far; the stamp adds 3×4.",
        ),
        (
            "layer=MaxPool1d(2)&input=1,5,3,4,2,6&step=1",
            Ask::Value,
            "Take the largest of 2, 6.",
        ),
        (
            "layer=AvgPool1d(2)&input=1,5,3,4,2,6&step=1",
            Ask::Value,
            "Add 2, 6, then divide by 2.",
        ),
        (
            "layer=Conv2d(1,1,(3,2),stride=2,padding=1,dilation=(1,2))&shape=7x8",
            Ask::Shape,
            "First the channels: as many as the layer has filters. Then height: ⌊(7 + 2·1 − 1·(3 − 1) − 1) ÷ 2⌋ + 1; width: ⌊(8 + 2·1 − 2·(2 − 1) − 1) ÷ 2⌋ + 1.",
        ),
        (
            "layer=ConvTranspose1d(1,1,3,stride=2,padding=1,output_padding=1)&shape=4",
            Ask::Shape,
            "First the channels: as many as the layer has filters. Then (4 − 1)·2 − 2·1 + 1·(3 − 1) + 1 + 1.",
        ),
        (
            "layer=MaxPool2d(2)&shape=6x6",
            Ask::Shape,
            "First the channels, which stay as they are. Then height: ⌊(6 + 2·0 − 1·(2 − 1) − 1) ÷ 2⌋ + 1; width: ⌊(6 + 2·0 − 1·(2 − 1) − 1) ÷ 2⌋ + 1.",
        ),
        ("layer=ReLU()&shape=2_3x3", Ask::Shape, "Each cell gives one cell."),
        (
            "layer=Flatten()&shape=2_3x3",
            Ask::Shape,
            "All cells of all channels come to stand in one row: multiply the sizes.",
        ),
        (
            "layer=Linear(4,2)",
            Ask::Shape,
            "As many numbers come out as out_features says.",
        ),
        (
            "layer=Conv1d(1,1,2,dilation=2)&shape=6&step=1",
            Ask::Window,
            "output[2]: from cell 2·1 − 0 on, 2 cells, 2 apart.",
        ),
        (
            "layer=Conv1d(2,4,3,groups=2)&shape=6",
            Ask::Params,
            "A weight for each output channel, each input channel of its group and each cell of the kernel, and a bias for each output channel: 4 × (2 ÷ 2) × 3 + 4.",
        ),
        (
            "layer=Conv1d(2,4,3,bias=False)&shape=6",
            Ask::Params,
            "A weight for each output channel, each input channel of its group and each cell of the kernel; there is no bias: 4 × 2 × 3.",
        ),
        (
            "layer=MaxPool1d(2)&shape=6",
            Ask::Params,
            "Does this layer have numbers that it learns?",
        ),
        (
            "layer=Linear(4,2)",
            Ask::Params,
            "A weight for each output channel, each input channel of its group and each cell of the kernel, and a bias for each output channel: 2 × 4 + 2.",
        ),
        (
            "layer=Conv2d(2,4,3,groups=2)&shape=5x6",
            Ask::Macs,
            "Each of the 4 × (2 ÷ 2) × 3 × 3 weights is used once at each of the 3 × 4 output positions.",
        ),
        (
            "layer=ConvTranspose1d(2,4,3)&shape=5",
            Ask::Macs,
            "Each of the 4 × 2 × 3 weights is used once for each of the 5 input positions.",
        ),
        (
            "layer=Conv1d(1,1,3)&shape=9",
            Ask::Feeds(&[0, 4]),
            "Let a window of 3 cells (dilation 1) move on by 1 at a time, from the edge of the padded input. At how many of its places does one of its cells lie on input[4]?",
        ),
    ] {
        assert_eq!(asked(link, ask).hint(), hint, "{link}");
    }
}

#[test]
fn what_cannot_be_asked_is_not() {
    for (link, ask) in [
        ("layer=Conv1d(1,1,3)&shape=3", Ask::Value),
        ("layer=Conv1d(1,1,3)&shape=5&step=2", Ask::Window),
        ("layer=Conv1d(1,1,3)&order=all", Ask::Value),
        ("layer=ConvTranspose1d(1,1,3)&order=scatter", Ask::Window),
        ("layer=ConvTranspose1d(1,1,3)", Ask::ReceptiveField),
        ("layer=Conv1d(1,1,3)&strange=1", Ask::Shape),
        ("layer=Conv1d(1,1,3)", Ask::Layer(&["no layer"])),
    ] {
        assert_eq!(question(&step(link, ask), 0), None, "{link}");
        assert_eq!(question(&step(link, ask), 3), None, "{link}");
    }
    let looks = Step {
        ask: None,
        ..step("layer=Conv1d(1,1,3)", Ask::Shape)
    };
    assert_eq!(question(&looks, 0), None);
}

//! What is offered for layers that are refused.
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

use crate::rules::{fixes, refusal};

/// Layers that are refused, each on an input, and the ways out that are offered.
const WAYS_OUT: &[(&str, &[usize], &[&str])] = &[
    (
        "nn.Conv2d(12, 18, 3, groups=5)",
        &[12, 9, 9],
        &[
            "nn.Conv2d(12, 18, kernel_size=3, groups=6)",
            "nn.Conv2d(12, 18, kernel_size=3, groups=3)",
            "nn.Conv2d(12, 18, kernel_size=3, groups=2)",
            "nn.Conv2d(15, 18, kernel_size=3, groups=5)",
        ],
    ),
    (
        "nn.Conv2d(12, 18, 3, groups=0)",
        &[12, 9, 9],
        &[
            "nn.Conv2d(12, 18, kernel_size=3)",
            "nn.Conv2d(12, 18, kernel_size=3, groups=2)",
            "nn.Conv2d(12, 18, kernel_size=3, groups=3)",
            "nn.Conv2d(12, 18, kernel_size=3, groups=6)",
        ],
    ),
    (
        "nn.Conv2d(8, 6, 3, groups=4)",
        &[8, 9, 9],
        &[
            "nn.Conv2d(8, 6, kernel_size=3, groups=2)",
            "nn.Conv2d(8, 6, kernel_size=3)",
            "nn.Conv2d(8, 8, kernel_size=3, groups=4)",
        ],
    ),
    ("nn.Conv1d(0, 3, 3)", &[1, 9], &["nn.Conv1d(1, 3, kernel_size=3)"]),
    (
        "nn.Conv1d(1, 1, 3, stride=0)",
        &[1, 9],
        &["nn.Conv1d(1, 1, kernel_size=3)"],
    ),
    (
        "nn.Conv1d(1, 1, 3, dilation=0)",
        &[1, 9],
        &["nn.Conv1d(1, 1, kernel_size=3)"],
    ),
    ("nn.Conv1d(1, 1, 0)", &[1, 9], &["nn.Conv1d(1, 1, kernel_size=1)"]),
    (
        "nn.Conv1d(1, 1, 3, padding=-1)",
        &[1, 9],
        &["nn.Conv1d(1, 1, kernel_size=3)"],
    ),
    (
        "nn.Conv1d(1, 1, 3, stride=2, padding='same')",
        &[1, 9],
        &[
            "nn.Conv1d(1, 1, kernel_size=3, padding='same')",
            "nn.Conv1d(1, 1, kernel_size=3, stride=2, padding=1)",
        ],
    ),
    (
        "nn.Conv2d(1, 1, (7, 3), dilation=(1, 2))",
        &[1, 5, 4],
        &[
            "nn.Conv2d(1, 1, kernel_size=(5, 2), dilation=(1, 2))",
            "nn.Conv2d(1, 1, kernel_size=(7, 3), padding=1, dilation=(1, 2))",
            "[1, 7, 5]",
        ],
    ),
    (
        "nn.Conv1d(1, 1, 3, padding=6, padding_mode='reflect')",
        &[1, 5],
        &[
            "nn.Conv1d(1, 1, kernel_size=3, padding=4, padding_mode='reflect')",
            "[1, 7]",
            "nn.Conv1d(1, 1, kernel_size=3, padding=6, padding_mode='replicate')",
        ],
    ),
    (
        "nn.Conv1d(1, 1, 3, padding=6, padding_mode='circular')",
        &[1, 5],
        &[
            "nn.Conv1d(1, 1, kernel_size=3, padding=5, padding_mode='circular')",
            "[1, 6]",
            "nn.Conv1d(1, 1, kernel_size=3, padding=6, padding_mode='replicate')",
        ],
    ),
    (
        "nn.Conv2d(1, 1, 1, padding=(-2, -3), padding_mode='replicate')",
        &[1, 4, 5],
        &[
            "nn.Conv2d(1, 1, kernel_size=1, padding=(-1, -2), padding_mode='replicate')",
            "[1, 5, 7]",
        ],
    ),
    ("nn.ZeroPad1d((-3, -1))", &[1, 3], &["nn.ZeroPad1d(-1)", "[1, 5]"]),
    (
        "nn.ReflectionPad2d((4, 1, 2, 5))",
        &[1, 4, 4],
        &[
            "nn.ReflectionPad2d((3, 1, 2, 3))",
            "[1, 6, 5]",
            "nn.ReplicationPad2d((4, 1, 2, 5))",
        ],
    ),
    (
        "nn.MaxPool2d(2, padding=2)",
        &[1, 8, 8],
        &[
            "nn.MaxPool2d(kernel_size=2, padding=1)",
            "nn.MaxPool2d(kernel_size=4, padding=2)",
        ],
    ),
    (
        "nn.ReflectionPad1d((1, 5))",
        &[1, 3],
        &["nn.ReflectionPad1d((1, 2))", "[1, 6]", "nn.ReplicationPad1d((1, 5))"],
    ),
    ("nn.MaxPool1d(9)", &[2, 5], &["nn.MaxPool1d(kernel_size=5)", "[2, 9]"]),
    (
        "nn.AvgPool1d(3, padding=2)",
        &[2, 5],
        &[
            "nn.AvgPool1d(kernel_size=3, padding=1)",
            "nn.AvgPool1d(kernel_size=4, padding=2)",
        ],
    ),
    (
        "nn.ConvTranspose1d(1, 1, 3, stride=2, output_padding=2)",
        &[1, 4],
        &[
            "nn.ConvTranspose1d(1, 1, kernel_size=3, stride=2, output_padding=1)",
            "nn.ConvTranspose1d(1, 1, kernel_size=3, stride=3, output_padding=2)",
        ],
    ),
    (
        "nn.ConvTranspose1d(1, 1, 3, stride=2, dilation=3, output_padding=-1)",
        &[1, 4],
        &["nn.ConvTranspose1d(1, 1, kernel_size=3, stride=2, dilation=3)"],
    ),
    (
        "nn.ConvTranspose1d(1, 1, 2, stride=2, padding=5)",
        &[1, 4],
        &["nn.ConvTranspose1d(1, 1, kernel_size=2, stride=2, padding=3)", "[1, 6]"],
    ),
    (
        "nn.ConvTranspose2d(1, 1, 3, padding_mode='reflect')",
        &[1, 4, 4],
        &["nn.ConvTranspose2d(1, 1, kernel_size=3)"],
    ),
    (
        "nn.ConvTranspose1d(1, 1, 3, padding='same')",
        &[1, 4],
        &["nn.ConvTranspose1d(1, 1, kernel_size=3)"],
    ),
    (
        "nn.Conv2d(3, 8, 3)",
        &[4, 8, 8],
        &["[3, 8, 8]", "nn.Conv2d(4, 8, kernel_size=3)"],
    ),
    ("nn.Linear(10, 4)", &[12], &["nn.Linear(12, 4)"]),
    ("nn.Linear(10, 4)", &[2, 5], &[]),
    ("nn.Conv2d(1, 1, 3)", &[1, 5], &["[1, 5, 5]"]),
];

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_what_is_refused_when_asked_then_the_nearest_ways_out_are_offered() {
    for (code, shape, offered) in WAYS_OUT {
        assert_eq!(fixes(&refusal(code, shape)), *offered, "{code} on {shape:?}");
    }
}

use crate::lesson::{Ask, Lesson, Step};

pub const TRANSPOSED: Lesson = Lesson {
    name: "transposed",
    minutes: 12,
    steps: &[
        Step {
            name: "why",
            link: "layer=Conv1d(1,1,3,stride=2,bias=False)&input=1,2,3,4,5,6,7&weight=1,2,3&step=2",
            ask: None,
        },
        Step {
            name: "stamp",
            link: "layer=ConvTranspose1d(1,1,3,stride=2,bias=False)&input=2,1,3&weight=1,2,3&order=scatter",
            ask: Some(Ask::Feeds(&[0, 1])),
        },
        Step {
            name: "gather",
            link: "layer=ConvTranspose1d(1,1,3,stride=2,bias=False)&input=2,1,3&weight=1,2,3&step=1",
            ask: Some(Ask::Value),
        },
        Step {
            name: "both",
            link: "layer=ConvTranspose1d(1,1,3,stride=2,bias=False)&input=2,1,3&weight=1,2,3&step=2&\
                   picture=transposed",
            ask: None,
        },
        Step {
            name: "size",
            link: "layer=ConvTranspose1d(1,1,4,stride=3,bias=False)&shape=4",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "crop",
            link: "layer=ConvTranspose1d(1,1,3,stride=2,padding=1,bias=False)&input=2,1,3&weight=1,2,3",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "output-padding",
            link: "layer=ConvTranspose1d(1,1,3,stride=2,padding=1,output_padding=1,bias=False)&input=2,1,3&\
                   weight=1,2,3&step=4",
            ask: Some(Ask::Value),
        },
        Step {
            name: "beyond",
            link: "layer=ConvTranspose1d(1,1,2,stride=2,output_padding=1)&input=2,1,3&weight=1,2&bias=7&\
                   step=5",
            ask: Some(Ask::Value),
        },
        Step {
            name: "checkerboard",
            link: "layer=ConvTranspose2d(1,1,3,stride=2,bias=False)&input=1,1,1;1,1,1;1,1,1&\
                   weight=1,1,1;1,1,1;1,1,1&order=all",
            ask: Some(Ask::Layer(&[
                "ConvTranspose2d(1,1,2,stride=2,bias=False)",
                "ConvTranspose2d(1,1,4,stride=2,bias=False)",
                "ConvTranspose2d(1,1,3,stride=3,bias=False)",
            ])),
        },
        Step {
            name: "even",
            link: "layer=ConvTranspose2d(1,1,4,stride=2,padding=1,bias=False)&input=1,1,1;1,1,1;1,1,1&\
                   weight=1,1,1,1;1,1,1,1;1,1,1,1;1,1,1,1&step=12",
            ask: Some(Ask::Value),
        },
        Step {
            name: "inverse",
            link: "layer=Sequential(Conv1d(1,1,3,stride=2,bias=False),ConvTranspose1d(1,1,3,stride=2,\
                   bias=False))&input=1,2,3,4,5,6,7&weight=1,2,3&weight.1=1,2,3&stage=1",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "transpose",
            link: "layer=ConvTranspose1d(1,1,3,stride=2,bias=False)&input=2,1,3&weight=1,2,3&step=2&\
                   picture=matrix",
            ask: Some(Ask::Claim(true)),
        },
    ],
};

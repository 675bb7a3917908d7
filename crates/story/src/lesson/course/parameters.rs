use crate::lesson::{Ask, Lesson, Step};

pub const PARAMETERS: Lesson = Lesson {
    name: "parameters",
    minutes: 7,
    steps: &[
        Step {
            name: "line",
            link: "layer=Conv2d(3,4,3,stride=2,padding=1)&shape=7x7",
            ask: None,
        },
        Step {
            name: "params",
            link: "layer=Conv2d(3,16,(3,5),padding=(1,2))&shape=8x8",
            ask: Some(Ask::Params),
        },
        Step {
            name: "macs",
            link: "layer=Conv2d(4,6,3,stride=2,groups=2,bias=False)&shape=7x7",
            ask: Some(Ask::Macs),
        },
        Step {
            name: "shape",
            link: "layer=Conv2d(1,2,(3,5),stride=(2,1),padding=(0,2),dilation=(2,1))&shape=9x6",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "channels",
            link: "layer=Conv2d(3,16,3)&shape=32x32",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "flatten",
            link: "layer=Sequential(Conv2d(1,4,3),ReLU(),MaxPool2d(2),Flatten(),Linear(64,10))&shape=10x10&\
                   stage=3",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "which",
            link: "layer=Conv2d(1,1,3,stride=2,padding=1,bias=False)&\
                   input=1,0,2,1,3,1;2,1,0,4,1,0;0,3,5,1,2,2;1,2,1,0,1,3;4,0,1,2,0,1;1,1,2,0,3,2&\
                   weight=0,1,0;1,1,1;0,1,0",
            ask: Some(Ask::Layer(&[
                "Conv2d(1,1,3,stride=2,bias=False)",
                "Conv2d(1,1,3,padding=1,bias=False)",
                "Conv2d(1,1,3,stride=2,padding=2,bias=False)",
            ])),
        },
    ],
};

use crate::lesson::{Ask, Lesson, Step};

pub const MATRIX: Lesson = Lesson {
    name: "matrix",
    minutes: 6,
    steps: &[
        Step {
            name: "look",
            link: "layer=Conv1d(1,1,3,bias=False)&input=1,2,3,4,5,6&weight=2,1,3&step=1&picture=matrix",
            ask: None,
        },
        Step {
            name: "filled",
            link: "layer=Conv1d(1,1,3,bias=False)&input=1,2,3,4,5,6,7,8&weight=2,1,3",
            ask: Some(Ask::Macs),
        },
        Step {
            name: "shared",
            link: "layer=Conv1d(1,1,4,bias=False)&input=1,2,3,4,5,6,7,8&weight=2,1,3,1",
            ask: Some(Ask::Params),
        },
        Step {
            name: "which",
            link: "layer=Conv1d(1,1,3,stride=2,bias=False)&input=1,2,3,4,5,6,7&weight=2,1,3&picture=matrix",
            ask: Some(Ask::Layer(&[
                "Conv1d(1,1,3,bias=False)",
                "Conv1d(1,1,3,dilation=2,bias=False)",
                "Conv1d(1,1,3,stride=3,bias=False)",
            ])),
        },
        Step {
            name: "groups",
            link: "layer=Conv1d(2,2,2,groups=2,bias=False)&input=1,2,3,4_5,6,7,8&weight=1,2__3,4",
            ask: Some(Ask::Claim(true)),
        },
        Step {
            name: "plane",
            link: "layer=Conv2d(1,1,3,bias=False)&input=1,0,2,1,3;2,1,0,4,1;0,3,5,1,2;1,2,1,0,1;4,0,1,2,0&\
                   weight=1,0,-1;2,0,-2;1,0,-1&step=4",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "im2col",
            link: "layer=Conv2d(1,1,3,bias=False)&input=1,0,2,1,3;2,1,0,4,1;0,3,5,1,2;1,2,1,0,1;4,0,1,2,0&\
                   weight=1,0,-1;2,0,-2;1,0,-1&step=4",
            ask: Some(Ask::Claim(true)),
        },
    ],
};

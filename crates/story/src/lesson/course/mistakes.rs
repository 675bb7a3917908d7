use crate::lesson::{Ask, Lesson, Step};

pub const MISTAKES: Lesson = Lesson {
    name: "mistakes",
    minutes: 6,
    steps: &[
        Step {
            name: "product",
            link: "layer=Conv1d(1,1,2,bias=False)&input=1,2,3,4,5,6&weight=2,2",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "set-weight",
            link: "layer=Conv1d(1,1,1,bias=False)&input=1,2,3,4,5,6&weight=2",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "one-kernel",
            link: "layer=Conv1d(2,1,2,bias=False)&input=1,2,3,4_10,20,30,40&weight=1,2_3,1",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "added",
            link: "layer=Conv2d(1,1,3,bias=False)&input=1,0,2,1,3;2,1,0,4,1;0,3,5,1,2;1,2,1,0,1;4,0,1,2,0&\
                   weight=1,0,-1;2,0,-2;1,0,-1&step=4",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "costs",
            link: "layer=Conv2d(1,1,3,padding=1,bias=False)&shape=8x8",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "eighth",
            link: "layer=Conv2d(256,32,3,padding=1,groups=8)&shape=12x12",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "common",
            link: "layer=Conv2d(4,6,3,groups=2)&shape=5x5",
            ask: Some(Ask::Claim(true)),
        },
    ],
};

use crate::lesson::{Ask, Lesson, Step};

pub const GROUPS: Lesson = Lesson {
    name: "groups",
    minutes: 6,
    steps: &[
        Step {
            name: "two",
            link: "layer=Conv1d(2,2,1,groups=2,bias=False)&input=1,2,3,4,5,6_10,20,30,40,50,60&weight=2__4&picture=groups",
            ask: None,
        },
        Step {
            name: "sees",
            link: "layer=Conv1d(4,2,1,groups=2,bias=False)&input=1,2_3,4_5,6_7,8&weight=1_2__3_-1&step=1&picture=groups",
            ask: Some(Ask::Value),
        },
        Step {
            name: "half",
            link: "layer=Conv1d(4,4,3,groups=2,bias=False)&shape=6&picture=groups",
            ask: Some(Ask::Params),
        },
        Step {
            name: "quadruple",
            link: "layer=Conv2d(4,4,3,bias=False)&shape=4x4",
            ask: Some(Ask::Macs),
        },
        Step {
            name: "twenty",
            link: "layer=Conv2d(20,10,3,groups=5)&shape=4x4&picture=groups",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "eight",
            link: "layer=Conv2d(256,32,(3,3),padding=1,groups=8)&shape=12x12",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "divide",
            link: "layer=Conv1d(6,4,1,groups=2,bias=False)&shape=4&picture=groups",
            ask: Some(Ask::Claim(false)),
        },
    ],
};

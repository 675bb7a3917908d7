use crate::lesson::{Ask, Lesson, Step};

pub const DEPTHWISE: Lesson = Lesson {
    name: "depthwise",
    minutes: 5,
    steps: &[
        Step {
            name: "each",
            link: "layer=Conv1d(2,4,1,groups=2,bias=False)&input=1,2,3,4,5,6_10,20,30,40,50,60&weight=2__4__6__8&picture=groups",
            ask: None,
        },
        Step {
            name: "which",
            link: "layer=Conv1d(2,4,1,groups=2,bias=False)&input=1,2,3,4,5,6_10,20,30,40,50,60&weight=2__4__6__8&step=11",
            ask: Some(Ask::Value),
        },
        Step {
            name: "rgb",
            link: "layer=Conv2d(3,3,(5,5),groups=3)&shape=12x12",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "cost",
            link: "layer=Conv2d(3,3,5,groups=3,bias=False)&shape=12x12&picture=groups",
            ask: Some(Ask::Params),
        },
        Step {
            name: "picture",
            link: "layer=Conv1d(2,2,3,groups=2,bias=False)&input=0,0,1,0,0_0,2,0,0,0&weight=1,1,1_1,1,1__1,1,1_1,1,1",
            ask: Some(Ask::Layer(&[
                "Conv1d(2,2,3,bias=False)",
                "Conv1d(2,2,3,groups=2,padding=1,bias=False)",
            ])),
        },
        Step {
            name: "alone",
            link: "layer=Sequential(Conv1d(3,3,3,groups=3,bias=False),Conv1d(3,3,3,groups=3,bias=False))&shape=9&stage=1&picture=groups",
            ask: Some(Ask::Claim(false)),
        },
    ],
};

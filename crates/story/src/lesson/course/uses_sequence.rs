use crate::lesson::{Ask, Lesson, Step};

pub const USES_SEQUENCE: Lesson = Lesson {
    name: "uses-sequence",
    minutes: 7,
    steps: &[
        Step {
            name: "words",
            link: "layer=Conv1d(3,1,2,bias=False)&input=1,0,2,1,0_0,1,1,0,2_2,1,0,1,1&weight=1,0_0,1_1,-1&\
                   picture=channels&step=1",
            ask: None,
        },
        Step {
            name: "sentence",
            link: "layer=Conv1d(128,256,3,padding=1)&shape=10",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "signal",
            link: "layer=Conv1d(1,1,9,padding=4,bias=False)&shape=64&fill=sine&\
                   weight=0.11111111,0.11111111,0.11111111,0.11111111,0.11111111,0.11111111,0.11111111,\
                   0.11111111,0.11111111&picture=signal&step=20",
            ask: None,
        },
        Step {
            name: "gene",
            link: "layer=Conv1d(4,1,4,bias=False)&\
                   input=0,0,1,0,1,0,0,1_1,0,0,0,0,0,0,0_0,0,0,0,0,1,0,0_0,1,0,1,0,0,1,0&\
                   weight=0,1,0,1_0,0,0,0_0,0,0,0_1,0,1,0",
            ask: Some(Ask::Value),
        },
        Step {
            name: "causal",
            link: "layer=Sequential(ZeroPad1d((2,0)),Conv1d(1,1,3,bias=False))&shape=8&stage=1&step=4",
            ask: Some(Ask::Claim(true)),
        },
        Step {
            name: "tcn",
            link: "layer=Sequential(ZeroPad1d((1,0)),Conv1d(1,1,2,bias=False),ZeroPad1d((2,0)),Conv1d(1,1,\
                   2,dilation=2,bias=False),ZeroPad1d((4,0)),Conv1d(1,1,2,dilation=4,bias=False))&shape=12&\
                   stage=5&step=10",
            ask: Some(Ask::ReceptiveField),
        },
        Step {
            name: "width",
            link: "layer=Conv1d(1,4,1)&shape=8",
            ask: Some(Ask::Shape),
        },
    ],
};

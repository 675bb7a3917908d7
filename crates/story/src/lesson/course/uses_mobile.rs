use crate::lesson::{Ask, Lesson, Step};

pub const USES_MOBILE: Lesson = Lesson {
    name: "uses-mobile",
    minutes: 7,
    steps: &[
        Step {
            name: "look",
            link: "layer=Sequential(Conv2d(2,2,3,padding=1,groups=2,bias=False),Conv2d(2,2,1,groups=2),\
                   ReLU(),Conv2d(2,4,1,bias=False),Conv2d(4,4,1,groups=4),ReLU())&shape=4x4&picture=stack",
            ask: None,
        },
        Step {
            name: "depthwise",
            link: "layer=Conv2d(32,32,3,padding=1,groups=32,bias=False)&shape=112x112",
            ask: Some(Ask::Params),
        },
        Step {
            name: "pointwise",
            link: "layer=Conv2d(32,64,1,bias=False)&shape=112x112",
            ask: Some(Ask::Claim(true)),
        },
        Step {
            name: "bn",
            link: "layer=Conv1d(1,1,1)&input=4,6,2,8,4,0&weight=1.5&bias=-5",
            ask: Some(Ask::Value),
        },
        Step {
            name: "folded",
            link: "layer=Sequential(Conv1d(1,1,3,bias=False),Conv1d(1,1,1))&input=1,1,0,1,3,1&weight=1,2,1&\
                   weight.1=1.5&bias.1=-5&stage=1&picture=compare&\
                   b=layer=Conv1d(1,1,3)%26input=1,1,0,1,3,1%26weight=1.5,3,1.5%26bias=-5",
            ask: None,
        },
        Step {
            name: "relu",
            link: "layer=Sequential(Conv1d(1,1,3,bias=False),Conv1d(1,1,1),ReLU())&input=1,1,0,1,3,1&\
                   weight=1,2,1&weight.1=1.5&bias.1=-5&stage=2&step=1",
            ask: Some(Ask::Value),
        },
        Step {
            name: "rim",
            link: "layer=Sequential(Conv2d(3,3,3,padding=1,groups=3),Conv2d(3,16,1,padding=1))&shape=16x16&\
                   stage=1",
            ask: Some(Ask::Shape),
        },
    ],
};

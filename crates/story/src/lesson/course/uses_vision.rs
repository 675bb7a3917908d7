use crate::lesson::{Ask, Lesson, Step};

pub const USES_VISION: Lesson = Lesson {
    name: "uses-vision",
    minutes: 7,
    steps: &[
        Step {
            name: "halves",
            link: "layer=Conv2d(4,4,3,padding=1,groups=2)&shape=4x4&picture=groups",
            ask: None,
        },
        Step {
            name: "alexnet",
            link: "layer=Conv2d(96,256,5,padding=2,groups=2)&shape=27x27",
            ask: Some(Ask::Params),
        },
        Step {
            name: "googlenet",
            link: "layer=Sequential(Conv2d(192,16,1,bias=False),Conv2d(16,32,5,padding=2,bias=False))&\
                   shape=28x28&stage=1",
            ask: Some(Ask::Claim(true)),
        },
        Step {
            name: "pooled",
            link: "layer=Sequential(MaxPool2d(3,stride=1,padding=1),Conv2d(192,32,1))&shape=192_28x28&\
                   stage=1",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "resnet",
            link: "layer=Conv2d(256,512,1,stride=2,bias=False)&shape=56x56",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "skipped",
            link: "layer=Conv2d(1,1,1,stride=2,bias=False)&shape=6x6&weight=1",
            ask: Some(Ask::Feeds(&[0, 1, 1])),
        },
        Step {
            name: "aspp",
            link: "layer=Conv2d(1,1,3,padding=6,dilation=6,bias=False)&shape=33x33&step=544",
            ask: Some(Ask::ReceptiveField),
        },
    ],
};

use crate::lesson::{Ask, Lesson, Step};

pub const SEPARABLE: Lesson = Lesson {
    name: "separable",
    minutes: 7,
    steps: &[
        Step {
            name: "halves",
            link: "layer=Conv2d(3,8,5,bias=False)&shape=12x12&picture=separable",
            ask: None,
        },
        Step {
            name: "standard",
            link: "layer=Conv2d(3,256,5,bias=False)&shape=12x12",
            ask: Some(Ask::Params),
        },
        Step {
            name: "depth",
            link: "layer=Sequential(Conv2d(3,3,5,groups=3,bias=False),Conv2d(3,256,1,bias=False))&shape=12x12&stage=0&picture=groups",
            ask: Some(Ask::Params),
        },
        Step {
            name: "point",
            link: "layer=Sequential(Conv2d(3,3,5,groups=3,bias=False),Conv2d(3,256,1,bias=False))&shape=12x12&stage=1",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "field",
            link: "layer=Sequential(Conv2d(4,4,3,groups=4,bias=False),Conv2d(4,8,1,bias=False))&shape=6x6&stage=1",
            ask: Some(Ask::ReceptiveField),
        },
        Step {
            name: "cost",
            link: "layer=Sequential(Conv2d(4,4,3,padding=1,groups=4,bias=False),Conv2d(4,8,1,bias=False))&shape=5x5&stage=1",
            ask: Some(Ask::Macs),
        },
        Step {
            name: "ninth",
            link: "layer=Conv2d(8,256,3,padding=1,bias=False)&shape=8x8&picture=separable",
            ask: Some(Ask::Claim(true)),
        },
    ],
};

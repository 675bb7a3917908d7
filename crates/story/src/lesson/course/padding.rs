use crate::lesson::{Ask, Lesson, Step};

pub const PADDING: Lesson = Lesson {
    name: "padding",
    minutes: 7,
    steps: &[
        Step {
            name: "same",
            link: "layer=Conv1d(1,1,3,padding=1,bias=False)&input=1,2,3,4,5,6&weight=2,2,2&step=0&picture=padding",
            ask: None,
        },
        Step {
            name: "edge",
            link: "layer=Conv1d(1,1,3,padding=1,bias=False)&input=1,2,3,4,5,6&weight=2,2,2&step=4&picture=padding",
            ask: Some(Ask::Value),
        },
        Step {
            name: "five",
            link: "layer=Conv1d(1,1,5,padding=2,bias=False)&input=1,2,3,4,5,6&weight=2,2,2,2,2&step=0&picture=padding",
            ask: Some(Ask::Window),
        },
        Step {
            name: "image",
            link: "layer=Conv2d(1,1,3,padding=1,bias=False)&shape=128x128",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "pair",
            link: "layer=Conv2d(1,1,3,padding=(2,1),bias=False)&shape=4x5&picture=padding",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "words",
            link: "layer=Conv1d(1,1,3,padding='valid',bias=False)&input=1,2,3,4,5,6&weight=2,2,2",
            ask: Some(Ask::Layer(&[
                "Conv1d(1,1,3,padding='same',bias=False)",
                "Conv1d(1,1,3,padding=2,bias=False)",
            ])),
        },
        Step {
            name: "modes",
            link: "layer=Conv1d(1,1,3,padding=1,bias=False,padding_mode='reflect')&input=1,2,3,4,5,6&weight=2,2,2",
            ask: Some(Ask::Layer(&[
                "Conv1d(1,1,3,padding=1,bias=False)",
                "Conv1d(1,1,3,padding=1,bias=False,padding_mode='replicate')",
                "Conv1d(1,1,3,padding=1,bias=False,padding_mode='circular')",
            ])),
        },
    ],
};

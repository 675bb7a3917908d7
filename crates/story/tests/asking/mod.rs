//! Steps that ask: those of the course, and some of every kind.
#![allow(dead_code)]
use story::lesson::{Ask, COURSE, Step};

pub fn step(link: &'static str, ask: Ask) -> Step<'static> {
    Step {
        name: "step",
        link,
        ask: Some(ask),
    }
}

/// Steps of every kind, beside those of the course.
pub const STEPS: &[(&str, Ask)] = &[
    (
        "layer=Conv1d(1,1,3,bias=False)&input=1,2,3,4,5,6&weight=2,1,3&step=1",
        Ask::Value,
    ),
    (
        "layer=Conv1d(1,1,3,bias=False)&input=0,1,2,3,4,0&weight=2,1,3",
        Ask::Value,
    ),
    ("layer=Conv2d(2,2,3,padding=1,groups=2)&step=3", Ask::Value),
    (
        "layer=Conv2d(1,1,3)&flip=1&order=columns&weight=1,0,-1;2,0,-2;1,0,-1",
        Ask::Value,
    ),
    ("layer=Conv2d(1,1,2)&order=shuffle&step=2", Ask::Value),
    ("layer=MaxPool2d(2)&shape=4x4", Ask::Value),
    ("layer=AvgPool1d(3)", Ask::Value),
    (
        "layer=ConvTranspose1d(1,1,3,stride=2)&order=scatter&input=1,2,3",
        Ask::Value,
    ),
    ("layer=ConvTranspose2d(1,1,2)&input=1,2;3,4", Ask::Value),
    ("layer=Sequential(Conv1d(1,1,3),ReLU())&stage=1", Ask::Value),
    ("layer=Linear(4,2)&input=1,2,3,4", Ask::Value),
    ("layer=Conv2d(3,6,3,stride=2,padding=1)&shape=9x7", Ask::Shape),
    ("layer=Conv2d(3,64,7,stride=2,padding=3)&shape=224x224", Ask::Shape),
    (
        "layer=ConvTranspose2d(1,1,3,stride=2,padding=1,output_padding=1)&shape=3x3",
        Ask::Shape,
    ),
    ("layer=Conv1d(1,1,4,padding='same')", Ask::Shape),
    ("layer=ReflectionPad2d((1,2,0,1))&shape=4x4", Ask::Shape),
    ("layer=Flatten()&shape=2_3x4", Ask::Shape),
    (
        "layer=Sequential(Conv2d(1,4,3),ReLU(),MaxPool2d(2),Flatten(),Linear(16,10))&shape=6x6&stage=2",
        Ask::Shape,
    ),
    ("layer=Conv3d(1,2,2)&shape=3x3x3", Ask::Shape),
    ("layer=Conv1d(1,1,3,dilation=2)&shape=9&step=1", Ask::Window),
    ("layer=Conv2d(1,1,3,padding=1)", Ask::Window),
    ("layer=Conv1d(4,4,3,groups=2)&step=6", Ask::Window),
    ("layer=ConvTranspose1d(1,1,3,stride=2)&step=2", Ask::Window),
    ("layer=Conv1d(1,1,3,padding=1,padding_mode='circular')", Ask::Window),
    ("layer=Conv1d(1,1,3)&shape=7", Ask::Feeds(&[0, 3])),
    ("layer=Conv2d(1,2,3,stride=2)&shape=7x7", Ask::Feeds(&[0, 2, 2])),
    (
        "layer=ConvTranspose2d(1,1,3,stride=2,padding=1)&shape=3x3",
        Ask::Feeds(&[0, 0, 1]),
    ),
    ("layer=Conv2d(8,16,3,groups=4)&shape=5x5", Ask::Params),
    ("layer=Conv1d(4,4,3,groups=4,bias=False)", Ask::Params),
    ("layer=Conv2d(256,128,1)&shape=16x16", Ask::Params),
    ("layer=Linear(4,2)", Ask::Params),
    ("layer=Conv2d(2,4,3)&shape=5x5", Ask::Macs),
    ("layer=ConvTranspose1d(1,2,3,stride=2)&shape=4", Ask::Macs),
    ("layer=Linear(4,2)", Ask::Macs),
    (
        "layer=Sequential(Conv1d(1,1,3,dilation=2),MaxPool1d(2),Conv1d(1,1,3))&shape=20&stage=2",
        Ask::ReceptiveField,
    ),
    (
        "layer=Sequential(Conv2d(1,1,3),Conv2d(1,1,3))&shape=9x9&stage=1",
        Ask::ReceptiveField,
    ),
    (
        "layer=Conv2d(1,1,3,stride=2)&shape=7x7",
        Ask::Layer(&["Conv2d(1,1,3)", "Conv2d(1,1,3,stride=2,padding=1)"]),
    ),
    ("layer=Conv1d(1,1,3)", Ask::Claim(false)),
];

pub fn steps() -> impl Iterator<Item = Step<'static>> {
    let course = COURSE.iter().flat_map(|lesson| lesson.steps.iter().copied());
    course
        .filter(|step| step.ask.is_some())
        .chain(STEPS.iter().map(|&(link, ask)| step(link, ask)))
}

//! How it is shown.
use super::*;

entries! {
    {
        name: "stage",
        about: LinkKey::Stage,
        kind: Kind::Whole(MOST_LAYERS as u32 - 1),
        default: Some("0"),
        example: "layer=Sequential(Conv2d(1,4,3),ReLU(),MaxPool2d(2))&shape=10x10&stage=2",
        read: |draft, value| {
            let scene = &mut draft.shot.scene;
            scene.view.stage = count(value)
                .filter(|&stage| stage < scene.net.stages.len())
                .ok_or(Bad::Value)?;
            Ok(())
        },
        write: |shot| Some(shot.scene.in_hand()).filter(|&stage| stage > 0).map(|stage| stage.to_string()),
    },
    {
        name: "flip",
        about: LinkKey::Flip,
        kind: Kind::Switch,
        default: Some("0"),
        example: "layer=Conv1d(1,1,3)&flip=1",
        read: |draft, value| {
            draft.shot.scene.view.flip = switch(value)?;
            Ok(())
        },
        write: |shot| shot.scene.view.flip.then(|| "1".to_owned()),
    },
    {
        name: "order",
        about: LinkKey::Order,
        kind: ORDERS,
        default: Some("rows"),
        example: "order=columns",
        read: |draft, value| {
            draft.shot.scene.view.order =
                Order::from_name(value).ok_or(Bad::Value)?;
            Ok(())
        },
        write: |shot| {
            let order = shot.scene.view.order;
            (order != Order::default()).then(|| order.name().to_owned())
        },
    },
    {
        name: "step",
        about: LinkKey::Step,
        kind: Kind::Step,
        default: Some("0"),
        example: "step=7.3",
        read: |draft, value| {
            let (step, tap) = match value.split_once('.') {
                None => (value, None),
                Some((step, tap)) => (step, Some(tap)),
            };
            let read = |text| count(text).ok_or(Bad::Value);
            draft.shot.cursor = Cursor {
                step: read(step)?,
                tap: tap.map(read).transpose()?,
            };
            Ok(())
        },
        write: |shot| match shot.cursor {
            Cursor { step: 0, tap: None } => None,
            Cursor { step, tap: None } => Some(step.to_string()),
            Cursor { step, tap: Some(tap) } => Some([&step.to_string(), ".", &tap.to_string()].concat()),
        },
    },
    {
        name: "picture",
        about: LinkKey::Picture,
        kind: PICTURES,
        default: None,
        example: "layer=Conv1d(4,4,3,groups=2)&picture=groups",
        read: |draft, value| {
            let topic = Topic::from_name(value);
            draft.shot.scene.view.picture = Some(topic.ok_or(Bad::Value)?);
            Ok(())
        },
        write: |shot| shot.scene.view.picture.map(|topic| topic.name().to_owned()),
    },
    {
        name: "b",
        about: LinkKey::B,
        kind: Kind::Scene,
        default: None,
        example: "layer=Conv1d(1,1,3)&picture=compare&b=layer=Conv1d(1,1,3,stride=2)%26flip=1",
        read: |draft, value| {
            draft.shot.scene.b = Some(beside(value)?);
            Ok(())
        },
        write: |shot| shot.scene.b.as_deref().map(written_beside),
    },
    {
        name: "speed",
        about: LinkKey::Speed,
        kind: Kind::OneOf(&View::SPEEDS),
        default: Some("1"),
        example: "speed=2",
        read: |draft, value| {
            let speed = read_number(value);
            draft.shot.scene.view.speed = speed
                .filter(|speed| View::SPEEDS.contains(speed))
                .ok_or(Bad::Value)?;
            Ok(())
        },
        write: |shot| {
            let speed = shot.scene.view.speed;
            (speed != View::default().speed).then(|| exact_number(speed))
        },
    },
    {
        name: "autoplay",
        about: LinkKey::Autoplay,
        kind: Kind::Switch,
        default: Some("1"),
        example: "autoplay=0",
        read: |draft, value| {
            draft.shot.scene.view.autoplay = switch(value)?;
            Ok(())
        },
        write: |shot| (!shot.scene.view.autoplay).then(|| "0".to_owned()),
    },
    {
        name: "theme",
        about: LinkKey::Theme,
        kind: THEMES,
        default: Some("auto"),
        example: "theme=dark",
        read: |draft, value| {
            draft.shot.scene.view.theme = Theme::from_name(value).ok_or(Bad::Value)?;
            Ok(())
        },
        write: |shot| {
            let theme = shot.scene.view.theme;
            (theme != Theme::Auto).then(|| theme.name().to_owned())
        },
    },
    {
        name: "lang",
        about: LinkKey::Lang,
        kind: LANGS,
        default: None,
        example: "lang=zh",
        read: |draft, value| {
            draft.shot.scene.view.lang = Some(Lang::from_name(value).ok_or(Bad::Value)?);
            Ok(())
        },
        write: |shot| shot.scene.view.lang.map(|lang| lang.name().to_owned()),
    },
    {
        name: "own",
        about: LinkKey::Own,
        kind: Kind::Steps,
        default: None,
        example: "lesson=own&own=say=Look%26layer=Conv1d(1,1,3)~~say=And now%26ask=shape%26layer=Conv1d(1,1,3,stride=2)",
        read: |draft, value| {
            draft.shot.scene.view.own = written_own(&try_own(value)?).into();
            Ok(())
        },
        write: |shot| {
            let own = &shot.scene.view.own;
            (!own.is_empty()).then(|| own.as_ref().to_owned())
        },
    },
    {
        name: "lesson",
        about: LinkKey::Lesson,
        kind: Kind::Place,
        default: None,
        example: "lesson=stride.3",
        read: |draft, value| {
            draft.shot.scene.view.lesson = Some(Place::read(value).ok_or(Bad::Value)?);
            Ok(())
        },
        write: |shot| shot.scene.view.lesson.map(Place::written),
    },
    {
        name: "embed",
        about: LinkKey::Embed,
        kind: Kind::Switch,
        default: Some("0"),
        example: "embed&layer=Conv2d(1,1,3)",
        read: |draft, value| {
            draft.shot.scene.view.embed = switch(value)?;
            Ok(())
        },
        write: |shot| shot.scene.view.embed.then(|| "1".to_owned()),
    },
    {
        name: "hide",
        about: LinkKey::Hide,
        kind: Kind::Controls,
        default: None,
        example: "embed&hide=tools,facts",
        read: |draft, value| controls(value, |set| draft.shot.scene.view.hide = Some(set)),
        write: |shot| shot.scene.view.hide.map(Controls::written),
    },
    {
        name: "lock",
        about: LinkKey::Lock,
        kind: Kind::Controls,
        default: Some("none"),
        example: "lock=stride,padding",
        read: |draft, value| controls(value, |set| draft.shot.scene.view.lock = set),
        write: |shot| {
            let lock = shot.scene.view.lock;
            (lock != Controls::NONE).then(|| lock.written())
        },
    },
}

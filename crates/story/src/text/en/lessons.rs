//! English, of the lessons' own page.
use super::super::LessonKey;

pub const fn lessons(key: LessonKey) -> &'static str {
    match key {
        LessonKey::About => {
            "Short lessons on the stage: look, predict, then see. In this order they build on one another."
        }
        LessonKey::Index => "All lessons",
        LessonKey::Minutes => "{minutes} min",
        LessonKey::Own => "A lesson",
        LessonKey::Close => "Leave the lesson",
        LessonKey::Back => "Back",
        LessonKey::Next => "Next",
        LessonKey::NextLesson => "Next lesson",
        LessonKey::Free => "Try it yourself",
        LessonKey::Return => "Back to the lesson: {title}",
        LessonKey::Check => "Check",
        LessonKey::Hint => "Hint",
        LessonKey::Show => "Show me",
        LessonKey::Another => "Another one",
        LessonKey::Right => "Right.",
        LessonKey::NotYet => "Not yet. Look at the picture once more, or take the hint.",
        LessonKey::Answer => "It is {answer}.",
        LessonKey::NoNumber => "Type a number, such as 12 or −0.5.",
        LessonKey::NoSizes => "Type a whole number in each of the fields.",
        LessonKey::NoCells => "Tick one cell or more.",
        LessonKey::NoChoice => "Choose one of them.",
        LessonKey::Done => "done",
        LessonKey::Progress => "{done} of {count} done",
        LessonKey::Keep => "Remember on this device which are done",
        LessonKey::Glossary => "Glossary",
        LessonKey::Tried => "What was tried ({count})",
        LessonKey::TriedWhat => "Question",
        LessonKey::TriedAnswer => "Answer",
        LessonKey::TriedRight => "Right answer",
        LessonKey::Copy => "Copy as a table",
        LessonKey::Copied => "Copied",
        LessonKey::NoCopy => "Copying is not allowed here.",
    }
}

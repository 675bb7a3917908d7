//! Chinese, of the lessons' own page.
use super::super::LessonKey;

pub fn lessons(key: LessonKey) -> &'static str {
    match key {
        LessonKey::About => "就在主图上学的短课：先看，再预测，然后揭晓。请按顺序学，后面的课要用到前面的。",
        LessonKey::Index => "全部课程",
        LessonKey::Minutes => "{minutes} 分钟",
        LessonKey::Own => "一课",
        LessonKey::Close => "离开这一课",
        LessonKey::Back => "上一步",
        LessonKey::Next => "下一步",
        LessonKey::NextLesson => "下一课",
        LessonKey::Free => "自己试试",
        LessonKey::Return => "回到课程：{title}",
        LessonKey::Check => "检查",
        LessonKey::Hint => "提示",
        LessonKey::Show => "看答案",
        LessonKey::Another => "再来一题",
        LessonKey::Right => "对了。",
        LessonKey::NotYet => "还不对。再看看图，或者看一下提示。",
        LessonKey::Answer => "答案是 {answer}。",
        LessonKey::NoNumber => "请输入一个数，例如 12 或 −0.5。",
        LessonKey::NoSizes => "请在每个框里输入一个整数。",
        LessonKey::NoCells => "请至少勾选一个格。",
        LessonKey::NoChoice => "请选择其中一个。",
        LessonKey::Done => "已完成",
        LessonKey::Progress => "已完成 {done} / {count}",
        LessonKey::Keep => "在这台设备上记住完成了哪些课",
        LessonKey::Glossary => "术语表",
        LessonKey::Tried => "答过的题（{count}）",
        LessonKey::TriedWhat => "问题",
        LessonKey::TriedAnswer => "回答",
        LessonKey::TriedRight => "正确答案",
        LessonKey::Copy => "复制为表格",
        LessonKey::Copied => "已复制",
        LessonKey::NoCopy => "这里不允许复制。",
    }
}

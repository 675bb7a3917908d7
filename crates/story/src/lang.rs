//! The languages of the page.

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    English,
    Chinese,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// Those that the page loads when they are spoken.
    pub fn others() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|lang| *lang != Self::default())
    }

    /// Its name in a link.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
        }
    }

    /// What it calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "中文",
        }
    }

    /// A name as a link or a browser has it: `zh`, `zh-CN`.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.name() == name)
    }
}

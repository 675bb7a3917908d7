//! The signs on buttons.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Play,
    Pause,
    StepBack,
    StepOn,
    RowBack,
    RowOn,
    Start,
    End,
    Less,
    More,
    Close,
}

impl Icon {
    /// The square that the outlines are drawn in.
    pub const VIEW: &str = "0 0 24 24";

    /// The path of the sign, which is filled.
    pub fn outline(self) -> &'static str {
        match self {
            Self::Play => "M8 5v14l11-7z",
            Self::Pause => "M7 5h4v14H7zM13 5h4v14h-4z",
            Self::StepBack => "M15 5v14l-9-7z",
            Self::StepOn => "M9 5v14l9-7z",
            Self::RowBack => "M12 6v12l-8-6zM20 6v12l-8-6z",
            Self::RowOn => "M4 6v12l8-6zM12 6v12l8-6z",
            Self::Start => "M5 5h3v14H5zM19 5v14L9 12z",
            Self::End => "M16 5h3v14h-3zM5 5v14l10-7z",
            Self::Less => "M5 10.5h14v3H5z",
            Self::More => "M10.5 5h3v5.500h5.500v3h-5.500V19h-3v-5.500H5v-3h5.500z",
            Self::Close => {
                "M6.400 5 12 10.600 17.600 5 19 6.400 13.400 12 19 17.600 17.600 19 12 13.400 6.400 19 5 17.600 10.600 12 5 6.400z"
            }
        }
    }
}

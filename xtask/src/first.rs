//! What stands in the page before the wasm arrives: the opening example's first frame, as the app would draw it.

use anyhow::{Result, bail};
use story::{Showing, Timeline, link};

pub fn picture() -> Result<String> {
    let (shot, _) = link::read(&[]);
    let Ok(Showing::Film(film)) = shot.scene.show() else {
        bail!("the opening example shows no film")
    };
    let timeline = Timeline::new(film, shot.scene.view.order, shot.scene.net.seed);
    Ok(picture::first_picture(&timeline.at(shot.cursor)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn draws_the_opening_example() -> anyhow::Result<()> {
        let picture = super::picture()?;
        assert!(picture.contains("<svg"));
        assert!(!picture.contains(" style="), "the page policy blocks a style attribute");
        Ok(())
    }
}

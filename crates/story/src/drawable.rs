//! The nearest scene that can be shown step by step.
use crate::film::{LARGEST, LARGEST_KERNEL, limit};
use crate::{Limit, Scene};

impl Scene {
    /// This scene with its input, and its kernel where that is too wide, made small enough to be drawn; none where it
    /// can be drawn as it is, or where smaller sizes do not help.
    pub fn drawable(&self) -> Option<Self> {
        let mut scene = self.clone();
        let mut changed = false;
        // Halving a size of 64 bits comes to its end before that.
        for _ in 0..64 {
            let plans = scene.net.plans(scene.in_hand() + 1, scene.view.flip).ok()?;
            let Some(limit) = limit(&plans) else {
                return changed.then_some(scene);
            };
            let largest = LARGEST[scene.net.size.len().max(1) - 1];
            let size = &mut scene.net_mut().size;
            match limit {
                Limit::Size { .. } if size.iter().any(|&cells| cells > largest) => {
                    size.iter_mut().for_each(|cells| *cells = (*cells).min(largest));
                }
                Limit::Kernel { .. } => {
                    let kernel = &mut scene.stage_mut().spec.kernel_size;
                    let most = LARGEST_KERNEL as i64;
                    kernel.iter_mut().for_each(|cells| *cells = (*cells).min(most));
                }
                // The output is too large, or there is too much to compute.
                _ => {
                    if size.iter().all(|&cells| cells == 1) {
                        return None;
                    }
                    size.iter_mut().for_each(|cells| *cells = (*cells / 2).max(1));
                }
            }
            changed = true;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Showing, Stage};
    use conv::LayerSpec;

    fn scene(layer: &str, size: &[usize]) -> Scene {
        let mut scene = Scene::default();
        *scene.stage_mut() = Stage::new(LayerSpec::parse(layer).expect(layer));
        scene.net_mut().size = size.to_vec();
        scene
    }

    #[test]
    fn what_is_too_large_gets_the_largest_size_that_is_drawn() {
        for (layer, size, wanted) in [
            ("Conv2d(3, 16, 3)", &[256, 256][..], &[128, 128][..]),
            ("Conv2d(3, 16, 3)", &[20, 512], &[20, 128]),
            ("Conv1d(1, 1, 3)", &[100_000], &[256]),
            ("ConvTranspose2d(1, 1, 2, stride=4)", &[128, 128], &[64, 64]),
            ("Conv2d(512, 512, 3)", &[64, 64], &[8, 8]),
            ("Conv2d(1, 1, 15)", &[32, 32], &[32, 32]),
        ] {
            let drawable = scene(layer, size).drawable().expect(layer);
            assert_eq!(drawable.net.size, wanted, "{layer}");
            assert!(matches!(drawable.show(), Ok(Showing::Film(_))), "{layer}");
        }
    }

    #[test]
    fn what_can_be_drawn_is_left_alone() {
        assert_eq!(scene("Conv2d(3, 16, 3)", &[5, 5]).drawable(), None);
    }
}

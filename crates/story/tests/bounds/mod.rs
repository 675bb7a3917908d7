//! What holds of whatever a link says.
use story::link::{Shot, Warning, pairs, patch, read, write};
use story::{Scene, Showing, words};

/// Numbers in one tensor of a scene, cells of the largest tensor that is drawn, and the room of a warning.
const NUMBERS: usize = 1 << 18;
const CELLS: usize = 1 << 22;
const WORDS: usize = 2000;

/// Reads a query and holds what comes out to its bounds.
#[track_caller]
pub fn hold(query: &str) -> Shot {
    let given = pairs(query);
    let (shot, warnings) = read(&given);
    told(&warnings);
    small(&shot.scene, query);
    if let Some(b) = &shot.scene.b {
        assert!(b.b.is_none());
        small(b, query);
    }
    // A link is not much longer than what it was read from: a number of few letters can have twenty digits.
    let link = write(&shot);
    let length: usize = link.iter().map(|(name, value)| name.len() + value.len() + 2).sum();
    assert!(length < 16 * query.len() + 4096, "{length} from {}", query.len());
    let (again, warnings) = read(&link);
    assert_eq!(warnings, [], "{link:?}");
    assert_eq!(write(&again), link);
    let (patched, warnings) = patch(&shot, &given);
    told(&warnings);
    small(&patched.scene, query);
    shot
}

fn told(warnings: &[Warning]) {
    assert!(warnings.len() <= 40, "{}", warnings.len());
    for warning in warnings {
        let text = words::warning(warning);
        assert!(text.chars().count() < WORDS, "{text}");
    }
}

fn small(scene: &Scene, query: &str) {
    let net = &*scene.net;
    assert!(net.size.len() <= 3 && (1..=32).contains(&net.stages.len()));
    let mut edits = vec![&net.input];
    edits.extend(net.stages.iter().flat_map(|stage| [&stage.weight, &stage.bias]));
    for numbers in edits.into_iter().map(|edits| edits.iter().count()) {
        // A number takes a letter, and what parts it from the next takes one.
        assert!(numbers <= NUMBERS.min(query.len() + 64), "{numbers} numbers");
    }
    assert!(scene.plans().is_ok());
    if is_cheap(scene) {
        match scene.show() {
            Ok(Showing::Film(film)) => {
                let tensors = [&film.input, &film.weight, &film.output];
                assert!(tensors.iter().all(|tensor| tensor.len() < CELLS));
            }
            Ok(Showing::Shapes(..)) => {}
            Err(refusal) => panic!("{refusal}"),
        }
    }
}

/// Whether computing it takes no time that a test would notice.
fn is_cheap(scene: &Scene) -> bool {
    scene.plans().is_ok_and(|plans| {
        plans
            .iter()
            .all(|plan| plan.macs() < 1 << 18 && plan.layer().params() < 1 << 16)
    })
}

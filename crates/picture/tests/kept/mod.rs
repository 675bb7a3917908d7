//! Pictures that somebody has looked at, kept as text.
use std::error::Error;
use std::fs;
use std::path::Path;

/// What there is to complain of where a picture is not as it was kept. `BLESS=1` takes the new one.
pub fn fault(name: &str, picture: &str) -> Result<Option<String>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let blesses = std::env::var_os("BLESS").is_some();
    // One element a line, so that a difference can be read.
    let picture = picture.replace("><", ">\n<") + "\n";
    let path = folder.join(name).with_extension("svg");
    let new = folder.join(name).with_extension("svg.new");
    match fs::read_to_string(&path) {
        Ok(kept) if kept == picture => {
            // What is right again needs no second look.
            let _ = fs::remove_file(new);
        }
        _ if blesses => {
            fs::create_dir_all(&folder)?;
            fs::write(path, picture)?;
            let _ = fs::remove_file(new);
        }
        Ok(_) => {
            fs::write(&new, picture)?;
            return Ok(Some(format!("{name} has changed: compare {}", new.display())));
        }
        Err(_) => {
            fs::create_dir_all(&folder)?;
            fs::write(&path, picture)?;
            return Ok(Some(format!("{name} is new: look at {}", path.display())));
        }
    }
    Ok(None)
}

/// Fails with all that there is to complain of.
#[track_caller]
pub fn assert_none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{}\nAfter a look, BLESS=1 takes the changes.",
        faults.join("\n")
    );
}

//! What was measured, as tables in Markdown.

use std::fmt::Write as _;

use super::measured::{Contestant, Measured, Row, Targets, Time};

/// One of the two things that are timed of each layer.
struct Part {
    title: &'static str,
    time: fn(&Contestant) -> Time,
    target: fn(&Targets) -> Option<f64>,
    limit: fn(&Targets) -> Option<f64>,
}

const PARTS: [Part; 2] = [
    Part {
        title: "Kernel: tensors resident, weights packed",
        time: |one| one.kernel,
        target: |targets| targets.kernel,
        limit: |_| None,
    },
    Part {
        title: "End to end: an array in, the result out",
        time: |one| one.end,
        target: |targets| targets.end,
        limit: |targets| targets.limit,
    },
];

pub fn markdown(measured: &Measured) -> String {
    let mut text = format!(
        "{}, one thread, {} rounds in turn; {}.\n\
         The load of this machine before: {:.1}; others' work on it makes times longer and ratios wrong.\nTimes are median and p10; ratios are the best peer's time by ours, \
         at both. GF/s count the products and sums of the layer as it is written, by whatever path, at p10.\n",
        measured.chrome,
        measured.rounds,
        measured.versions.join(", "),
        measured.load
    );
    for part in &PARTS {
        // Writing to a string does not fail.
        let _ = write!(text, "\n### {}\n\n{}", part.title, table(measured, part));
    }
    text + &errors(measured) + &shortfalls(measured)
}

fn table(measured: &Measured, part: &Part) -> String {
    let names: Vec<&str> = measured.contestants().collect();
    let mut head = vec!["row", "layer", "input", "path"];
    head.extend(&names);
    head.extend(["GF/s", "best peer", "relaxed", "simd128", "target"]);
    let mut lines = vec![line(&head), line(&vec!["---"; head.len()])];
    lines.extend(measured.rows.iter().map(|row| line(&cells(row, part))));
    lines.concat()
}

fn line(cells: &[impl AsRef<str>]) -> String {
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn cells(row: &Row, part: &Part) -> Vec<String> {
    let p10 = |one: &Contestant| (part.time)(one).p10;
    let shape: Vec<String> = row.shape.iter().map(ToString::to_string).collect();
    let ours = row.contestants.first();
    let path = ours.and_then(|one| one.path.clone()).unwrap_or_default();
    let mut cells = vec![row.name.clone(), format!("`{}`", row.layer), shape.join("x"), path];
    cells.extend(row.contestants.iter().map(|one| {
        let Time { median, p10 } = (part.time)(one);
        durations(&[median, p10])
    }));
    cells.push(ours.map_or_else(String::new, |one| format!("{:.1}", row.rate(p10(one)))));
    cells.push(
        row.best_peer(p10)
            .map_or_else(String::new, |best| format!("{:.1} {}", row.rate(p10(best)), best.name)),
    );
    cells.extend([0, 1].map(|at| {
        let ratios = [row.ahead(at, |one| (part.time)(one).median), row.ahead(at, p10)];
        ratios
            .map(|ratio| ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}")))
            .join(" / ")
    }));
    cells.push((part.target)(&row.targets).map_or_else(String::new, |target| format!("{target:.1}")));
    cells
}

/// Three digits and a unit, that of the first.
fn durations(times: &[f64]) -> String {
    let (scale, unit) = match times.first() {
        Some(ms) if *ms < 0.001 => (1e6, "ns"),
        Some(ms) if *ms < 1.0 => (1e3, "us"),
        _ => (1.0, "ms"),
    };
    let digits = |value: f64| 2_usize.saturating_sub((value >= 10.0) as usize + (value >= 100.0) as usize);
    let values = times.iter().map(|ms| ms * scale);
    let values: Vec<String> = values.map(|value| format!("{value:.*}", digits(value))).collect();
    format!("{} {unit}", values.join(" / "))
}

/// The largest error of each contestant, and where.
fn errors(measured: &Measured) -> String {
    let largest = measured.contestants().enumerate().filter_map(|(at, name)| {
        let of = |row: &Row| row.contestants.get(at).map_or(0.0, |one| one.error);
        let row = measured.rows.iter().max_by(|a, b| of(a).total_cmp(&of(b)))?;
        (of(row) > 0.0).then(|| format!("{name} {:.1e} ({})", of(row), row.name))
    });
    let largest: Vec<String> = largest.collect();
    format!(
        "\nEvery output is within {:e} of plain JS, in parts of the largest value; the farthest: {}.\n",
        measured.tolerance,
        largest.join(", ")
    )
}

/// Where the module that a browser takes by itself is short of its target, by the lesser of its two ratios.
fn shortfalls(measured: &Measured) -> String {
    let mut text = String::new();
    for part in &PARTS {
        let short = measured.rows.iter().filter_map(|row| {
            let target = (part.target)(&row.targets)?;
            let times = [|time: Time| time.median, |time: Time| time.p10];
            let ratios = times.map(|of| row.ahead(0, |one| of((part.time)(one))));
            let least = ratios.into_iter().flatten().fold(f64::INFINITY, f64::min);
            (least < target).then(|| format!("{} {least:.2} of {target:.1}", row.name))
        });
        let mut short: Vec<String> = short.collect();
        short.extend(measured.rows.iter().filter_map(|row| slow(row, part)));
        let said = if short.is_empty() {
            "none".to_owned()
        } else {
            short.join(", ")
        };
        let _ = write!(text, "\nShort of the target, {}: {said}.", part.title.to_lowercase());
    }
    text + "\n"
}

/// Where it takes longer than it may, whatever the peers do.
fn slow(row: &Row, part: &Part) -> Option<String> {
    let (limit, time) = (
        (part.limit)(&row.targets)?,
        (part.time)(row.contestants.first()?).median,
    );
    (time > limit).then(|| format!("{} {} of {}", row.name, durations(&[time]), durations(&[limit])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peers::measured::tests::sample;
    use anyhow::Result;

    #[test]
    fn a_row_says_times_rates_and_ratios() -> Result<()> {
        let text = markdown(&sample()?);
        assert!(
            text.contains("| R1 | `nn.Conv2d(1, 1, 3)` | 1x9x9 | gemm | 1.50 / 1.00 ms |"),
            "{text}"
        );
        assert!(
            text.contains("| 2.0 | 1.0 b | 2.00 / 2.00 | 1.00 / 1.00 | 2.5 |"),
            "{text}"
        );
        Ok(())
    }

    #[test]
    fn says_where_a_target_is_missed() -> Result<()> {
        let text = markdown(&sample()?);
        assert!(text.contains("weights packed: R1 2.00 of 2.5."), "{text}");
        assert!(text.contains("the result out: R1 3.00 ms of 2.00 ms."), "{text}");
        Ok(())
    }

    #[test]
    fn durations_have_three_digits() {
        assert_eq!(durations(&[0.000_071_2]), "71.2 ns");
        assert_eq!(durations(&[0.734, 0.612]), "734 / 612 us");
        assert_eq!(durations(&[12.345, 9.876]), "12.3 / 9.88 ms");
        assert_eq!(durations(&[1.2, 0.998]), "1.20 / 1.00 ms");
    }
}

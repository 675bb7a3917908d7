//! What `race.mjs` wrote.

use anyhow::{Context, Result};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub struct Measured {
    pub chrome: String,
    pub versions: Vec<String>,
    /// How many processes this machine had to run before.
    pub load: f64,
    /// How far an output may be from plain JS, in parts of the largest value.
    pub tolerance: f64,
    pub rounds: usize,
    pub rows: Vec<Row>,
}

#[derive(Debug, Deserialize)]
pub struct Row {
    pub name: String,
    pub layer: String,
    pub shape: Vec<usize>,
    /// Products; with each there is a sum.
    pub macs: f64,
    pub targets: Targets,
    /// The same in each row, in the same order.
    pub contestants: Vec<Contestant>,
}

/// How many times faster than the best peer it is to be.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Targets {
    pub kernel: Option<f64>,
    pub end: Option<f64>,
    /// How long it may take end to end, in milliseconds.
    pub limit: Option<f64>,
}

#[derive(Debug, Deserialize)]
pub struct Contestant {
    pub name: String,
    pub side: Side,
    /// Which of our paths ran.
    pub path: Option<String>,
    /// How far its outputs were from plain JS, in parts of the largest value.
    pub error: f64,
    /// With tensors resident.
    pub kernel: Time,
    /// From an array to the result.
    pub end: Time,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    Ours,
    Peer,
    Plain,
}

/// In milliseconds.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Time {
    pub median: f64,
    pub p10: f64,
}

impl Measured {
    pub fn read(text: &str) -> Result<Self> {
        serde_json::from_str(text).context("what was measured")
    }

    pub fn contestants(&self) -> impl Iterator<Item = &str> {
        let first = self.rows.first();
        first
            .into_iter()
            .flat_map(|row| &row.contestants)
            .map(|one| one.name.as_str())
    }
}

impl Row {
    /// 10^9 operations a second.
    pub fn rate(&self, ms: f64) -> f64 {
        2.0 * self.macs / ms / 1e6
    }

    /// The peer that was fastest by `time`.
    pub fn best_peer(&self, time: impl Fn(&Contestant) -> f64) -> Option<&Contestant> {
        let peers = self.contestants.iter().filter(|one| one.side == Side::Peer);
        peers.min_by(|a, b| time(a).total_cmp(&time(b)))
    }

    /// How many times faster than the best peer the `at`-th of ours was by `time`.
    pub fn ahead(&self, at: usize, time: impl Fn(&Contestant) -> f64) -> Option<f64> {
        let ours = self.contestants.iter().filter(|one| one.side == Side::Ours).nth(at)?;
        Some(time(self.best_peer(&time)?) / time(ours))
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// Ours takes 1 ms and 2 ms, the best peer 2 ms, for a million products.
    pub fn sample() -> Result<Measured> {
        let one = |name: &str, side: &str, ms: f64| {
            serde_json::json!({"name": name, "side": side, "error": 1e-6, "path": "gemm",
                "kernel": {"median": ms * 1.5, "p10": ms}, "end": {"median": ms * 3.0, "p10": ms * 2.0}})
        };
        let contestants = [
            one("ours relaxed", "ours", 1.0),
            one("ours simd128", "ours", 2.0),
            one("a", "peer", 3.0),
            one("b", "peer", 2.0),
            one("js", "plain", 0.5),
        ];
        let row = serde_json::json!({"name": "R1", "layer": "nn.Conv2d(1, 1, 3)", "shape": [1, 9, 9], "macs": 1e6,
            "targets": {"kernel": 2.5, "end": 1.5, "limit": 2.0}, "contestants": contestants});
        let text = serde_json::json!({"chrome": "Chrome/1", "versions": ["a 1", "b 2"], "load": 0.25, "tolerance": 2e-5, "rounds": 5,
            "rows": [row]});
        Measured::read(&text.to_string())
    }

    #[test]
    fn the_best_peer_is_neither_ours_nor_plain() -> Result<()> {
        let measured = sample()?;
        let row = &measured.rows[0];
        assert_eq!(
            row.best_peer(|one| one.kernel.p10).map(|one| one.name.as_str()),
            Some("b")
        );
        assert_eq!(row.ahead(0, |one| one.kernel.p10), Some(2.0));
        assert_eq!(row.ahead(1, |one| one.end.median), Some(1.0));
        assert_eq!(row.ahead(2, |one| one.kernel.p10), None);
        assert_eq!(row.rate(1.0), 2.0);
        Ok(())
    }
}

//! A scene as the query of an address.
use story::link::{self, Shot};

/// The query of a scene, with its `?`; nothing for a fresh page's.
pub fn query(shot: &Shot) -> String {
    let mut query = String::new();
    for (name, value) in link::write(shot) {
        query.push(if query.is_empty() { '?' } else { '&' });
        query += &name;
        query.push('=');
        query += &encoded(&value);
    }
    query
}

/// Percent-encoded, but for what a query may hold and a person wants to read.
fn encoded(value: &str) -> String {
    let encoded = String::from(js_sys::encode_uri_component(value));
    encoded.replace("%2C", ",").replace("%3B", ";").replace("%3D", "=")
}

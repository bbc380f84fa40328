//! A link as a QR code, for a room to take away.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// Largest version made: beyond it the squares are too small for a camera at some distance.
const LARGEST: u8 = 27;

/// A code: its dark squares, each one unit wide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Squares along a side.
    pub size: i32,
    /// Its dark squares, as the path of an SVG.
    pub path: String,
}

/// The code of a text; `None` if it is too long for one that can be read.
pub fn qr(text: &str) -> Option<Qr> {
    let segments = QrSegment::make_segments(text);
    let largest = Version::new(LARGEST);
    let code =
        QrCode::encode_segments_advanced(&segments, QrCodeEcc::Low, Version::new(1), largest, None, true).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{start} {y}h{0}v1h-{0}z", x - start);
            }
            x += 1;
        }
    }
    Some(Qr { size: code.size(), path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fills what the path says and reads it as a camera would.
    fn read(code: &Qr) -> String {
        const SCALE: i32 = 4;
        let mut dark = vec![false; (code.size * code.size) as usize];
        for run in code.path.split('M').skip(1) {
            let (start, rest) = run.split_once('h').expect("a run");
            let (x, y) = start.split_once(' ').expect("a start");
            let (length, _) = rest.split_once('v').expect("a length");
            let [x, y, length] = [x, y, length].map(|number| number.parse::<i32>().expect("a number"));
            for square in x..x + length {
                dark[(y * code.size + square) as usize] = true;
            }
        }
        // A rim of four squares, as every reader expects.
        let side = ((code.size + 8) * SCALE) as usize;
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            let [x, y] = [x, y].map(|pixel| pixel as i32 / SCALE - 4);
            let inside = (0..code.size).contains(&x) && (0..code.size).contains(&y);
            if inside && dark[(y * code.size + x) as usize] { 0 } else { 255 }
        });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().expect("readable").1
    }

    #[test]
    fn a_reader_reads_what_was_written() {
        let short = "https://example.org/lab/?v=2&scenario=software";
        let long = format!("{short}&beta=0.2&file={}", "abcDEF123_-".repeat(90));
        for text in [short, &long] {
            assert_eq!(read(&qr(text).expect("short enough")), text);
        }
    }

    #[test]
    fn what_is_too_long_has_none() {
        assert!(qr(&"x".repeat(1_400)).is_some());
        assert!(qr(&"x".repeat(1_500)).is_none());
    }
}

//! One line of CSV, built in a buffer that is used again.

/// A line under construction. No cell here ever needs quotes: see [`Row::text`].
#[derive(Default)]
pub(super) struct Row {
    line: Vec<u8>,
}

impl Row {
    pub(super) fn clear(&mut self) {
        self.line.clear();
    }

    /// The line with its end.
    pub(super) fn finish(&mut self) -> &[u8] {
        self.line.pop();
        self.line.push(b'\n');
        &self.line
    }

    /// A cell of plain text.
    pub(super) fn text(&mut self, text: &str) {
        debug_assert!(!text.contains([',', '"', '\n']), "{text} would need quotes");
        self.line.extend_from_slice(text.as_bytes());
        self.end();
    }

    /// A cell left empty: unknown.
    pub(super) fn unknown(&mut self) {
        self.end();
    }

    /// A cell of true, false or unknown.
    pub(super) fn flag(&mut self, flag: Option<bool>) {
        self.text(match flag {
            Some(true) => "true",
            Some(false) => "false",
            None => "",
        });
    }

    /// A cell of a number with this many decimals, or unknown.
    pub(super) fn number(&mut self, x: Option<f64>, decimals: u32) {
        if let Some(x) = x {
            self.push_number(x, decimals);
        }
        self.end();
    }

    /// Bytes of a cell that goes on.
    pub(super) fn push(&mut self, text: &str) {
        self.line.extend_from_slice(text.as_bytes());
    }

    /// A number of a cell that goes on. Not negative.
    pub(super) fn push_number(&mut self, x: f64, decimals: u32) {
        let unit = 10_u64.pow(decimals);
        let units = (x * unit as f64 + 0.5) as u64;
        self.push_whole(units / unit, 1);
        if decimals > 0 {
            self.line.push(b'.');
            self.push_whole(units % unit, decimals);
        }
    }

    /// A whole number with at least this many digits.
    pub(super) fn push_whole(&mut self, number: u64, digits: u32) {
        let mut buffer = [b'0'; 20];
        let (mut at, mut left) = (buffer.len(), number);
        let least = buffer.len() - digits as usize;
        while left > 0 || at > least {
            at -= 1;
            buffer[at] = b'0' + (left % 10) as u8;
            left /= 10;
        }
        self.line.extend_from_slice(&buffer[at..]);
    }

    /// The end of a cell.
    pub(super) fn end(&mut self) {
        self.line.push(b',');
    }
}

/// As a machine prints it.
pub(super) fn rounded(x: f64, decimals: u32) -> f64 {
    let unit = 10_u64.pow(decimals) as f64;
    (x * unit + 0.5).floor() / unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_they_are_written() {
        let mut row = Row::default();
        row.number(Some(0.6785), 3);
        row.number(Some(12.004), 2);
        row.number(Some(0.0), 0);
        row.number(None, 3);
        row.flag(None);
        row.push("clinic-");
        row.push_whole(7, 4);
        row.end();
        assert_eq!(row.finish(), b"0.679,12.00,0,,,clinic-0007\n");
    }
}

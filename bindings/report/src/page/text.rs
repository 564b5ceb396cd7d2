//! A document as plain text.

use super::{Block, Document, Line, Section};
use crate::catalogue::Catalogue;

pub(crate) fn document(document: &Document, words: &Catalogue) -> String {
    let mut text = String::new();
    let mut put = |line: &str| {
        text.push_str(&words.language().typeset(line));
        text.push('\n');
    };
    put(&document.title);
    for section in document.first.iter().chain(&document.rest) {
        write_section(section, words, &mut put);
    }
    put("");
    for line in &document.foot {
        put(line);
    }
    text
}

fn write_section(section: &Section, words: &Catalogue, put: &mut impl FnMut(&str)) {
    put("");
    put(&section.title.to_uppercase());
    for block in &section.blocks {
        match block {
            Block::Lines(lines) => lines.iter().for_each(|line| write_line(line, "", put)),
            Block::List(lines) => lines.iter().for_each(|line| write_line(line, "- ", put)),
            Block::Table { head, rows } => {
                for row in rows {
                    let mut cells = row.iter().zip(head).filter(|(cell, _)| !cell.is_empty());
                    let mut line = cells.next().map_or_else(String::new, |(first, _)| format!("- {first}"));
                    for (index, (cell, head)) in cells.enumerate() {
                        line.push_str(if index == 0 {
                            words.language().colon()
                        } else {
                            words.language().separator()
                        });
                        line.push_str(&format!("{head} {cell}"));
                    }
                    put(&line);
                }
            }
            Block::Sources(sources) => sources.iter().for_each(|(id, text)| put(&format!("[{id}] {text}"))),
            Block::Drawing { caption, .. } => put(caption),
        }
    }
}

fn write_line(line: &Line, mark: &str, put: &mut impl FnMut(&str)) {
    let sources =
        if line.sources.is_empty() { String::new() } else { format!(" [{}]", line.sources.join(", ")) };
    put(&format!("{mark}{}{sources}", line.text));
    let deeper = format!("  {}", if mark.is_empty() { "- " } else { mark });
    line.below.iter().for_each(|line| write_line(line, &deeper, put));
}

//! A document as HTML: everything in it, every text escaped.

use super::{Block, Document, Line, Section};
use crate::catalogue::Catalogue;
use crate::language::Language;

const STYLE: &str = include_str!("style.css");

/// Text as HTML writes it.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

pub(crate) fn document(document: &Document, words: &Catalogue) -> String {
    let page = Page(words.language());
    let title = page.text(&document.title);
    let class = crowding(document);
    let first: String = document.first.iter().map(|section| page.section(section)).collect();
    let rest: String = document.rest.iter().map(|section| page.section(section)).collect();
    let foot: String = document.foot.iter().map(|line| format!("<p>{}</p>", page.text(line))).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main class=\"{class}\">\n<h1>{title}</h1>\n{first}\
         <footer>{foot}</footer>\n</main>\n<div class=\"rest\">\n{rest}</div>\n</body>\n</html>\n",
        words.language().code()
    )
}

/// The class of the first page: the more is said, the smaller it is set, so that it stays one page.
fn crowding(document: &Document) -> &'static str {
    const CROWDED: usize = 4100;
    const FULL: usize = 4600;
    let length = |lines: &[Line]| -> usize {
        lines
            .iter()
            .flat_map(|line| core::iter::once(line).chain(&line.below))
            .map(|l| l.text.chars().count())
            .sum()
    };
    let blocks = document.first.iter().flat_map(|section| &section.blocks);
    let said: usize = blocks
        .map(|block| match block {
            Block::Lines(lines) | Block::List(lines) => length(lines),
            _ => 0,
        })
        .sum();
    match said {
        full if full > FULL => "first crowded full",
        crowded if crowded > CROWDED => "first crowded",
        _ => "first",
    }
}

struct Page(Language);

impl Page {
    fn text(&self, text: &str) -> String {
        escape(&self.0.typeset(text))
    }

    fn section(&self, section: &Section) -> String {
        let blocks: String = section.blocks.iter().map(|block| self.block(block)).collect();
        format!(
            "<section class=\"{}\">\n<h2>{}</h2>\n{blocks}</section>\n",
            section.class,
            self.text(&section.title)
        )
    }

    fn block(&self, block: &Block) -> String {
        match block {
            Block::Lines(lines) => lines.iter().map(|line| format!("<p>{}</p>\n", self.line(line))).collect(),
            Block::List(lines) => self.list(lines),
            Block::Table { head, rows } => {
                let cells = |row: &[String], tag: &str| -> String {
                    row.iter().map(|cell| format!("<{tag}>{}</{tag}>", self.text(cell))).collect()
                };
                let body: String =
                    rows.iter().map(|row| format!("<tr>{}</tr>\n", cells(row, "td"))).collect();
                format!(
                    "<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n",
                    cells(head, "th")
                )
            }
            Block::Sources(sources) => {
                let items = sources.iter().map(|(id, text)| {
                    format!("<li id=\"source-{0}\"><b>{0}</b> {1}</li>\n", escape(id), self.text(text))
                });
                format!("<ul>\n{}</ul>\n", items.collect::<String>())
            }
            Block::Drawing { svg, caption } => {
                format!("<figure>\n{svg}\n<figcaption>{}</figcaption>\n</figure>\n", self.text(caption))
            }
        }
    }

    fn list(&self, lines: &[Line]) -> String {
        let items: String = lines.iter().map(|line| format!("<li>{}</li>\n", self.line(line))).collect();
        format!("<ul>\n{items}</ul>\n")
    }

    fn line(&self, line: &Line) -> String {
        let mut html = self.text(&line.text);
        if !line.sources.is_empty() {
            let links: Vec<String> = line
                .sources
                .iter()
                .map(|id| format!("<a href=\"#source-{0}\">{0}</a>", escape(id)))
                .collect();
            html.push_str(&format!(" <cite>[{}]</cite>", links.join(", ")));
        }
        if !line.below.is_empty() {
            html.push_str(&self.list(&line.below));
        }
        html
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_sign_of_html_is_escaped() {
        assert_eq!(super::escape("<b a='1' c=\"2\">&"), "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;");
    }
}

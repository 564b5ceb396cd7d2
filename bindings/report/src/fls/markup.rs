//! Pieces of a page: text that is escaped when it is taken in, and the tables and sections made of it.

use crate::catalogue::Catalogue;
use crate::page::html::escape;

/// Markup. Text comes in by [`Html::text`] alone, which escapes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Html(String);

impl Html {
    /// Text in the words of the catalogue's language: escaped, its spaces set.
    pub(super) fn text(text: &str, words: &Catalogue) -> Self {
        Self(escape(&words.language().typeset(text)))
    }

    /// Text in the words of the engine, marked where the page speaks another language.
    pub(super) fn english(text: &str, words: &Catalogue) -> Self {
        if words.language() == crate::language::Language::English {
            return Self::text(text, words);
        }
        Self(format!("<span lang=\"en\">{}</span>", escape(text)))
    }

    /// Markup of our own making.
    pub(super) fn drawn(markup: String) -> Self {
        Self(markup)
    }

    /// This within an element.
    pub(super) fn within(&self, tag: &str, class: &str) -> Self {
        if class.is_empty() {
            Self(format!("<{tag}>{}</{tag}>", self.0))
        } else {
            Self(format!("<{tag} class=\"{class}\">{}</{tag}>", self.0))
        }
    }

    /// This, and that after it.
    pub(super) fn then(mut self, other: &Self) -> Self {
        self.0.push_str(&other.0);
        self
    }

    /// This, and that after a space, where there is both.
    pub(super) fn and(mut self, other: &Self) -> Self {
        if !self.0.is_empty() && !other.0.is_empty() {
            self.0.push(' ');
        }
        self.0.push_str(&other.0);
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromIterator<Html> for Html {
    fn from_iter<I: IntoIterator<Item = Html>>(parts: I) -> Self {
        Self(parts.into_iter().map(|part| part.0).collect())
    }
}

/// A sentence as a paragraph.
pub(super) fn paragraph(text: &Html) -> Html {
    if text.is_empty() { Html::default() } else { text.within("p", "") }
}

/// Sentences as a list; nothing where there is none.
pub(super) fn list(items: &[Html]) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    let items: Html = items.iter().map(|item| item.within("li", "")).collect();
    items.within("ul", "")
}

/// A table; nothing where it has no rows. `head` are ids of messages.
pub(super) fn table(class: &str, head: &[&str], rows: &[Vec<Html>], words: &Catalogue) -> Html {
    let head: Vec<Html> = head.iter().map(|id| Html::text(&words.word(id), words)).collect();
    table_headed(class, &head, rows)
}

/// A table whose heads are words already.
pub(super) fn table_headed(class: &str, head: &[Html], rows: &[Vec<Html>]) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    let heads: Html = head
        .iter()
        .map(|cell| Html(format!("<th scope=\"col\">{}</th>", cell.as_str())))
        .collect::<Html>()
        .within("tr", "")
        .within("thead", "");
    let body: Html = rows
        .iter()
        .map(|row| {
            let cells: Html = row.iter().map(|cell| cell.within("td", "")).collect();
            cells.within("tr", "").then(&Html("\n".to_owned()))
        })
        .collect();
    heads.then(&body.within("tbody", "")).within("table", class).then(&Html("\n".to_owned()))
}

/// A section under a heading; nothing where it is empty. `title` is the id of a message.
pub(super) fn section(class: &str, title: &str, body: &Html, words: &Catalogue) -> Html {
    if body.is_empty() {
        return Html::default();
    }
    let heading = Html::text(&words.word(title), words).within("h2", "");
    heading.then(body).within("section", class).then(&Html("\n".to_owned()))
}

/// A heading below that of a section.
pub(super) fn heading(text: &str, words: &Catalogue) -> Html {
    Html::text(text, words).within("h3", "")
}

/// A whole page that needs nothing else.
pub(super) fn page(title: &str, style: &str, body: &Html, words: &Catalogue) -> String {
    let title = Html::text(title, words);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <style>\n{style}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
        words.language().code(),
        title.as_str(),
        body.as_str()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn text_is_escaped_and_marked() {
        let words = Catalogue::new(Language::French);
        assert_eq!(Html::text("<b> : 3 %", &words).as_str(), "&lt;b&gt;\u{a0}: 3\u{a0}%");
        assert_eq!(Html::english("a&b", &words).as_str(), "<span lang=\"en\">a&amp;b</span>");
        assert!(table("", &[], &[], &words).is_empty());
    }
}

//! What is asked of columns, by name.

use crate::Engine;
use crate::error::{Code, Refusal, nearest};
use crate::outputs::{Output, Outputs};

use super::answer_column::AnswerColumn;

/// The columns of these names, each the name of a column or of a section with all its columns, with what must stand
/// beside them; and the engine asked for no more than they need. `None`: every column.
///
/// # Errors
/// A name that is none, with the nearest that is; no name; a section that has no columns; columns that cannot stand
/// beside each other.
///
/// ```
/// use osteon::batch::asked_for;
/// let names = ["diagnosis".to_owned()];
/// let (_, columns) = asked_for(osteon::Engine::default(), Some(&names))?;
/// assert!(columns.iter().any(|column| column.name == "refused"));
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn asked_for(engine: Engine, names: Option<&[String]>) -> Result<(Engine, Vec<AnswerColumn>), Refusal> {
    let all = AnswerColumn::all(engine.setup());
    let mut asked: Vec<AnswerColumn> = Vec::new();
    let mut whole = names.is_none();
    let mut add = |column: &AnswerColumn| {
        if !asked.contains(column) {
            asked.push(column.clone());
        }
    };
    let every: Vec<String>;
    let names = match names {
        Some(names) => names,
        None => {
            every = Output::KEYS.iter().map(|key| (*key).to_owned()).collect();
            &every
        }
    };
    // `diagnosis` is a section and a column: beside columns it is one of them.
    let column_of = |name: &String| all.iter().find(|column| column.name == *name);
    let beside_columns =
        names.iter().any(|name| column_of(name).is_some() && Output::from_key(name).is_none());
    for name in names {
        let column = column_of(name);
        if let Some(section) = Output::from_key(name).filter(|_| column.is_none() || !beside_columns) {
            let of_section: Vec<&AnswerColumn> =
                all.iter().filter(|column| column.section() == Some(section)).collect();
            if of_section.is_empty() && !whole {
                let limit = "has no columns: ask it of one person at a time";
                return Err(Refusal::new(Code::NotUsable, "outputs", name.clone(), limit));
            }
            whole = true;
            of_section.into_iter().for_each(&mut add);
        } else if let Some(column) = column {
            add(column);
        } else {
            let columns = all.iter().map(|column| column.name.as_str());
            let known: Vec<&str> = Output::KEYS.iter().copied().chain(columns).collect();
            let near = nearest(name, &known).map_or(String::new(), |near| format!("did you mean {near}? "));
            let limit = format!("{near}a section ({}) or a column of answers", Output::KEYS.join(", "));
            return Err(Refusal::new(Code::UnknownId, "outputs", name.clone(), limit));
        }
    }
    for column in asked.clone() {
        for companion in column.companions().into_iter().chain(column.beside()) {
            if !asked.contains(&companion) {
                asked.push(companion);
            }
        }
    }
    // Why a row has no answer stands beside every answer.
    let of_rows = if whole { &["assumed", "flags", "refused"][..] } else { &["refused"] };
    for column in all.iter().filter(|column| of_rows.contains(&&*column.name)) {
        if !asked.contains(column) {
            asked.push(column.clone());
        }
    }
    if names.is_empty() {
        let limit = "name sections or columns of answers, or leave it out for all";
        return Err(Refusal::new(Code::Missing, "outputs", "", limit));
    }
    AnswerColumn::check_together(&asked)?;
    let sections: Outputs = asked.iter().filter_map(AnswerColumn::section).collect();
    Ok((engine.with_outputs(sections), asked))
}

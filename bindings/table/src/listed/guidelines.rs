//! The guidelines, and their rules.

use osteon::citation::{CitationId, Confidence};
use osteon::document::guidance::{Recommendation, Tier};
use osteon::rule::{AgeLimits, Between, Guideline, Limit, Seen, When};

use super::Listed;

/// The registry of guidelines.
pub fn guidelines(listed: impl Iterator<Item = &'static Guideline>) -> Listed {
    let columns: &[&str] = &[
        "id",
        "name",
        "countries",
        "published",
        "checked_on",
        "superseded_by",
        "verified",
        "verification",
        "speaks_of",
        "frax",
        "citation",
        "source",
    ];
    let rows = listed.map(|g| {
        let population: Vec<String> = g.population.iter().map(|part| part.when.describe()).collect();
        vec![
            g.id.to_owned(),
            g.name.to_owned(),
            g.countries.join(" "),
            g.published.to_owned(),
            g.checked_on.unwrap_or_default().to_owned(),
            g.superseded_by.unwrap_or_default().to_owned(),
            (g.seen == Seen::Checked).to_string(),
            g.verification.to_owned(),
            population.join("; "),
            g.frax.join(" "),
            g.citation.id().to_owned(),
            g.citation.citation().to_string(),
        ]
    });
    Listed { columns, rows: rows.collect() }
}

/// Every decision table, printed from the rules.
pub fn rules(listed: impl Iterator<Item = &'static Guideline>) -> Listed {
    let columns: &[&str] = &[
        "guideline",
        "order",
        "rule",
        "when",
        "category",
        "recommendation",
        "also",
        "tier",
        "citation",
        "confidence",
    ];
    Listed { columns, rows: listed.flat_map(of_guideline).collect() }
}

fn of_guideline(g: &'static Guideline) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut push = |order: String,
                    id: &str,
                    when: String,
                    then: [String; 4],
                    source: Option<(CitationId, Confidence)>| {
        let [category, recommendation, also, tier] = then;
        let (citation, confidence) =
            source.map_or(("", ""), |(citation, confidence)| (citation.id(), confidence.as_str()));
        let cells = [g.id, &order, id, &when, &category, &recommendation, &also, &tier, citation, confidence];
        rows.push(cells.map(str::to_owned).to_vec());
    };
    let none = || [String::new(), String::new(), String::new(), String::new()];
    for part in g.population {
        let not_applicable = Recommendation::NotApplicable.as_str();
        let then =
            [String::new(), format!("else {not_applicable}: {}", part.outside), String::new(), String::new()];
        push("population".to_owned(), part.id, part.when.describe(), then, None);
    }
    for (order, rule) in (1_u32..).zip(g.rules) {
        let also: Vec<&str> = rule.then.also.iter().map(|also| also.as_str()).collect();
        let then = [
            rule.then.category.unwrap_or_default().to_owned(),
            rule.then.recommendation.as_str().to_owned(),
            also.join(" "),
            rule.then.tier.map_or("", Tier::as_str).to_owned(),
        ];
        push(order.to_string(), rule.id, rule.when.describe(), then, Some((rule.citation, rule.confidence)));
    }
    for addition in g.additions {
        let then = [String::new(), String::new(), addition.also.as_str().to_owned(), String::new()];
        let source = Some((addition.citation, addition.confidence));
        push("beside".to_owned(), addition.id, addition.when.describe(), then, source);
    }
    for remark in g.remarks {
        let then = [String::new(), remark.text.to_owned(), String::new(), String::new()];
        push("remark".to_owned(), remark.code, remark.when.describe(), then, None);
    }
    for table in limits_by_age(g) {
        push("limits".to_owned(), table.id, by_age(table), none(), Some((table.citation, table.confidence)));
    }
    rows
}

/// The tables of limits by age that the rules name, each once.
fn limits_by_age(g: &'static Guideline) -> Vec<&'static AgeLimits> {
    let mut tables: Vec<&'static AgeLimits> = Vec::new();
    for condition in g.conditions() {
        condition.for_each(&mut |predicate| {
            if let When::Is(_, _, Limit::ByAge(table)) = predicate
                && !tables.iter().any(|known| known.id == table.id)
            {
                tables.push(table);
            }
        });
    }
    tables
}

/// `from 50: 7.3; from 55: 9.5`; two readings as `17.6 or 17.9`.
fn by_age(table: &AgeLimits) -> String {
    let row = |(age, low, high): &(u8, f64, f64)| {
        if low < high { format!("at {age}: {low} or {high}") } else { format!("at {age}: {low}") }
    };
    let rows: Vec<String> = table.rows.iter().map(row).collect();
    let between = match table.between {
        Between::Step => "the lower age's between",
        Between::Line => "a straight line between",
        Between::Nearest => "the nearest age's between",
        Between::NoggOption => "between by the option nogg_between_ages",
    };
    format!("{}; {between}", rows.join("; "))
}

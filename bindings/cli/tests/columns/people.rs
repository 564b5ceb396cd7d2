//! People at random, as a table.

use osteon::columns::Kind;

/// People at random, some with values that are refused: every column that a person may have, now and then.
pub(super) fn random(people: usize, seed: u64) -> String {
    let names: Vec<String> =
        osteon::columns::names().into_iter().filter(|name| !name.starts_with("age_years")).collect();
    let mut state = seed;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut csv = format!("age_years,{},lab_calcium_mmol_l\n", names.join(","));
    for person in 0..people {
        let mut row = vec![(40 + next(60)).to_string()];
        for name in &names {
            let kind = osteon::columns::column(name).unwrap().kind;
            let always = matches!(name.as_str(), "id" | "sex" | "manufacturer" | "bmd_femoral_neck");
            if !always && next(4) > 0 {
                row.push(String::new());
                continue;
            }
            row.push(match (name.as_str(), kind) {
                ("id", _) => format!("p{person}"),
                ("fractures", _) => ["none", "pelvis@24!low", "vertebra@66y;distal_forearm@2020-02-03"]
                    [next(3) as usize]
                    .into(),
                ("treatments", _) => ["none", "alendronate@2019-01-01..2023-12-31"][next(2) as usize].into(),
                ("complete", _) => ["fractures;risk_factors", "none"][next(2) as usize].into(),
                (_, Kind::List) => "none".into(),
                (_, Kind::Text) => "x".into(),
                (_, Kind::Date) => format!("20{:02}-0{}-1{}", 10 + next(14), 1 + next(9), next(9)),
                (_, Kind::Flag) => ["true", "false"][next(2) as usize].into(),
                (_, Kind::Count) => next(5).to_string(),
                (_, Kind::Choice(keys)) => keys[next(keys.len() as u64) as usize].into(),
                (name, _) if name.starts_with("bmd_mg") || name.starts_with("sbmd") => {
                    (500 + next(700)).to_string()
                }
                (name, _) if name.starts_with("bmd_") => format!("0.{}", 400 + next(599)),
                (name, _) if name.ends_with("_cm") => (140 + next(50)).to_string(),
                (name, _) if name.ends_with("_kg") => (45 + next(60)).to_string(),
                _ => format!("{}.{}", next(9), next(10)),
            });
        }
        row.push(format!("2.{}", next(100)));
        csv.push_str(&row.join(","));
        csv.push('\n');
    }
    csv
}

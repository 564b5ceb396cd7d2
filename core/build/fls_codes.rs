//! Which codes are fractures, what else speaks of one, and who is counted: `fls/codes_*.csv`,
//! `fls/populations.csv`, `fls/population_sites.csv`, `fls/case_finding.csv`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::rows::{self, CONFIDENCE, Row};

const ROLE: &[(&str, &str)] = &[
    ("fracture", "Role::Fracture"),
    ("immobilisation", "Role::Immobilisation"),
    ("low_trauma", "Role::LowTrauma"),
    ("high_trauma", "Role::HighTrauma"),
    ("bone_tumour", "Role::BoneTumour"),
    ("bone_disease", "Role::BoneDisease"),
    ("osteoporosis", "Role::Osteoporosis"),
    ("hardware_removal", "Role::HardwareRemoval"),
    ("on_bisphosphonate", "Role::OnBisphosphonate"),
    ("context", "Role::Context"),
];
const NATURE: &[(&str, &str)] = &[
    ("traumatic", "Nature::Traumatic"),
    ("osteoporotic", "Nature::Osteoporotic"),
    ("collapsed_vertebra", "Nature::CollapsedVertebra"),
    ("pathological", "Nature::Pathological"),
    ("neoplastic", "Nature::Neoplastic"),
    ("other_disease", "Nature::OtherDisease"),
    ("stress", "Nature::Stress"),
    ("periprosthetic", "Nature::Periprosthetic"),
    ("non_traumatic", "Nature::NonTraumatic"),
    ("atypical", "Nature::Atypical"),
];
const TIER: &[(&str, &str)] = &[
    ("core", "Tier::Core"),
    ("extended", "Tier::Extended"),
    ("review", "Tier::Review"),
    ("exclude", "Tier::Exclude"),
];
const PART: &[(&str, &str)] = &[
    ("", "None"),
    ("carpus", "Some(Part::Carpus)"),
    ("metacarpus", "Some(Part::Metacarpus)"),
    ("tarsus", "Some(Part::Tarsus)"),
    ("metatarsus", "Some(Part::Metatarsus)"),
];
const REVIEW: &[(&str, &str)] = &[
    ("", "None"),
    ("site_unclear", "Some(CountedBecause::SiteUnclear)"),
    ("trauma_unclear", "Some(CountedBecause::TraumaUnclear)"),
    ("act_only", "Some(CountedBecause::ActOnly)"),
];
const POPULATION: &[(&str, &str)] = &[
    ("own", "PopulationId::Own"),
    ("grio", "PopulationId::Grio"),
    ("fls_db", "PopulationId::FlsDb"),
    ("omw_style", "PopulationId::OmwStyle"),
    ("mips_418", "PopulationId::Mips418"),
];

/// Every code set, each in the order of its patterns.
pub(crate) fn code_sets(data: &Path, citations: &mut Citations) -> String {
    let mut sets = String::from("pub(super) static CODE_SETS: &[CodeSet] = &[\n");
    let mut systems = BTreeSet::new();
    for system in rows::read(&data.join("fls/code_systems.csv")) {
        let name = variant(system.text("system"));
        if !systems.insert(name.clone()) {
            system.fail(format!("system: {name} is there twice"));
        }
        system.choice("confidence", CONFIDENCE);
        writeln!(
            sets,
            "CodeSet {{ system: CodeSystem::{name}, version: {:?}, citation: {}, entries: &[",
            system.text("version"),
            citations.of(&system),
        )
        .expect("a string");
        let exact = name == "Snomed";
        let mut entries: Vec<(String, String)> = Vec::new();
        for row in rows::read(&data.join("fls").join(system.text("file"))) {
            let pattern = pattern(&row, exact);
            if entries.iter().any(|(earlier, _)| *earlier == pattern) {
                row.fail(format!("pattern: {pattern} is there twice in {name}"));
            }
            entries.push((pattern.clone(), entry(&row, &pattern, citations)));
        }
        entries.sort();
        entries.iter().for_each(|(_, entry)| sets.push_str(entry));
        sets.push_str("] },\n");
    }
    sets.push_str("];\n");
    sides(data, citations, &mut sets);
    sets
}

/// Where codes of ICD-10-CM state a side; `#` in the pattern is the place of the character that does.
fn sides(data: &Path, citations: &mut Citations, code: &mut String) {
    code.push_str("pub(super) static SIDES: &[SidePattern] = &[\n");
    let mut seen = BTreeSet::new();
    for row in rows::read(&data.join("fls/codes_icd10_cm_sides.csv")) {
        let text = row.text("pattern");
        let fits = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b"?#".contains(&byte);
        if !text.bytes().all(fits) || text.matches('#').count() != 1 || text.len() > 6 {
            row.fail(format!("pattern: {text:?} is none of up to six characters with one #"));
        }
        if !seen.insert(text.to_owned()) {
            row.fail(format!("pattern: {text} is there twice"));
        }
        let (right, left) = (row.text("right"), row.text("left"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(right) || !digits(left) || right.contains(|digit| left.contains(digit)) {
            row.fail("right, left: digits, and none of both");
        }
        if row.choice("confidence", CONFIDENCE).starts_with("Confidence::C") {
            row.fail("confidence: a side that is recalled only tells no fractures apart");
        }
        citations.of(&row);
        writeln!(
            code,
            "SidePattern {{ pattern: {:?}, place: {}, right: {right:?}, left: {left:?} }},",
            text.replace('#', "?"),
            text.find('#').unwrap_or_default(),
        )
        .expect("a string");
    }
    code.push_str("];\n");
}

/// Numbers of case finding that are not options.
fn numbers(data: &Path, citations: &mut Citations, code: &mut String) {
    let mut seen = BTreeSet::new();
    for row in rows::read(&data.join("fls/case_finding.csv")) {
        row.choice("id", &[("siteless_same_days", "")]);
        row.choice("unit", &[("days", "")]);
        let id = row.text("id");
        if !seen.insert(id.to_owned()) {
            row.fail(format!("{id} is there twice"));
        }
        let value = row.whole("value").unwrap_or_else(|| row.fail("value: it must be stated"));
        if !(1..=365).contains(&value) {
            row.fail(format!("value: {value} is outside 1-365"));
        }
        if row.choice("confidence", CONFIDENCE).starts_with("Confidence::C") {
            row.fail("confidence: a number that is recalled only finds no case");
        }
        citations.of(&row);
        let (name, meaning) = (id.to_uppercase(), row.text("meaning"));
        writeln!(code, "/// {meaning}.\npub(in crate::fls::case_finding) const {name}: u32 = {value};")
            .expect("a string");
    }
}

/// How the codes of a fracture begin in any version of ICD-10.
pub(crate) fn shapes(data: &Path, citations: &mut Citations) -> String {
    let mut code = String::from("pub(super) static LIKE_A_FRACTURE: &[Entry] = &[\n");
    for row in rows::read(&data.join("fls/fracture_shapes.csv")) {
        if row.text("role") != "fracture" || row.text("review").is_empty() {
            row.fail("a code that no set has is a fracture to be looked at, and nothing else");
        }
        let pattern = pattern(&row, false);
        code.push_str(&entry(&row, &pattern, citations));
    }
    code.push_str("];\n");
    code
}

/// Who is counted in each measure, and which sites are not.
pub(crate) fn populations(data: &Path, citations: &mut Citations) -> String {
    let mut code = String::from("pub(super) static POPULATIONS: &[Population] = &[\n");
    let mut seen = BTreeSet::new();
    for row in rows::read(&data.join("fls/populations.csv")) {
        let id = row.choice("population", POPULATION);
        if !seen.insert(id.clone()) {
            row.fail(format!("{id} is there twice"));
        }
        let ages = (row.whole("age_min_years"), row.whole("age_max_years"));
        if matches!(ages, (Some(min), Some(max)) if min > max) {
            row.fail("age_min_years is above age_max_years");
        }
        row.choice("confidence", CONFIDENCE);
        writeln!(
            code,
            "Population {{ id: {id}, sex: {}, age_min_years: {:?}, age_max_years: {:?}, age_on: {}, citation: {} }},",
            row.choice("sex", &[("any", "None"), ("female", "Some(Sex::Female)"), ("male", "Some(Sex::Male)")]),
            ages.0,
            ages.1,
            row.choice(
                "age_on",
                &[("event", "AgeOn::Event"), ("measurement_year_end", "AgeOn::MeasurementYearEnd")]
            ),
            citations.of(&row),
        )
        .expect("a string");
    }
    code.push_str("];\npub(super) static POPULATION_SITES: &[PopulationSite] = &[\n");
    let mut sites = BTreeSet::new();
    for row in rows::read(&data.join("fls/population_sites.csv")) {
        let id = row.choice("population", POPULATION);
        if !seen.contains(&id) {
            row.fail(format!("{id} is not in populations.csv"));
        }
        let (site, part) = (variant(row.text("site")), row.choice("part", PART));
        if !sites.insert((id.clone(), site.clone(), part.clone())) {
            row.fail(format!("{id} says twice what {site} is"));
        }
        row.choice("confidence", CONFIDENCE);
        let because = row.choice(
            "because",
            &[
                ("site_excluded", "CountedBecause::SiteExcluded"),
                ("site_unclear", "CountedBecause::SiteUnclear"),
            ],
        );
        let citation = citations.of(&row);
        writeln!(
            code,
            "PopulationSite {{ population: {id}, site: FractureSite::{site}, part: {part}, \
             because: {because}, citation: {citation} }},"
        )
        .expect("a string");
    }
    code.push_str("];\n");
    numbers(data, citations, &mut code);
    code
}

fn pattern(row: &Row, exact: bool) -> String {
    let text = row.text("pattern");
    let fits = if exact {
        text.len() >= 6 && text.bytes().all(|byte| byte.is_ascii_digit())
    } else {
        let plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'?';
        text.len() >= 2 && text.bytes().all(plain) && !text.starts_with('?')
    };
    if !fits {
        row.fail(format!("pattern: {text:?} is none"));
    }
    text.to_owned()
}

fn entry(row: &Row, pattern: &str, citations: &mut Citations) -> String {
    let role = row.choice("role", ROLE);
    let confidence = row.choice("confidence", CONFIDENCE);
    if confidence.starts_with("Confidence::C") {
        row.fail("confidence: a code that is recalled only finds no case");
    }
    let finds = matches!(role.as_str(), "Role::Fracture" | "Role::Immobilisation");
    let fracture = if finds {
        let (nature, tier) = (row.choice("nature", NATURE), row.choice("tier", TIER));
        let review = row.choice("review", REVIEW);
        if review != "None" && tier != "Tier::Review" {
            row.fail("review: a reason to look at it, and a tier that counts it");
        }
        let says_why = !matches!(nature.as_str(), "Nature::Traumatic" | "Nature::Osteoporotic");
        if tier == "Tier::Review" && review == "None" && !says_why {
            row.fail("review: why?");
        }
        format!(
            "Some(FractureMeaning {{ nature: {nature}, site: FractureSite::{}, part: {}, tier: {tier}, \
             review: {review} }})",
            variant(row.text("site")),
            row.choice("part", PART),
        )
    } else {
        if ["nature", "site", "part", "tier", "review"].iter().any(|column| !row.text(column).is_empty()) {
            row.fail("only a fracture has a nature, a site and a tier");
        }
        "None".to_owned()
    };
    let citation = citations.of(row);
    format!(
        "Entry {{ pattern: {pattern:?}, role: {role}, fracture: {fracture}, citation: {citation}, \
         confidence: {confidence} }},\n"
    )
}

/// The name of a site or of a system in the code; the compiler refuses one that is not there.
fn variant(key: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    };
    key.split('_').map(word).collect()
}

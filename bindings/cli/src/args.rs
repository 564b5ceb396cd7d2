//! The words of the command line.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

const STATUS: &str = "Exit status: 0 all done; 1 some rows or values were refused (each is listed, everything \
                      else is written); 2 the call is wrong or the input cannot be read.";

/// DXA measurements in; T- and Z-scores, a diagnosis, fracture risks and honest flags out, every number with
/// its source.
///
/// Osteon supports professionals and does not replace them.
#[derive(Debug, Parser)]
#[command(name = "osteon", version, after_help = STATUS, arg_required_else_help = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Assess people: a patient.json, a stream of them, or a table.
    #[command(after_help = STATUS)]
    Assess(Box<AssessArgs>),
    /// The assessment of one person in plain sentences, each with its source.
    #[command(after_help = STATUS)]
    Explain(Box<ExplainArgs>),
    /// A report of one person on a page, with the chart of bone density for age.
    #[command(after_help = STATUS)]
    Report(Box<ReportArgs>),
    /// Precision error and least significant change from repeat scans.
    #[command(after_help = STATUS)]
    Precision(PrecisionArgs),
    /// The numbers of a fracture liaison service: who was found, who came, who is treated; and whom to call.
    #[command(after_help = STATUS)]
    Fls(Box<FlsArgs>),
    /// What is inside: references, citations, options, models, guidelines, treatment effects.
    List(ListArgs),
    /// The JSON Schema of a document.
    Schema(SchemaArgs),
    /// The main job, on a small synthetic cohort that ships with the program.
    Demo(DemoArgs),
}

/// Format of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One document, or an array of them.
    Json,
    /// One document a line.
    Ndjson,
    /// One row a person.
    Csv,
    /// One row a person, in columns that keep their types.
    Parquet,
    /// The same in the Arrow format: a file, or on standard output and in `.arrows` a stream.
    Arrow,
}

impl Format {
    /// Whether it has columns that keep their types.
    pub(crate) const fn keeps_types(self) -> bool {
        matches!(self, Self::Parquet | Self::Arrow)
    }

    /// Whether it is a table, with a row a person.
    pub(crate) const fn is_table(self) -> bool {
        matches!(self, Self::Csv) || self.keeps_types()
    }
}

#[derive(Debug, ClapArgs)]
pub(crate) struct AssessArgs {
    /// `.json`, `.ndjson` or `.csv`, each also `.gz`; `.parquet`, `.arrow` or `.feather`; `-` is standard input.
    #[arg(required = true, value_name = "IN")]
    pub(crate) inputs: Vec<PathBuf>,
    /// Where to write; standard output if left out. Written whole or not at all.
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// Format of the output; left out: that of OUT's name, else the input's.
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,
    /// Sections to answer, separated by commas; all but benefits if left out.
    #[arg(long, value_name = "LIST", long_help = outputs_help())]
    pub(crate) outputs: Option<String>,
    /// What the columns of another table mean.
    #[arg(long, value_name = "MAP.toml")]
    pub(crate) columns: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) engine: EngineArgs,
    /// Where to list what was refused; standard error if left out.
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
    /// In a table too, a single bad value refuses the person.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Write a hash in place of each id. A pseudonym only: whoever can list the ids can undo it.
    #[arg(long)]
    pub(crate) hash_ids: bool,
    /// Threads; as many as there are processors if left out. The output is the same.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    /// Delimiter of a table; found out if left out. `tab` is one.
    #[arg(long, value_name = "C")]
    pub(crate) delimiter: Option<String>,
    /// Decimal mark of numbers that are text, `.` or `,`; found out if left out.
    #[arg(long, value_name = "C")]
    pub(crate) decimal: Option<String>,
}

/// The options of an assessment.
#[derive(Debug, ClapArgs)]
pub(crate) struct EngineArgs {
    /// Your own young adult reference: a CSV of id,version,manufacturer,sex,region,vertebrae,mean,sd in g/cm2; without a
    /// manufacturer a row is for the scans of every maker.
    #[arg(long, value_name = "FILE")]
    pub(crate) reference: Option<PathBuf>,
    /// Your centre's precision error: repeat scans, what `osteon precision` wrote, or
    /// region,precision_g_cm2.
    #[arg(long, value_name = "FILE")]
    pub(crate) precision: Option<PathBuf>,
    /// An options document (`osteon schema options`); `--set` and `--as-of` go before it.
    #[arg(long, value_name = "OPTIONS.json")]
    pub(crate) options: Option<PathBuf>,
    /// An option; `osteon list options` shows them.
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub(crate) set: Vec<String>,
    /// Day of the assessment; later entries are left out and counted.
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    /// A guideline to answer; may be given again. `osteon list guidelines` shows them.
    #[arg(long = "guideline", value_name = "ID")]
    pub(crate) guidelines: Vec<String>,
    /// Answer the national set of guidelines of this country; with --guideline, both.
    #[arg(long, value_name = "XX")]
    pub(crate) country: Option<String>,
}

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// English.
    En,
    /// French.
    Fr,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ExplainArgs {
    /// A patient document; `-` is standard input.
    #[arg(value_name = "PATIENT.json")]
    pub(crate) patient: PathBuf,
    /// Language.
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: Lang,
    #[command(flatten)]
    pub(crate) engine: EngineArgs,
}

/// Format of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// A page that needs no other file.
    Html,
    /// Plain text, to paste into a letter.
    Text,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ReportArgs {
    /// A patient document; `-` is standard input.
    #[arg(value_name = "PATIENT.json")]
    pub(crate) patient: PathBuf,
    /// Where to write; standard output if left out. Written whole or not at all.
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// Language.
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: Lang,
    /// Format; left out: text where OUT's name ends in .txt, else HTML.
    #[arg(long, value_enum)]
    pub(crate) format: Option<ReportFormat>,
    #[command(flatten)]
    pub(crate) engine: EngineArgs,
}

/// Format of the answer of `precision`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PrecisionFormat {
    /// For people.
    Text,
    /// One row a region.
    Csv,
    /// The whole report.
    Json,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct PrecisionArgs {
    /// A CSV of subject,scan,region,bmd_g_cm2, one row a scan; `-` is standard input.
    #[arg(value_name = "PAIRS.csv")]
    pub(crate) pairs: PathBuf,
    /// Where to write; standard output if left out.
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// Text on a terminal and CSV elsewhere, if left out.
    #[arg(long, value_enum)]
    pub(crate) format: Option<PrecisionFormat>,
    /// Level of the confidence limits.
    #[arg(long, default_value_t = 0.95)]
    pub(crate) confidence: f64,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct FlsArgs {
    /// A folder of FHIR bundles, Bulk NDJSON, OMOP tables or plain tables, each also `.gz`; with `pathway.csv`.
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// First day of the fractures.
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Date,
    /// Last day of the fractures, included.
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Date,
    /// Day of the report: nothing later is read.
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Date,
    /// Folder to write to; it is made.
    #[arg(short, long, value_name = "OUTDIR")]
    pub(crate) output: PathBuf,
    /// Language of the report; letters are written in both.
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: Lang,
    /// An options document (`osteon schema fls`); `--set` goes before it.
    #[arg(long, value_name = "OPTIONS.json")]
    pub(crate) options: Option<PathBuf>,
    /// An option of the service; `osteon schema fls` shows them.
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub(crate) set: Vec<String>,
    /// Country whose guidelines decide; FR if left out.
    #[arg(long, value_name = "XX")]
    pub(crate) country: Option<String>,
}

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Listed {
    /// Fracture-risk models.
    Models,
    /// Guidelines.
    Guidelines,
    /// Young adult and age-matched references.
    References,
    /// Every source.
    Citations,
    /// Options of an assessment.
    Options,
    /// Treatment effects of trials.
    Effects,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ListArgs {
    #[arg(value_enum)]
    pub(crate) what: Listed,
    /// As JSON.
    #[arg(long)]
    pub(crate) json: bool,
    /// Of guidelines: every rule, in the order in which they are asked, with the limits by age.
    #[arg(long)]
    pub(crate) rules: bool,
    /// Of guidelines: this one only; may be given more than once.
    #[arg(long = "guideline", value_name = "ID")]
    pub(crate) guidelines: Vec<String>,
}

/// A document with a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Document {
    /// `osteon/patient/1`.
    Patient,
    /// `osteon/assessment/1`.
    Assessment,
    /// `osteon/options/1`.
    Options,
    /// What `osteon fls` reads and writes, with the closed lists of `pathway.csv`.
    Fls,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct SchemaArgs {
    #[arg(value_enum)]
    pub(crate) document: Document,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct DemoArgs {
    /// Writes the cohort itself instead, to try the other commands on.
    #[arg(long)]
    pub(crate) cohort: bool,
}

/// Every section by name, for the long help.
fn outputs_help() -> String {
    let all = osteon::outputs::Output::KEYS.join(", ");
    format!("Sections to answer, separated by commas, of: {all}; all but benefits if left out")
}

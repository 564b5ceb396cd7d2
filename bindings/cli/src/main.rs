//! `osteon`, the command line: documents and tables in, answers out.

mod args;
mod assess;
mod demo;
mod engine;
mod explain;
mod fls;
mod list;
mod output_file;
mod output_folder;
mod person;
mod precision;
mod progress;
mod report;
mod schema;
mod setting;
mod stop;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let done = match args::Args::parse().command {
        args::Command::Assess(args) => assess::run(&args),
        args::Command::Explain(args) => explain::run(&args),
        args::Command::Report(args) => report::run(&args),
        args::Command::Precision(args) => precision::run(&args),
        args::Command::Fls(args) => fls::run(&args),
        args::Command::List(args) => list::run(&args),
        args::Command::Schema(args) => schema::run(&args),
        args::Command::Demo(args) => demo::run(&args),
    };
    match done {
        Ok(done) => done.exit_code(),
        Err(stop) => stop.exit_code(),
    }
}

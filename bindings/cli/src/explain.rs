//! `osteon explain`: one person's assessment in plain sentences.

use crate::args::ExplainArgs;
use crate::output_file::OutputFile;
use crate::person;
use crate::stop::{Done, Stop};

pub(crate) fn run(args: &ExplainArgs) -> Result<Done, Stop> {
    let Some((patient, assessment)) = person::assessed(&args.patient, &args.engine, args.lang.into())? else {
        return Ok(Done::SomeRefused);
    };
    let mut out = OutputFile::create(None)?;
    out.write(osteon_report::explain(&patient, &assessment, args.lang.into()).as_bytes())?;
    out.finish()?;
    Ok(Done::All)
}

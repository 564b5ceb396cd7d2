//! `osteon schema`.

use crate::args::{Document, SchemaArgs};
use crate::output_file::OutputFile;
use crate::stop::{Done, Stop};

pub(crate) fn run(args: &SchemaArgs) -> Result<Done, Stop> {
    let schema = match args.document {
        Document::Patient => osteon::schema::patient(),
        Document::Assessment => osteon::schema::assessment(),
        Document::Options => osteon::schema::options(),
        Document::Fls => osteon::schema::fls(),
    };
    let mut out = OutputFile::create(None)?;
    out.write(osteon::json::to_string_pretty(&schema).as_bytes())?;
    out.write(b"\n")?;
    out.finish()?;
    Ok(Done::All)
}

//! The glue between the engine as WebAssembly and JavaScript.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

/// Writes it beside the module, which keeps the names of its functions: `wasm/build.sh` sorts by them.
pub(crate) fn write(module: &str, folder: &str) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    let bindgen = bindgen.input_path(Path::new(module)).out_name("osteon").typescript(true);
    let bindgen =
        bindgen.remove_name_section(false).remove_producers_section(true).omit_default_module_path(true);
    let web = bindgen.web(true).map_err(|error| format!("{error:#}"))?;
    web.generate(folder).map_err(|error| format!("{error:#}"))
}

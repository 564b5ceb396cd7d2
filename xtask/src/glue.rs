//! The glue between the engine as WebAssembly and JavaScript.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

/// Writes it beside the module, without what names functions.
pub(crate) fn write(module: &str, folder: &str) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    let bindgen = bindgen.input_path(Path::new(module)).out_name("osteon").typescript(true);
    let bindgen =
        bindgen.remove_name_section(true).remove_producers_section(true).omit_default_module_path(true);
    // After a fault of the engine there is a new instance, and what is left of the old one must not be freed in it.
    let bindgen = bindgen.reset_state_function(true);
    let web = bindgen.web(true).map_err(|error| format!("{error:#}"))?;
    web.generate(folder).map_err(|error| format!("{error:#}"))
}

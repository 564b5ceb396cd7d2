//! The same in numpy, as one would write it down, run beside: `yardsticks/numpy_expressions.py`.

use std::path::Path;
use std::process::Command;

use osteon_benches::{Promised, Run};
use serde_json::Value;

use crate::{ROWS, qfracture, t_scores};

pub(crate) fn tell(run: &mut Run) {
    let told = [
        ("T-scores of 10 million BMDs with a bitmap", t_scores::OURS, "t_scores"),
        ("QFracture-2012, both risks, of columns", qfracture::OURS, "qfracture"),
    ];
    let said = if run.asks_for("numpy") { expressions() } else { Err("not asked for".to_owned()) };
    for (what, ours, theirs) in told {
        match (&said, run.median_ns(ours)) {
            (Ok(said), Some(ours)) => {
                let version = said["numpy"].as_str().unwrap_or_default();
                let yardstick =
                    format!("numpy {version}, {}", said[theirs]["is"].as_str().unwrap_or_default());
                let theirs = said[theirs]["ns_a_row"].as_f64().unwrap_or(f64::NAN);
                run.keep(what, &yardstick, ours / theirs, Promised::Nothing);
            }
            (Err(why), _) => run.left_out(what, "numpy", why),
            (_, None) => run.left_out(what, "numpy", "not measured in this run"),
        }
    }
}

/// What the script measures; why not, if there is no Python with numpy.
fn expressions() -> Result<Value, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("yardsticks/numpy_expressions.py");
    let python = std::env::var_os("OSTEON_PYTHON").unwrap_or_else(|| "python3".into());
    let mut command = Command::new(python);
    command.arg(script).args([t_scores::ROWS, ROWS].map(|rows| rows.to_string()));
    // Libraries of numpy may use every core that they find.
    command.envs(["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"].map(|name| (name, "1")));
    let output = command.output().map_err(|error| format!("LEFT OUT, no python3: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("LEFT OUT: {}", said.lines().last().unwrap_or("the script failed")));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| format!("LEFT OUT: {error}"))
}

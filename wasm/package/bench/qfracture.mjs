// QFracture of a million rows as columns, here and natively on one thread, by turns in one run: the ratio is what
// counts. `node bench/qfracture.mjs`; a native yardstick that is built already is given by OSTEON_NATIVE.
import { execFileSync } from "node:child_process";
import { init, qfracture, qfractureFactors } from "osteon";

const ROWS = 1_000_000;
const ROUNDS = 5;
const RUNS = 12;

/** The same numbers as `wasm/columns/examples/native.rs` draws. */
function drawer(seed) {
  let last = seed;
  return (limit) => {
    last = (Math.imul(last, 1_103_515_245) + 12_345) >>> 0;
    return (last >>> 8) % limit;
  };
}

function people() {
  const below = drawer(843);
  const codes = (limit, from = 0) => Uint8Array.from({ length: ROWS }, () => from + below(limit));
  const [sex, age_years] = [codes(2), codes(71, 30)];
  const bmi_kg_m2 = Float64Array.from({ length: ROWS }, () => 20 + below(20_000) / 1000);
  const [alcohol, ethnicity, smoking] = [codes(6), codes(9), codes(5)];
  const factors = Uint32Array.from({ length: ROWS }, () => below(1 << 19));
  return { sex, age_years, bmi_kg_m2, alcohol, ethnicity, smoking, factors };
}

function least(of) {
  let best = Infinity;
  for (let run = 0; run < RUNS; run += 1) {
    const begin = performance.now();
    of();
    best = Math.min(best, performance.now() - begin);
  }
  return (best * 1e6) / ROWS;
}

const sum = (column) => column.reduce((total, value) => total + value, 0);

const native = process.env.OSTEON_NATIVE
  ? () => execFileSync(process.env.OSTEON_NATIVE, { encoding: "utf8" })
  : () =>
      execFileSync(
        "cargo",
        ["run", "-q", "--locked", "--release", "-p", "osteon-wasm-columns", "--example", "native"],
        {
          encoding: "utf8",
          cwd: new URL("../../..", import.meta.url),
        },
      );

await init();
const bits = people();
const named = {
  ...bits,
  factors: Object.fromEntries(
    qfractureFactors().map((factor, bit) => [factor, Uint8Array.from(bits.factors, (set) => (set >>> bit) & 1)]),
  ),
};
const best = { native: Infinity, bits: Infinity, named: Infinity };
const keep = (what, nanoseconds) => (best[what] = Math.min(best[what], nanoseconds));
for (let round = 0; round < ROUNDS; round += 1) {
  const [yardstick, any, hip] = native().trim().split(" ").map(Number);
  const risks = qfracture(bits);
  if (sum(risks.any_percent) !== any || sum(risks.hip_percent) !== hip) throw new Error("not the same bits");
  keep("native", yardstick);
  keep("bits", least(() => qfracture(bits)));
  keep("named", least(() => qfracture(named)));
}
// The least of all rounds: whatever else runs on the machine only adds.
const said = (what) => `${best[what].toFixed(1)} ns a row, ${(best[what] / best.native).toFixed(2)} of native`;
console.log(`native, one thread: ${best.native.toFixed(1)} ns a row`);
console.log(`osteon, factors as bits: ${said("bits")}`);
console.log(`osteon, a column a factor: ${said("named")}`);

/** Every public function as its callers write it: compiled, never run. */

import * as osteon from "osteon";
import * as embedded from "osteon/embedded";
import { assessAll, OsteonWorker } from "osteon/worker";
import type { Assessment, Patient, Qfracture, QfractureColumns, Reference, Said, Settings } from "osteon";

const patient: Patient = {
  sex: "female",
  age_years: 67,
  height_cm: null,
  scans: [{ manufacturer: "hologic", regions: [{ region: "femoral_neck", bmd_g_cm2: 0.558 }] }],
};
const settings: Settings = { options: { guideline_country: "GB" }, references: [], outputs: ["scores"] };

// @ts-expect-error a key that there is none of
export const misspelt: Patient = { sex: "female", age_yaers: 67 };
// @ts-expect-error text for a number
export const text: Patient = { sex: "female", age_years: "67" };
// @ts-expect-error a word that is none of the closed set
export const word: Patient = { sex: "woman", age_years: 67 };
// @ts-expect-error a language that there is none of
export const language = () => osteon.explain(patient, "de");
// @ts-expect-error a release that there is none of
export const release = (people: QfractureColumns) => osteon.qfracture(people, "2014");
// @ts-expect-error a factor that there is none of
export const factor: QfractureColumns["factors"] = { fals: [true] };
// @ts-expect-error a list is no column of bytes
export const column: QfractureColumns["sex"] = [0, 1];

export async function everything(): Promise<unknown[]> {
  await osteon.init();
  await osteon.init(fetch("osteon.wasm"));
  await osteon.init(new URL("https://example.org/osteon.wasm"));
  await embedded.init();
  osteon.initSync(osteon.engineModule());
  const loaded: boolean = osteon.isLoaded();
  const engine = new osteon.Engine(settings);
  const assessment: Assessment = engine.assess(patient);
  const said: Said = engine.tell(patient, "fr");
  const reference: Reference | undefined = osteon.references()[0];
  const people: QfractureColumns = {
    sex: "female",
    age_years: [67],
    bmi_kg_m2: [25],
    alcohol: "none",
    ethnicity: ["indian"],
    smoking: Uint8Array.of(0),
    factors: { falls: [true], dementia: Uint8Array.of(0) },
  };
  const risks: Qfracture = osteon.qfracture({ ...people, factors: Uint32Array.of(0) }, "2016", 10);
  const worker = new OsteonWorker(osteon.engineModule());
  const watched = {
    onProgress: (done: number, total: number | undefined) => void [done, total],
    signal: AbortSignal.timeout(10),
    chunk: 10,
  };
  const answers: (Assessment | osteon.OsteonError)[] = await worker.assessAll([patient], { settings, ...watched });
  const other: Qfracture = await worker.qfracture(people, { version: "2012", years: 5, ...watched });
  const scores: Float64Array = await worker.tScores([0.7], "nhanes3_1998.female.femoral_neck", watched);
  worker.close();
  const words: string[] = [
    osteon.explain(patient),
    osteon.report(patient, "fr", settings),
    osteon.reportText(patient),
    engine.explain(patient),
    engine.report(patient),
    engine.reportText(patient),
    osteon.assessJson("{}"),
    engine.assessJson("{}"),
    osteon.versions().engine,
    ...osteon.names("en", "drug", ["alendronate"]),
    ...osteon.LANGUAGES,
    ...osteon.qfractureFactors(),
  ];
  try {
    osteon.tell(patient, "en", settings);
  } catch (error) {
    if (error instanceof osteon.OsteonError) {
      const code: osteon.ErrorCode = error.code;
      const parts: [string, string, string, string | null] = [error.field, error.value, error.limit, error.slip];
      words.push(code, ...parts.filter((part) => part !== null), osteon.refusalInWords(error.refusals[0]!, "fr"));
    }
  }
  const all = await assessAll(
    (async function* () {
      yield patient;
    })(),
  );
  return [
    loaded,
    assessment,
    said,
    reference,
    risks,
    answers,
    other,
    scores,
    words,
    all,
    osteon.assess(patient),
    osteon.tScores([1], "x"),
  ];
}

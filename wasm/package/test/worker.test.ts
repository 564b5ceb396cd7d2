import { beforeAll, describe, expect, test } from "vitest";
import { assess, init, OsteonError, qfracture, references, tScores, type Patient, type Settings } from "osteon";
import { init as initEmbedded } from "osteon/embedded";
import { assessAll, OsteonWorker } from "osteon/worker";
import { WOMAN } from "./places.js";

beforeAll(() => init());

async function rejected(of: Promise<unknown>): Promise<OsteonError> {
  const error: unknown = await of.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(OsteonError);
  return error as OsteonError;
}

const SETTINGS: Settings = { outputs: ["scores", "diagnosis"] };
const women = (many: number) => Array.from({ length: many }, (_, row) => ({ ...WOMAN, id: `p${row}` }));

const PEOPLE = {
  sex: "female",
  alcohol: "none",
  ethnicity: "indian",
  smoking: ["never", "ex", "nonsense", "never", "heavy"] as never,
  age_years: [67, 68, 69, 20, 71],
  bmi_kg_m2: [25, 26, 27, 28, 29],
  factors: { falls: [true, false, true, false, true], dementia: Uint8Array.of(0, 1, 0, 1, 7) },
} as const;

describe("one worker", () => {
  test("a list in its order, one bad patient among them", async () => {
    const worker = new OsteonWorker();
    const circle: Record<string, unknown> = {};
    circle.circle = circle;
    const list = [...women(150), { ...WOMAN, age_years: NaN }, circle as Patient, undefined as never, ...women(3)];
    const seen: [number, number | undefined][] = [];
    const answers = await worker.assessAll(list, {
      settings: SETTINGS,
      chunk: 40,
      onProgress: (...rows) => seen.push(rows),
    });
    expect(answers.length).toBe(156);
    answers.forEach((answer, row) => {
      if (row >= 150 && row < 153) expect(answer).toBeInstanceOf(OsteonError);
      else expect(answer).toEqual(assess(list[row]!, SETTINGS));
    });
    const [nan, round, nobody] = answers.slice(150, 153) as unknown as OsteonError[];
    expect([nan!.field, round!.code, nobody!.limit !== ""]).toEqual(["age_years", "syntax", true]);
    expect(nan!.message).toContain("NaN");
    expect(seen).toEqual([
      [40, 156],
      [80, 156],
      [120, 156],
      [156, 156],
    ]);
    worker.close();
  });

  test("people who come one by one", async () => {
    const worker = new OsteonWorker();
    async function* coming() {
      for (const woman of women(5)) yield woman;
    }
    const totals = new Set<number | undefined>();
    const answers = await worker.assessAll(coming(), {
      settings: SETTINGS,
      chunk: 2,
      onProgress: (_, total) => totals.add(total),
    });
    expect(answers.map((answer) => (answer as { patient_id: string }).patient_id)).toEqual([
      "p0",
      "p1",
      "p2",
      "p3",
      "p4",
    ]);
    expect([...totals]).toEqual([undefined]);
    expect(await worker.assessAll([], { settings: SETTINGS })).toEqual([]);
    worker.close();
  });

  test("settings that are refused", async () => {
    const error = await rejected(assessAll([], { settings: { outputs: ["nothing" as never] } }));
    expect([error.code, error.field, error.value]).toEqual(["not_a_choice", "outputs", "nothing"]);
  });

  test("columns are what they are without a worker", async () => {
    const worker = new OsteonWorker();
    const seen: number[] = [];
    const risks = await worker.qfracture(PEOPLE, { chunk: 2, onProgress: (done) => seen.push(done) });
    expect(risks).toEqual(qfracture(PEOPLE));
    expect(seen).toEqual([2, 4, 5]);
    expect(PEOPLE.factors.dementia.length).toBe(5);
    const [reference] = references();
    const column = Float64Array.from({ length: 70_000 }, (_, row) => row / 20_000);
    expect(await worker.tScores(column, reference!.id)).toEqual(tScores(column, reference!.id));
    expect(column.length).toBe(70_000);
    const buffer = Buffer.from([67, 68, 69, 70, 71]);
    expect((await worker.qfracture({ ...PEOPLE, age_years: buffer })).refused.length).toBe(5);
    expect(buffer.length).toBe(5);
    worker.close();
  });

  test("columns that are refused", async () => {
    const worker = new OsteonWorker();
    const cases = [
      [worker.qfracture({ ...PEOPLE, bmi_kg_m2: [25] }, { chunk: 2 }), "contradiction", "bmi_kg_m2"],
      [worker.qfracture(PEOPLE, { years: 19 }), "out_of_range", "qfracture_years"],
      [
        worker.qfracture({ ...PEOPLE, age_years: [], bmi_kg_m2: [], smoking: [], factors: {} }, { years: 0 }),
        "out_of_range",
        "qfracture_years",
      ],
      [worker.tScores([], "nobody"), "not_a_choice", "reference"],
    ] as const;
    for (const [asked, code, field] of cases) {
      const error = await rejected(asked);
      expect([error.code, error.field]).toEqual([code, field]);
    }
    worker.close();
  });
});

describe("stopped", () => {
  test("promptly, and the worker stays usable", async () => {
    const worker = new OsteonWorker();
    await worker.assessAll(women(1));
    const stop = new AbortController();
    const long = worker.assessAll(women(100_000), { signal: stop.signal, onProgress: () => stop.abort() });
    expect((await rejected(long)).code).toBe("aborted");
    const begin = performance.now();
    const later = new AbortController();
    setTimeout(() => later.abort(), 50);
    expect((await rejected(worker.assessAll(women(100_000), { signal: later.signal, chunk: 10_000 }))).code).toBe(
      "aborted",
    );
    expect(performance.now() - begin).toBeLessThan(5000);
    expect((await worker.tScores([0.7], references()[0]!.id)).length).toBe(1);
    worker.close();
  });

  test("before it began, and while nobody comes", async () => {
    const worker = new OsteonWorker();
    expect((await rejected(worker.tScores([0.7], "nobody", { signal: AbortSignal.abort() }))).code).toBe("aborted");
    // Once it is there: who is aborted while it begins has not been asked for anybody.
    await worker.assessAll([]);
    let returned = false;
    const nobody = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise<never>(() => undefined),
        return: async () => ({ done: true as const, value: (returned = true) as never }),
      }),
    };
    expect((await rejected(worker.assessAll(nobody, { signal: AbortSignal.timeout(100) }))).code).toBe("aborted");
    expect(returned).toBe(true);
    worker.close();
  });

  test("by closing", async () => {
    const worker = new OsteonWorker();
    const long = rejected(worker.assessAll(women(10_000)));
    setTimeout(() => worker.close(), 50);
    expect((await long).code).toBe("aborted");
    expect((await rejected(worker.assessAll(women(1)))).code).toBe("aborted");
    worker.close();
  });

  test("several calls take turns", async () => {
    const worker = new OsteonWorker();
    const [one, other] = await Promise.all([
      worker.assessAll(women(100), { settings: SETTINGS }),
      worker.qfracture(PEOPLE, { chunk: 1 }),
    ]);
    expect([one.length, other.refused.length]).toEqual([100, 5]);
    worker.close();
  });
});

test("the worker that the embedded entry carries", async () => {
  await initEmbedded();
  const worker = new OsteonWorker();
  expect((await worker.assessAll(women(3), { settings: SETTINGS })).length).toBe(3);
  expect(await worker.qfracture(PEOPLE)).toEqual(qfracture(PEOPLE));
  worker.close();
});

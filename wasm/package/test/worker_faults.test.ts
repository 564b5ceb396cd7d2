import { beforeAll, describe, expect, test } from "vitest";
import { assess, Engine, init, OsteonError, qfracture, references, tScores, type Patient } from "osteon";
import { OsteonWorker } from "osteon/worker";
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

function refused(of: () => unknown): OsteonError {
  try {
    of();
  } catch (error) {
    expect(error).toBeInstanceOf(OsteonError);
    return error as OsteonError;
  }
  throw new Error("was answered");
}

const PEOPLE = {
  sex: "female",
  alcohol: "none",
  ethnicity: "indian",
  smoking: "never",
  age_years: [67, 68, 69],
  bmi_kg_m2: [25, 26, 27],
  factors: {},
} as const;
const NECK = "femoral_neck";

describe("what would be answered wrongly is answered rightly, or refused", () => {
  test("all rows at once, and rows that are no number", async () => {
    const worker = new OsteonWorker();
    const reference = references().find(({ region }) => region === NECK)?.id ?? "";
    const whole = qfracture(PEOPLE);
    expect(await worker.qfracture(PEOPLE, { chunk: Infinity })).toEqual(whole);
    expect(await worker.qfracture(PEOPLE, { chunk: 1.5 })).toEqual(whole);
    expect(await worker.tScores([0.7, 0.6], reference, { chunk: Infinity })).toEqual(tScores([0.7, 0.6], reference));
    expect((await worker.assessAll([WOMAN], { chunk: Infinity })).length).toBe(1);
    expect((await rejected(worker.qfracture(PEOPLE, { chunk: NaN }))).field).toBe("chunk");
    expect((await rejected(worker.assessAll([WOMAN], { chunk: NaN }))).field).toBe("chunk");
    const odd = ["0.7", true, null, 0.7] as never;
    expect(await worker.tScores(odd, reference)).toEqual(tScores(odd, reference));
    worker.close();
  });

  test("settings that are no numbers, or cannot be written", async () => {
    const circle: Record<string, unknown> = {};
    circle.circle = circle;
    const worker = new OsteonWorker();
    for (const options of [{ qfracture_years: NaN }, { lab_valid_months: Infinity }, circle, { big: 1n }] as never[]) {
      refused(() => assess(WOMAN, { options }));
      refused(() => new Engine({ options }));
      await rejected(worker.assessAll([WOMAN], { settings: { options } }));
    }
    expect(refused(() => assess(WOMAN, { options: { qfracture_years: NaN } })).message).toContain("NaN");
    expect((await worker.assessAll([WOMAN])).length).toBe(1);
    worker.close();
  });

  test("a column that is missing", async () => {
    const worker = new OsteonWorker();
    const { smoking: _, ...without } = PEOPLE;
    for (const people of [without, { ...PEOPLE, factors: undefined }, { ...PEOPLE, factors: { falls: undefined } }, null]) {
      expect(refused(() => qfracture(people as never)).code).toBe("missing");
      expect((await rejected(worker.qfracture(people as never))).code).toBe("missing");
    }
    worker.close();
  });
});

describe("one bad call", () => {
  test("that cannot be sent leaves the worker to the others", async () => {
    const worker = new OsteonWorker();
    const bad = { ...PEOPLE, smoking: [() => 1, "never", "never"] as never };
    const [error, good] = await Promise.all([rejected(worker.qfracture(bad)), worker.qfracture(PEOPLE)]);
    expect(error.code).toBe("syntax");
    expect(good).toEqual(qfracture(PEOPLE));
    worker.close();
  });

  test("closes what it read from, also when it is stopped from outside", async () => {
    const worker = new OsteonWorker();
    let closed = 0;
    function* people(): Generator<Patient> {
      try {
        for (;;) yield WOMAN;
      } finally {
        closed += 1;
      }
    }
    const stop = new Error("enough");
    const onProgress = () => {
      throw stop;
    };
    await expect(worker.assessAll(people(), { onProgress, chunk: 2 })).rejects.toBe(stop);
    expect(closed).toBe(1);
    worker.close();
  });

  test("that waits for people for ever ends with the worker", async () => {
    const worker = new OsteonWorker();
    const never: AsyncIterable<Patient> = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) };
    const waits = rejected(worker.assessAll(never));
    setTimeout(() => worker.close(), 50);
    expect((await waits).code).toBe("aborted");
    expect((await rejected(worker.assessAll([WOMAN]))).message).toContain("closed");
  });
});

test("engines of many settings in turn do not add up", () => {
  const years = (of: number) => ({ options: { qfracture_years: of }, outputs: ["scores"] });
  const first = assess(WOMAN, years(1));
  for (let round = 0; round < 20; round += 1) for (let of = 1; of <= 10; of += 1) assess(WOMAN, years(of));
  expect(assess(WOMAN, years(1))).toEqual(first);
  const engine = new Engine(years(2));
  engine.free();
  engine.free();
  expect(engine.assess(WOMAN)).toEqual(assess(WOMAN, years(2)));
});

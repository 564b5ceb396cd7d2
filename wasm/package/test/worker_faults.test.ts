import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { init, OsteonError, qfracture, references, tScores, type QfractureColumns } from "osteon";
import { OsteonWorker } from "osteon/worker";
import { PACKAGE, WOMAN } from "./places.js";

beforeAll(() => init());

const PEOPLE: QfractureColumns = {
  sex: "female",
  alcohol: "none",
  ethnicity: "indian",
  smoking: ["never", "former", "never", "heavy", "never"],
  age_years: [67, 68, 69, 20, 71],
  bmi_kg_m2: [25, 26, 27, 28, 29],
  factors: { falls: [true, false, true, false, true] },
};

async function rejected(of: Promise<unknown>): Promise<OsteonError> {
  const error: unknown = await of.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(OsteonError);
  return error as OsteonError;
}

async function withWorker<T>(of: (worker: OsteonWorker) => Promise<T>): Promise<T> {
  const worker = new OsteonWorker();
  try {
    return await of(worker);
  } finally {
    worker.close();
  }
}

describe("rows at a time", () => {
  const reference = () => references()[0]!.id;

  test.each([Infinity, 1e300, 1, 0, -3, -Infinity, 2.5, undefined])("%s gives every row its answer", (chunk) =>
    withWorker(async (worker) => {
      const how = chunk === undefined ? {} : { chunk };
      expect(await worker.qfracture(PEOPLE, how)).toEqual(qfracture(PEOPLE));
      expect(await worker.tScores([0.6, 0.7, 0.8], reference(), how)).toEqual(tScores([0.6, 0.7, 0.8], reference()));
      expect((await worker.assessAll([WOMAN, WOMAN, WOMAN], how)).length).toBe(3);
    }),
  );

  test.each([NaN, "10", null, 10n])("%s is refused, and nobody is answered nought", (given) =>
    withWorker(async (worker) => {
      const how = { chunk: given as number };
      for (const asked of [
        worker.qfracture(PEOPLE, how),
        worker.tScores([0.7], reference(), how),
        worker.assessAll([WOMAN], how),
      ]) {
        expect((await rejected(asked)).field).toBe("chunk");
      }
    }),
  );
});

describe("columns that are none", () => {
  const without = (field: keyof QfractureColumns) => ({ ...PEOPLE, [field]: undefined });
  test.each([
    ...Object.keys(PEOPLE).map((field) => [without(field as keyof QfractureColumns), "missing", field] as const),
    [{ ...PEOPLE, factors: { falls: undefined } }, "missing", "factors.falls"],
    [{ ...PEOPLE, factors: { falls: "yes" } }, "wrong_type", "factors.falls"],
    [{ ...PEOPLE, factors: new Int32Array(5) }, "wrong_type", "factors"],
    [{ ...PEOPLE, factors: [] }, "wrong_type", "factors"],
    [{ ...PEOPLE, age_years: "67676" }, "wrong_type", "age_years"],
    [{ ...PEOPLE, bmi_kg_m2: new BigInt64Array(5) }, "wrong_type", "bmi_kg_m2"],
    [{ ...PEOPLE, smoking: new Uint8ClampedArray(5) }, "wrong_type", "smoking"],
    [{ ...PEOPLE, sex: 0 }, "wrong_type", "sex"],
    [null, "missing", ""],
    ["people", "wrong_type", ""],
  ] as [unknown, string, string][])("%o: %s %s", async (people, code, field) => {
    await withWorker(async (worker) => {
      const error = await rejected(worker.qfracture(people as QfractureColumns));
      expect([error.code, error.field]).toEqual([code, field]);
      expect(await rejected((async () => qfracture(people as QfractureColumns))())).toEqual(error);
      // One bad call is no end of the others.
      expect((await worker.qfracture(PEOPLE)).refused.length).toBe(5);
    });
  });

  test("numbers in another array are numbers, block by block too", () =>
    withWorker(async (worker) => {
      const others = {
        age_years: Int32Array.of(67, 68, 69, 20, 71),
        bmi_kg_m2: Float32Array.of(25, 26, 27, 28, 29),
      };
      const people = { ...PEOPLE, ...others } as unknown as QfractureColumns;
      expect(qfracture(people)).toEqual(qfracture(PEOPLE));
      expect(await worker.qfracture(people, { chunk: 2 })).toEqual(qfracture(PEOPLE));
    }));

  test("what is no number has no T-score in a worker either", () =>
    withWorker(async (worker) => {
      const [{ id } = { id: "" }] = references();
      const given = ["0.7", true, null, 0.7, undefined] as number[];
      const scores = await worker.tScores(given, id, { chunk: 2 });
      expect(scores).toEqual(tScores(given, id));
      expect([...scores].map(Number.isNaN)).toEqual([true, true, true, false, true]);
      expect((await rejected(worker.tScores(undefined as never, id))).field).toBe("bmd_g_cm2");
    }));
});

describe("faults", () => {
  test("one inside the worker is an answer to its call alone", () =>
    withWorker(async (worker) => {
      const [bad, good] = await Promise.all([
        rejected(worker.tScores([0.7], undefined as never)),
        worker.assessAll([WOMAN]),
      ]);
      expect([bad.code, good.length]).toEqual(["internal", 1]);
      expect((await worker.tScores([0.7], references()[0]!.id)).length).toBe(1);
    }));

  test("a worker that cannot live says why to everybody", async () => {
    const worker = new OsteonWorker({} as never);
    const first = await rejected(worker.assessAll([WOMAN]));
    expect(first.code).toBe("internal");
    const later = await rejected(worker.assessAll([WOMAN]));
    expect([later.code, later.message]).toEqual([first.code, first.message]);
    worker.close();
    expect((await rejected(worker.tScores([0.7], "x"))).message).toBe(first.message);
  });

  test("what cannot be sent is refused, and keeps no process alive", () => {
    const script = `
      import { init } from "osteon";
      import { OsteonWorker } from "osteon/worker";
      await init();
      const worker = new OsteonWorker();
      const people = { sex: [() => 1], alcohol: "none", ethnicity: "indian", smoking: "never", age_years: [67], bmi_kg_m2: [25], factors: {} };
      const said = [];
      for (const asked of [
        () => worker.qfracture(people),
        () => worker.tScores([0.7], () => "x"),
        () => worker.assessAll([{ sex: "female", age_years: 67 }], { settings: { options: { x() {} } } }),
      ]) said.push(await asked().then(() => "answered", (error) => error.name + " " + error.code));
      process.stdout.write(JSON.stringify(said));`;
    // Not closed on purpose: an idle worker keeps nobody waiting.
    const file = `${PACKAGE}test/.unsent-${process.pid}.mjs`;
    writeFileSync(file, script);
    const said = execFileSync(process.execPath, [file], { timeout: 60_000 });
    rmSync(file);
    expect(JSON.parse(said.toString())).toEqual(["OsteonError wrong_type", "OsteonError wrong_type", "answered"]);
  });
});

describe("a source is told when no more of it is wanted", () => {
  /** Gives people for ever, and says whether it was told; synchronous or not. */
  function sources() {
    const told = { now: 0, later: 0 };
    function* now() {
      try {
        for (;;) yield WOMAN;
      } finally {
        told.now += 1;
      }
    }
    async function* later() {
      try {
        for (;;) yield WOMAN;
      } finally {
        told.later += 1;
      }
    }
    return { told, lists: [now(), later()] };
  }
  const soon = () => new Promise((later) => setTimeout(later, 20));

  test("where a listener throws", () =>
    withWorker(async (worker) => {
      const { told, lists } = sources();
      for (const list of lists) {
        const onProgress = () => {
          throw new RangeError("of the listener");
        };
        await expect(worker.assessAll(list, { onProgress, chunk: 2 })).rejects.toThrow("of the listener");
      }
      await soon();
      expect(told).toEqual({ now: 1, later: 1 });
    }));

  test("where the call is aborted, or the worker closed", async () => {
    for (const stop of ["abort", "close"]) {
      const { told, lists } = sources();
      for (const list of lists) {
        const worker = new OsteonWorker();
        const aborts = new AbortController();
        const onProgress = () => (stop === "abort" ? aborts.abort() : worker.close());
        const error = await rejected(worker.assessAll(list, { onProgress, signal: aborts.signal, chunk: 2 }));
        expect(error.code).toBe("aborted");
        worker.close();
      }
      await soon();
      expect(told).toEqual({ now: 1, later: 1 });
    }
  });

  test("not where it is at its end, or failed of itself", () =>
    withWorker(async (worker) => {
      const returned = vi.fn();
      const source = (fails: boolean) => ({
        [Symbol.iterator]: () => ({
          next: () => {
            if (fails) throw new RangeError("of the source");
            return { done: true as const, value: undefined };
          },
          return: returned,
        }),
      });
      expect(await worker.assessAll(source(false) as Iterable<never>)).toEqual([]);
      await expect(worker.assessAll(source(true) as Iterable<never>)).rejects.toThrow("of the source");
      expect(returned).not.toHaveBeenCalled();
      expect((await rejected(worker.assessAll(5 as never))).code).toBe("wrong_type");
    }));

  test("closing ends a call that waits for its source", async () => {
    const worker = new OsteonWorker();
    const never = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) };
    const waiting = rejected(worker.assessAll(never));
    setTimeout(() => worker.close(), 50);
    expect((await waiting).code).toBe("aborted");
  });
});

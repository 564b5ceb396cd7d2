import type { Patient } from "osteon/embedded";
import type { Language } from "../../src/words/index.js";
import type { Hand } from "./hand.js";

/** A person: how the form is filled in, the document that comes of it, and what must be answered whatever the words. */
export interface Vignette {
  fill(hand: Hand): Promise<void>;
  document: Patient;
  /** T-scores as the answer writes them, by region in English; a minus sign is a hyphen. */
  scores: Record<string, string>;
  /** What stands in the answer, in English and in French. */
  says: Record<Language, RegExp[]>;
  /** What two guidelines recommend, by their short names. */
  guidelines: Record<string, Record<Language, RegExp>>;
}

const DAY = "2026-11-20";
const COUNTRIES = {
  US: { en: "United States", fr: "États-Unis" },
  GB: { en: "United Kingdom", fr: "Royaume-Uni" },
  FR: { en: "France", fr: "France" },
};
type Country = keyof typeof COUNTRIES;

const blank = (country: Country): Patient => ({ schema: "osteon/patient/1", assessed_on: DAY, country });

/** Who the person is, and when and where they are seen. */
async function introduce(hand: Hand, sex: "female" | "male", age: number, country: Country): Promise<void> {
  const { person } = hand.words;
  await hand.choose(hand.label("sex"), person.sexes[sex]);
  await hand.number(hand.label("age_years"), age);
  await hand.pick(hand.label("country"), COUNTRIES[country][hand.lang]);
  await hand.day(hand.label("assessed_on"), DAY);
}

/** A fracture from the list. */
async function addFracture(hand: Hand, site: string): Promise<Hand> {
  const { fractures } = hand.words;
  const section = await hand.section("fractures");
  await section.pick(fractures.site, hand.nameOf("site", site));
  await section.press(fractures.add);
  return section.entry(fractures.one(1, hand.nameOf("site", site)));
}

export const PEOPLE: Record<string, Vignette> = {
  "a healthy woman of 55 with a normal DXA, in inches and pounds": {
    async fill(hand) {
      const { person, dxa, fractures, risks, treatments, labels } = hand.words;
      await introduce(hand, "female", 55, "US");
      await (await hand.section("person")).pick(hand.words.units, person.sizes.imperial);
      await hand.number(hand.label("height_cm"), 65);
      await hand.number(hand.label("weight_kg"), 150);
      await hand.choose(hand.label("postmenopausal"), hand.words.three.yes);
      const scans = await hand.section("scans");
      await scans.pick(labels.manufacturer, dxa.makers.hologic);
      await scans.type(labels.model, "Horizon");
      await scans.day(labels.date, "2026-11-10");
      await scans.pick(dxa.ofRegion(dxa.side, hand.nameOf("region", "femoral_neck")), dxa.sides.left);
      await scans.density("femoral_neck", "bmd", 0.8);
      await scans.density("total_hip", "bmd", 0.9);
      await scans.density("lumbar_spine", "bmd", 1);
      await (await hand.section("fractures")).tick(fractures.none);
      await (await hand.section("risk_factors")).tick(risks.all);
      await (await hand.section("treatments")).tick(treatments.none);
    },
    document: {
      ...blank("US"),
      sex: "female",
      age_years: 55,
      height_cm: 165.1,
      weight_kg: 68.038855,
      postmenopausal: true,
      scans: [
        {
          manufacturer: "hologic",
          model: "Horizon",
          date: "2026-11-10",
          regions: [
            { region: "femoral_neck", side: "left", bmd_g_cm2: 0.8 },
            { region: "total_hip", bmd_g_cm2: 0.9 },
            { region: "lumbar_spine", bmd_g_cm2: 1 },
          ],
        },
      ],
      fractures: [],
      complete: ["risk_factors"],
      treatments: [],
    },
    // (0.800 - 0.858) / 0.120, (0.900 - 0.942) / 0.122, (1.000 - 1.047) / 0.110
    scores: { femoral_neck: "-0.5", total_hip: "-0.3", lumbar_spine: "-0.4" },
    says: { en: [/normal bone density/u], fr: [/densité osseuse normale/u] },
    guidelines: {
      bhof2022: { en: /^no drug/u, fr: /^pas de (médicament|traitement)/u },
      aace2020: { en: /^no drug/u, fr: /^pas de (médicament|traitement)/u },
    },
  },

  "a woman of 71 with a wrist fracture three months ago and osteoporosis of the spine": {
    async fill(hand) {
      const { dxa, fractures, treatments, labels } = hand.words;
      await introduce(hand, "female", 71, "FR");
      const scans = await hand.section("scans");
      await scans.pick(labels.manufacturer, dxa.makers.hologic);
      await scans.density("lumbar_spine", "bmd", 0.772);
      await scans.density("femoral_neck", "bmd", 0.65);
      const wrist = await addFracture(hand, "distal_forearm");
      await wrist.day(labels.date, "2026-08-20");
      await wrist.choose(labels.trauma, fractures.traumas.low);
      await (await hand.section("treatments")).tick(treatments.none);
    },
    document: {
      ...blank("FR"),
      sex: "female",
      age_years: 71,
      scans: [
        {
          manufacturer: "hologic",
          regions: [
            { region: "lumbar_spine", bmd_g_cm2: 0.772 },
            { region: "femoral_neck", bmd_g_cm2: 0.65 },
          ],
        },
      ],
      fractures: [{ site: "distal_forearm", date: "2026-08-20", trauma: "low" }],
      treatments: [],
    },
    // (0.772 - 1.047) / 0.110 is -2.5 exactly: at the boundary is osteoporosis. (0.650 - 0.858) / 0.120
    scores: { lumbar_spine: "-2.5", femoral_neck: "-1.7" },
    says: {
      en: [/osteoporosis \(t-score -2\.5, lumbar spine/u, /priority very high/u],
      fr: [/ostéoporose .*\(t-score -2,5, /u, /priorité très haute/u],
    },
    // A non-severe fracture with T at or below -2 is treated in France.
    guidelines: {
      grio2018_women: { en: /^treat/u, fr: /^traiter/u },
      bhof2022: { en: /^treat/u, fr: /^traiter/u },
    },
  },

  "a man of 66 on prednisolone with a vertebral fracture and a printed T-score": {
    async fill(hand) {
      const { fractures, labels, three } = hand.words;
      await introduce(hand, "male", 66, "FR");
      await (await hand.section("scans")).density("femoral_neck", "t", -2.1);
      const section = await hand.section("fractures");
      await section.press(hand.nameOf("site", "vertebra"));
      const vertebra = section.entry(fractures.one(1, hand.nameOf("site", "vertebra")));
      await vertebra.pick(fractures.when, fractures.whens.months_ago);
      await vertebra.number(fractures.whens.months_ago, 6);
      await vertebra.choose(labels.trauma, fractures.traumas.low);
      await vertebra.tick("T12");
      await vertebra.pick(labels.genant_grade, fractures.grades["2"]);
      const risks = await hand.section("risk_factors");
      await risks.choose(hand.label("risk_factors.glucocorticoid.current"), three.yes);
      await risks.number(hand.label("risk_factors.glucocorticoid.mg_per_day"), 10);
      await risks.number(hand.label("risk_factors.glucocorticoid.days"), 180);
    },
    document: {
      ...blank("FR"),
      sex: "male",
      age_years: 66,
      scans: [{ regions: [{ region: "femoral_neck", t_score: -2.1 }] }],
      fractures: [{ site: "vertebra", months_ago: 6, trauma: "low", levels: ["T12"], genant_grade: 2 }],
      risk_factors: { glucocorticoid: { current: true, mg_per_day: 10, days: 180 } },
    },
    scores: { femoral_neck: "-2.1" },
    // Low bone mass by T, osteoporosis by the vertebra; to be treated without waiting.
    says: {
      en: [/osteoporosis by its fracture/u, /priority very high/u, /must not be given: raloxifene/u],
      fr: [/ostéoporose .*fracture/u, /priorité très haute/u, /raloxifène/u],
    },
    guidelines: {
      giop_france_2014: { en: /^treat/u, fr: /^traiter/u },
      nogg2024: { en: /^treat/u, fr: /^traiter/u },
    },
  },

  "a woman of 80 with a hip fracture last month and poor kidneys, calcium in mg/dL": {
    async fill(hand) {
      const { fractures, labs, labels, three } = hand.words;
      await introduce(hand, "female", 80, "GB");
      const section = await hand.section("fractures");
      await section.press(hand.nameOf("site", "proximal_femur"));
      const hip = section.entry(fractures.one(1, hand.nameOf("site", "proximal_femur")));
      await hip.pick(fractures.when, fractures.whens.month);
      await hip.type(fractures.monthField, "10/2026");
      await hip.choose(labels.trauma, fractures.traumas.low);
      const frax = await hand.section("frax");
      await frax.number(labels["frax.mof_percent"], 32);
      await frax.number(labels["frax.hip_percent"], 15);
      await frax.choose(labels["frax.with_bmd"], three.no);
      await frax.pick(labels["frax.model"], COUNTRIES.GB[hand.lang]);
      await frax.day(labels["frax.date"], "2026-11-18");
      const bloods = await hand.section("labs");
      await bloods.day(labs.day, "2026-11-18");
      await bloods.number(hand.nameOf("test", "crcl"), 30);
      await bloods.pick(hand.words.units, labs.systems.conventional);
      await bloods.number(hand.nameOf("test", "calcium"), 9.4);
    },
    document: {
      ...blank("GB"),
      sex: "female",
      age_years: 80,
      fractures: [{ site: "proximal_femur", months_ago: 1, trauma: "low" }],
      frax: { mof_percent: 32, hip_percent: 15, with_bmd: false, model: "GB", date: "2026-11-18" },
      labs: [
        { analyte: "crcl", date: "2026-11-18", value: 30, unit: "mL/min" },
        { analyte: "calcium", date: "2026-11-18", value: 9.4, unit: "mg/dL" },
      ],
    },
    scores: {},
    // Zoledronate and alendronate are not licensed below 35 mL/min; a hip fracture of last month does not wait.
    says: {
      en: [/must not be given: alendronate and zoledronate\. creatinine clearance below 35/u, /do not wait for dxa/u],
      fr: [/zolédron(ate|ique)[^.]*\. .*35.*30/u, /priorité très haute/u],
    },
    guidelines: {
      nogg2024: { en: /^treat/u, fr: /^traiter/u },
      bhof2022: { en: /^treat/u, fr: /^traiter/u },
    },
  },

  "a woman of 68 whose denosumab is two months late": {
    async fill(hand) {
      const { treatments, labels } = hand.words;
      await introduce(hand, "female", 68, "GB");
      const section = await hand.section("treatments");
      await section.pick(treatments.drug, hand.nameOf("drug", "denosumab"));
      await section.press(treatments.add);
      const denosumab = section.entry(`1. ${hand.nameOf("drug", "denosumab")}`);
      await denosumab.day(labels.start, "2022-03-20");
      await denosumab.day(labels.last_dose, "2026-03-20");
      await denosumab.open(treatments.details);
      await denosumab.number(labels.doses, 9);
    },
    document: {
      ...blank("GB"),
      sex: "female",
      age_years: 68,
      treatments: [{ drug: "denosumab", route: "sc", start: "2022-03-20", last_dose: "2026-03-20", doses: 9 }],
    },
    scores: {},
    says: {
      en: [
        /denosumab[^.]*overdue: [^.]*new vertebral fractures/u,
        /priority very high: to be seen within 4 weeks/u,
        /must not be given: teriparatide and abaloparatide/u,
      ],
      fr: [/dénosumab/u, /priorité très haute/u, /tériparatide/u],
    },
    guidelines: {
      nogg2024: { en: /^calculate frax/u, fr: /^calculer le frax/u },
      nice_ta464: { en: /^calculate frax/u, fr: /^calculer le frax/u },
    },
  },
};

/** The skin as it was scored on a day: by a doctor's impression, by regions, by counting, and by the patient. */
import type { Day } from "../../calendar.ts";
import type { Scale } from "../../knowledge/topics/evidence.ts";
import type { Record } from "../../record.ts";
import type { InputOf } from "../fields.ts";
import type { Asked, Series } from "../question.ts";

const lesion = { kind: "number", unit: "1", least: 0, most: 4, whole: true } as const;
const counted = { kind: "number", unit: "1", least: 0, most: 1000, whole: true } as const;

/** The columns of one score; a region holds its worst lesion, 0 to 4. */
export const scoreColumns = {
  day: { kind: "day" },
  iga: { kind: "number", unit: "1", least: 0, most: 4, whole: true },
  gags: { kind: "number", unit: "1", least: 0, most: 44, whole: true },
  forehead: lesion,
  rightCheek: lesion,
  leftCheek: lesion,
  nose: lesion,
  chin: lesion,
  chestBack: lesion,
  nodules: counted,
  comedones: counted,
  inflammatory: counted,
  dlqi: { kind: "number", unit: "1", least: 0, most: 30, whole: true },
} as const;
export type GivenScore = InputOf<typeof scoreColumns>;

/** What is drawn and compared, in the order it is shown. */
export const measures = ["iga", "gags", "nodules", "inflammatory", "comedones", "dlqi"] as const;
export type Measure = (typeof measures)[number];

export type Score = { readonly day: Day; readonly [M: string]: number | undefined } & {
  readonly [M in Measure]: number | undefined;
};

/** A score as given, and the regions that are missing for a sum: some were given, others not. */
export interface ReadScore {
  readonly score: Score;
  readonly missing: readonly string[];
}

const columnOf: Readonly<{ [region: string]: keyof GivenScore }> = {
  forehead: "forehead",
  "right-cheek": "rightCheek",
  "left-cheek": "leftCheek",
  nose: "nose",
  chin: "chin",
  "chest-back": "chestBack",
};

/** The sum of the worst lesion of each region by its factor; a sum written down beside the regions gives way to it. */
export function readScore(given: GivenScore, gags: Scale | undefined, today: Day): ReadScore {
  const regions = (gags?.regions ?? []).map(({ region, factor }) => {
    const column = columnOf[region];
    return {
      region,
      factor,
      worst: column === undefined ? undefined : given[column],
    };
  });
  const missing = regions.filter(({ worst }) => worst === undefined).map(({ region }) => region);
  const byRegion = regions.length > 0 && missing.length === 0;
  const some = missing.length < regions.length;
  const sum = regions.reduce((all, { worst = 0, factor }) => all + worst * factor, 0);
  const { day = today, iga, nodules, comedones, inflammatory, dlqi } = given;
  return {
    score: { day, iga, gags: byRegion ? sum : given.gags, nodules, comedones, inflammatory, dlqi },
    missing: some && given.gags === undefined ? missing : [],
  };
}

/** Scores that the record holds. */
export function recordedScores(record: Record): Score[] {
  return record.of("severity-scored").flatMap(({ body: { iga, gags }, happened: { day } }) =>
    iga === undefined && gags === undefined
      ? []
      : [
          {
            day,
            iga,
            gags,
            nodules: undefined,
            inflammatory: undefined,
            comedones: undefined,
            dlqi: undefined,
          },
        ],
  );
}

/** The band a value lies in; undefined below the first. */
export function bandOf(scale: Scale | undefined, value: number): Scale["bands"][number] | undefined {
  return scale?.bands.findLast(({ from }) => value >= from);
}

/** A line for each measure that was ever given. */
export function seriesOf({ knowledge }: Asked, scores: readonly Score[]): Series[] {
  return measures.flatMap((id) => {
    const points = scores.flatMap(({ day, [id]: value }) => (value === undefined ? [] : [{ day, value }]));
    if (points.length === 0) return [];
    const success = knowledge.responseRules["success-grade"]?.value;
    const bands = knowledge.scales[id]?.bands ?? [];
    const lines = [
      ...(id === "iga" && success !== undefined ? [{ value: success, meaning: "success" }] : []),
      ...(id === "gags" ? bands.slice(1).map((band) => ({ value: band.from, meaning: band.id })) : []),
    ];
    return [{ id, unit: "1", points, lines }];
  });
}

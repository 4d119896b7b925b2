import { describe, expect, test } from "vitest";
import { languages } from "../words/words.ts";
import { type ForDowntime, sheetHtml, sheetOf, type Telling } from "./downtime-sheet.ts";

const telling: Telling = {
  day: (day) => `<${day}>`,
  at: (instant) => `at ${instant}`,
  through: (instant) => `through ${instant}`,
  role: (role) => role,
};

type Line = ForDowntime["lines"][number];
const line = (more: Partial<Line> = {}): Line => ({
  patient: "K7QX2M9P",
  name: "架空 花子",
  birthDate: "2001-04-12",
  fictional: true,
  group: "gather",
  headline: { en: "A headline.", ja: "見出し。" },
  turns: [{ who: "nurse", text: { en: "Weigh.", ja: "体重を測る。" } }],
  closes: null,
  handOut: null,
  ...more,
});
const handOut: NonNullable<Line["handOut"]> = {
  number: "K7QX-2M9P-8E64",
  supply: {
    productName: { en: "Isotroin", ja: "イソトロイン" },
    capsuleMg: 20,
    capsules: 60,
    dailyMg: 40,
    days: 30,
  },
  from: null,
  until: "2026-11-21T15:00:00Z",
  packGoodUntil: "2026-12-20",
};
const sheetWith = (lines: readonly Line[], language: "en" | "ja" = "en") =>
  sheetOf(
    { title: { en: "Clinic", ja: "院" }, at: "2026-11-20T01:30:00Z", through: "2026-11-21", lines },
    language,
    telling,
  );

describe("A sheet for a day without a computer", () => {
  test("has ten people on a page, and a page for those who are not on the list", () => {
    const pages = (count: number) => sheetWith(Array.from({ length: count }, () => line())).pages;
    expect(pages(0).map(({ rows }) => rows.length)).toEqual([0, 10]);
    expect(pages(0)[0]?.heading).toBeDefined();
    expect(pages(10).map(({ rows }) => rows.length)).toEqual([10, 10]);
    expect(pages(21).map(({ rows }) => rows.length)).toEqual([10, 10, 1, 10]);
    expect(pages(21).map(({ label }) => label)).toEqual([1, 2, 3, 4].map((number) => `Page ${number} of 4`));
  });

  test.each(languages)(
    "says in %s what, until when, from which pack, with room for what is written",
    (language) => {
      const [row] = sheetWith([line({ group: "dispense", handOut })], language).pages[0]?.rows ?? [];
      expect(row?.kind).toBe("may");
      expect(row?.says).toContain("through 2026-11-21T15:00:00Z");
      expect(row?.says).not.toContain("at ");
      expect(row?.lines.join(" ")).toMatch(
        /(Isotroin|イソトロイン).*20 mg.*60.*40 mg.*30.*K7QX-2M9P-8E64.*<2026-12-20>/,
      );
      expect(row?.blanks).toHaveLength(6);
      const later = { ...handOut, from: "2026-11-20T15:00:00Z" };
      const [opens] = sheetWith([line({ group: "dispense", handOut: later })], language).pages[0]?.rows ?? [];
      expect(opens?.says).toContain("at 2026-11-20T15:00:00Z");
    },
  );

  test("says why nothing is handed out, and whose turn is what", () => {
    const row = (more: Partial<Line>) => sheetWith([line(more)]).pages[0]?.rows[0];
    expect(row({})).toMatchObject({ kind: "see-to", says: "Hand out nothing.", lines: ["nurse: Weigh."] });
    expect(row({ group: "alarm" })).toMatchObject({
      kind: "alarm",
      says: "Hand out nothing.",
      lines: ["A headline."],
    });
    expect(row({ group: "dispense" })?.lines).toEqual(["A headline."]);
    expect(row({ group: "prescribe", turns: [] })?.lines.join()).toMatch(/needs the computer/);
  });

  test("says when a window closes, whatever else there is to say", () => {
    const closes = "2026-11-22T15:00:00Z";
    const long = { who: "nurse", text: { en: "x".repeat(150), ja: "字" } } as const;
    for (const more of [{}, { group: "prescribe" }, { group: "wait" }, { turns: [long, long, long] }]) {
      const row = sheetWith([line({ ...more, closes })]).pages[0]?.rows[0];
      expect(row?.says).toContain(`Hand out nothing. Closes through ${closes}`);
    }
    expect(sheetWith([line()]).pages[0]?.rows[0]?.says).toBe("Hand out nothing.");
  });

  test("says how many turns there was no room for, and names a first one always", () => {
    const turn = (length: number) =>
      ({ who: "nurse", text: { en: "x".repeat(length), ja: "字".repeat(length) } }) as const;
    const lines = (length: number, count: number) =>
      sheetWith([line({ turns: Array.from({ length: count }, () => turn(length)) })]).pages[0]?.rows[0]
        ?.lines ?? [];
    expect(lines(20, 4)).toHaveLength(4);
    expect(lines(150, 4)).toHaveLength(2);
    expect(lines(150, 4).at(-1)).toMatch(/3 more/);
    expect(lines(900, 1)).toHaveLength(1);
  });

  test("as a file holds no script, fetches nothing, and takes no name for markup", () => {
    const html = sheetHtml(
      sheetWith([
        line({ name: '<script>alert("x")</script>', headline: { en: "&amp;", ja: "&amp;" }, turns: [] }),
      ]),
      "ja",
      ".dt{}",
    );
    expect(html).toMatch(/^<!doctype html>\n<html lang="ja">/);
    expect(html).not.toMatch(/<script|src=|href=|url\(/);
    expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
    expect(html).toContain("&amp;amp;");
  });
});

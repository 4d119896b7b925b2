/** The sheet for a day without a computer: as the app shows it, and as it comes out of a printer. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sheetHtml, sheetOf } from "../src/print/downtime-sheet.ts";
import { todayText } from "../src/web/clinic/today/text.ts";
import { downtimeWords } from "../src/words/downtime-words.ts";
import { violations } from "./browser.ts";
import { type Counter, openCounter } from "./counter.ts";

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
}, 60_000);
afterAll(() => counter.close());

/** As many as fill a page at worst: long sentences, every blank. */
const long = {
  en: "A long sentence that somebody has to read twice. ".repeat(4),
  ja: "長い文がここに入ります。".repeat(8),
};
const base = {
  name: "架空 とても長いお名前の花子",
  birthDate: "2001-04-12",
  fictional: true,
  headline: long,
  turns: [
    { who: "nurse" as const, text: long },
    { who: "prescriber" as const, text: long },
  ],
};
const handOut = {
  number: "K7QX-2M9P-8E64",
  supply: {
    productName: { en: "Isotroin (Cipla)", ja: "イソトロイン(シプラ社)" },
    capsuleMg: 20,
    capsules: 60,
    dailyMg: 40,
    days: 30,
  },
  from: "2026-11-20T15:00:00Z",
  until: "2026-11-21T15:00:00Z",
  packGoodUntil: "2026-12-20",
};
const tens = ["alarm", "gather", "dispense"].flatMap((group) =>
  Array.from({ length: 10 }, (_, index) => ({
    ...base,
    patient: `K7QX2M${index}P`,
    group,
    closes: "2026-11-21T15:00:00Z",
    handOut: group === "dispense" ? handOut : null,
  })),
);

describe.each(["en", "ja"] as const)("The sheet, in %s,", (language) => {
  const words = downtimeWords[language];

  test("is reached from today's list, shows the authorised supply, and prints alone", async () => {
    const { number } = await counter.authorised(language === "ja" ? "架空 花子" : "Hanako Kaku");
    const { page, complaints } = await counter.openPage(language, 1280);
    await page
      .getByRole("link", { name: /Isoward/ })
      .first()
      .click();
    await page.getByRole("link", { name: todayText[language].downtime }).click();
    await page.getByRole("heading", { name: words.title, level: 1 }).waitFor();
    const row = page.locator(".dt-may", { hasText: number });
    expect(await row.innerText()).toContain(words.number(number));
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: words.print }).isVisible()).toBe(false);
    expect(await row.isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("has a page of paper for every ten patients, though there is much to say", async () => {
    const { page } = await counter.openPage(language, 1280);
    const telling = {
      day: (text: string) => text,
      at: (text: string) => text,
      through: (text: string) => text,
      role: () => "role",
    };
    const sheet = sheetOf(
      { title: long, at: "2026-11-20T01:30:00Z", through: "2026-11-21", lines: tens },
      language,
      telling,
    );
    const css = readFileSync(new URL("../src/print/downtime-sheet.css", import.meta.url), "utf8");
    // As a file: what the server tells browsers about its own pages does not hold there.
    await page.goto("about:blank");
    await page.setContent(sheetHtml({ ...sheet, printed: "2026-11-20" }, language, css));
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(sheet.pages).toHaveLength(4);
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(4);
    await page.context().close();
  });
});

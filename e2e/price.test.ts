/** What a visit costs, on the page: all of page 004's totals and page 000's first ten days, in both languages. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { billWords } from "../src/words/render-bill.ts";
import { type Clinic, type Desk, openClinic } from "./clinic.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic("2026-11-22 11:00");
}, 60_000);
afterAll(() => clinic.close());

/** Every dose in Japanese, one in English: the same page shows both. */
const doses = { en: [40], ja: [10, 20, 40, 60, 80] } as const;

/** As page 004 prints them: 30 days at a first and a follow-up visit, each without and with the urine test. */
const page004 = {
  10: ["16,698", "17,754", "14,498", "15,554"],
  20: ["19,998", "21,054", "17,798", "18,854"],
  40: ["32,538", "33,594", "30,338", "31,394"],
  60: ["45,078", "46,134", "42,878", "43,934"],
  80: ["57,618", "58,674", "55,418", "56,474"],
} as const;
const visits = [
  ["first", "no"],
  ["first", "yes"],
  ["return", "no"],
  ["return", "yes"],
] as const;

describe.each(["en", "ja"] as const)("The bill, in %s,", (language) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await clinic.open(language, "visitor");
  });
  const words = billWords[language];
  const amount = (yen: string) => (language === "en" ? `¥${yen}` : `${yen}円`);
  const total = () => desk.page.getByRole("table", { name: words.heading }).locator("tfoot td");

  test("comes to what page 004 says, line by line, to the yen", async () => {
    let seen = 0;
    for (const mg of doses[language]) {
      const totals = page004[mg];
      for (const [index, [visit, can]] of visits.entries()) {
        const asked = `dailyMg=${mg}&days=30&visit=${visit}&canBecomePregnant=${can}&under=tokyo-monthly`;
        await desk.goTo(`/ask/price?${seen}#${asked}`);
        await total()
          .getByText(amount(totals[index] ?? ""), { exact: true })
          .waitFor();
        seen++;
      }
    }
    expect(seen).toBe(doses[language].length * 4);
    expect(await desk.trips(`the bill in ${language}`)).toEqual([]);
  });

  test("says that page 000's ten days are not all that is charged", async () => {
    await desk.goTo("/ask/price?ten#dailyMg=20&days=10&visit=first&canBecomePregnant=no&under=ten-day-start");
    await total().getByText(amount("5,500"), { exact: true }).waitFor();
    const foot = desk.page.getByRole("table", { name: words.heading }).locator("tfoot th");
    expect(await foot.textContent()).toBe(`${words.totalOfListed}${words.tax(null)}`);
  });
});

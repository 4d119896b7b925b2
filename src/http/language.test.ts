import { expect, test } from "vitest";
import { languageOf } from "./language.ts";

test("A caller is answered in the language they would rather read, and in English where they ask for neither", () => {
  const answers = {
    ja: "ja",
    "ja-JP,ja;q=0.9,en;q=0.8": "ja",
    "en-GB, ja;q=0.5": "en",
    "fr, ja;q=0.3": "ja",
    "ja;q=0, en;q=0.1": "en",
    "ja;q=0.2, en;q=0.7": "en",
    JA: "ja",
    fr: "en",
    "*": "en",
    "": "en",
    ";;;,q=1": "en",
  } as const;
  for (const [header, language] of Object.entries(answers)) expect(languageOf(header), header).toBe(language);
  expect(languageOf(undefined)).toBe("en");
});

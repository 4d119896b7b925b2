import { expect, test } from "vitest";
import { refuse } from "../core/refusal.ts";
import { renderRefusal } from "./refusals.ts";
import { knowledge, zone } from "./testing/sentences.ts";

test("A number that nobody has given says nothing of a patient whom nobody named", () => {
  const { en, ja } = renderRefusal(refuse("no-such-authorisation", { number: "K7QX" }), knowledge, zone);
  expect(en.says).toBe("No authorisation with the number K7QX was found.");
  expect(ja.says).toBe("番号がK7QXの承認は見つかりません。");
});

import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { orderAtFirst, proposalOf, strengthFor, supplyOf } from "./order.ts";
import { saySupply } from "./say-supply.ts";

const order = { product: "isotroin", capsuleMg: "20", dailyMg: "40", dosesPerDay: "2", days: "30" };

describe("An order", () => {
  test("comes to the capsules its days take", () => {
    expect(supplyOf(order)).toEqual({
      product: "isotroin",
      capsuleMg: 20,
      capsules: 60,
      dailyMg: 40,
      dosesPerDay: 2,
      days: 30,
    });
    expect(supplyOf({ ...order, dailyMg: "30" })?.capsules).toBe(45);
    expect(supplyOf({ ...order, dailyMg: "２５", days: "3" })?.capsules).toBe(4);
  });
  test.each([
    ["product", ""],
    ["capsuleMg", ""],
    ["dailyMg", "much"],
    ["dailyMg", "0"],
    ["dosesPerDay", "1.5"],
    ["days", "29.5"],
    ["days", "-1"],
  ])("is none yet while %s is %j", (key, value) => {
    expect(supplyOf({ ...order, [key]: value })).toBeUndefined();
  });
  test("is proposed with what is known of it so far", () => {
    expect(proposalOf({ ...order, days: "" })).toEqual({
      product: "isotroin",
      capsuleMg: 20,
      dailyMg: 40,
      dosesPerDay: 2,
    });
    expect(proposalOf(orderAtFirst({ refills: 0 }))).toEqual({});
  });
  test("begins with what was given last", () => {
    expect(orderAtFirst({ ...supplyOf(order), refills: 0 })).toEqual(order);
  });
  test("is said plainly in both languages", () => {
    const supply = { capsuleMg: 20, capsules: 60, dailyMg: 40, dosesPerDay: 1, days: 30 };
    expect(saySupply("en", supply)).toBe("60 capsules of 20 mg, 2 a day for 30 days");
    expect(saySupply("ja", supply)).toBe("20 mgカプセル 60個、1日2個、30日分");
    expect(saySupply("en", { ...supply, dosesPerDay: 2 })).toBe(
      "60 capsules of 20 mg, 2 a day in 2 doses for 30 days",
    );
  });
});

test("A new product keeps the strength where it has it, else takes one that makes the dose whole", () => {
  const product = Object.values(readKnowledge().products).find(({ strengthsMg }) => strengthsMg.length > 1);
  if (product === undefined) throw new Error("no product comes in several strengths");
  const [least = 0] = product.strengthsMg;
  expect(strengthFor(product, 40, String(least))).toBe(String(least));
  const chosen = Number(strengthFor(product, least * 2, "3"));
  expect(product.strengthsMg).toContain(chosen);
  expect((least * 2) % chosen).toBe(0);
});

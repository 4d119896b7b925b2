import { describe, expect, test } from "vitest";
import { at, type Day, day } from "../core/calendar.ts";
import type { Json, NewEntry } from "../ledger/ledger.ts";
import { entry, readable, toStored } from "./entries.ts";
import { prescriber } from "./testing/ready-patient.ts";

const stream = "patient/TEST";
const now = at("2026-11-20T10:00:00Z");
const today = { day: day("2026-11-20"), at: now };
const about = { by: prescriber, clinic: "tokyo-monthly", now, today };
const pack = { number: "N", product: "isotroin", expiresOn: day("2027-01-31"), capsules: 60 };
const dispensed = toStored(entry("supply-dispensed", pack), about);
const said = dispensed.body as { readonly [field: string]: Json };

describe("Before entries are appended, each is read back:", () => {
  const decision = { at: "2026-11-20T10:00:00Z", findings: [{ rule: "r", facts: { kg: 54, days: [1, 2] } }] };
  const fine: NewEntry[] = [
    dispensed,
    { ...dispensed, body: { ...said, decision } },
    toStored(entry("medicine-started", { text: "in words" }), about),
    toStored(entry("corrected", { ref: "e1", reason: "mistyped", withdrawn: true }), about),
    toStored(
      entry("weight-measured", { kg: 54, written: "54 kilos" }, { happened: { day: today.day } }),
      about,
    ),
  ];
  test("what can be read is handed on as it is", () => {
    expect(readable(fine, stream)).toBe(fine);
    // In words they are kept apart from the body, and read back into it.
    expect(fine[2]).toMatchObject({ body: {}, private: { words: { text: "in words" } } });
  });

  const late = 200_000 as Day;
  const strange: readonly (readonly [string, NewEntry])[] = [
    ["a day past the calendar in its body", toStored(entry("supply-dispensed", { expiresOn: late }), about)],
    ["a day in its body that is none", { ...dispensed, body: { ...said, expiresOn: "2027-02-30" } }],
    ["a day in its body in another spelling", { ...dispensed, body: { ...said, expiresOn: "20270131" } }],
    [
      "an instant in its body that is none",
      { ...dispensed, type: "supply-authorised", body: { dispenseBefore: "soon" } },
    ],
    ["a day that is none", { ...dispensed, happened: { day: "2026-11-31" } }],
    ["an instant that is none", { ...dispensed, happened: { day: "2026-11-20", at: "10:00" } }],
    ["no instant at which it was written down", { ...dispensed, recordedAt: "" }],
    ["another spelling of that instant", { ...dispensed, recordedAt: "2026-11-20T19:00:00+09:00" }],
    ["a type that nobody knows", { ...dispensed, type: "of-another-program" }],
    ["a shape from a newer program", { ...dispensed, schema: 99 }],
  ];
  test.each(strange)("one with %s is refused, and all that were to go with it", (_what, one) => {
    expect(() => readable([dispensed, one], stream)).toThrow(/could not be read again|cannot be read|newer/);
  });
});

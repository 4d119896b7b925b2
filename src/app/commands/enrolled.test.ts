import { describe, expect, test } from "vitest";
import { patientOf, read, was } from "../testing/given.ts";
import { ofAccount, whyNotEnrolled } from "./enrolled.ts";

const us = { protocol: "us-ipledge", zone: "America/New_York", confirmedEditions: [] };
const joined = (account?: string, until?: string) =>
  was(
    "programme-enrolled",
    "2026-10-01",
    {
      programme: "us-ipledge",
      party: "prescriber",
      ...(account === undefined ? {} : { account }),
      ...(until === undefined ? {} : { until }),
    },
    "administrator",
  );
const left = (account: string) =>
  was(
    "programme-left",
    "2026-11-01",
    { programme: "us-ipledge", party: "prescriber", account },
    "administrator",
  );
const as = (id: string, authenticated = true) =>
  ({ by: { role: "prescriber", id, authenticated }, clinic: "tokyo-monthly" }) as const;

describe("A prescriber who is signed in", () => {
  const why = (entries: readonly ReturnType<typeof joined>[], account: string, setting = us) =>
    whyNotEnrolled("prescriber", { ...patientOf(read(entries)), setting }, as(account))?.refused;

  test("authorises where a programme asks for enrolment only if they are enrolled themselves", () => {
    expect(why([joined("a1")], "a1")).toBeUndefined();
    expect(why([joined("a1")], "a2")).toBe("not-enrolled");
    expect(why([joined()], "a1")).toBe("not-enrolled");
    expect(why([joined("a1"), joined("a2"), left("a1")], "a1")).toBe("not-enrolled");
    expect(why([joined("a1"), joined("a2"), left("a1")], "a2")).toBeUndefined();
    expect(why([joined("a1", "2026-11-19")], "a1")).toBe("not-enrolled");
    expect(why([joined("a1", "2026-11-20")], "a1")).toBeUndefined();
  });

  test("needs none where no programme asks for it", () => {
    expect(why([], "a1", { ...us, protocol: "jp-selfpay" })).toBeUndefined();
    const state = { ...patientOf([]), setting: us };
    expect(whyNotEnrolled("prescriber", state, as("a1", false))).toBeUndefined();
  });

  test("enrols under their own account, unless another one is named", () => {
    const prescriber = { programme: "us-ipledge", party: "prescriber" } as const;
    expect(ofAccount(prescriber, as("a1"))).toEqual({ ...prescriber, account: "a1" });
    expect(ofAccount({ ...prescriber, account: "a2" }, as("a1"))).toMatchObject({ account: "a2" });
    expect(ofAccount({ ...prescriber, party: "site" }, as("a1"))).not.toHaveProperty("account");
    expect(ofAccount(prescriber, as("a1", false))).not.toHaveProperty("account");
  });
});

test("A site elsewhere, of whose enrolment this record says nothing, hands out nothing of a programme that asks for it", () => {
  const state = { ...patientOf([]), setting: us };
  const at = (clinic: string) => whyNotEnrolled("site", state, { ...as("a1"), clinic })?.refused;
  expect(at("tokyo-monthly")).toBeUndefined();
  expect(at("pore-care")).toBe("not-enrolled");
});

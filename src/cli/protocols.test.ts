import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { comparisonShape, protocolsShape } from "../app/protocols-json.ts";
import { isowardHere } from "./testing/isoward.ts";

const isoward = isowardHere(tmpdir());

describe("isoward protocols", () => {
  test("lists protocols, each clinic under its own", async () => {
    const { status, out } = await isoward("protocols");
    expect(status).toBe(0);
    const lines = out.split("\n");
    const at = (id: string) => lines.findIndex((line) => line.trim().startsWith(`${id} `));
    expect(at("jp-selfpay")).toBeLessThan(at("ten-day-start"));
    expect(at("label-eu")).toBeLessThan(at("uk-mhra"));
    expect(
      protocolsShape.parse(JSON.parse((await isoward("protocols", "--json")).out)).protocols.length,
    ).toBe(11);
  });

  test.each([
    ["en", "21 Jan", /A second prescriber agrees\n.*under 18/],
    ["ja", "1月21日", /2人目の処方医の同意\n.*18歳未満/],
  ])("compares two in %s, as in force on a day", async (lang, _day, second) => {
    const compare = async (on: string) =>
      (await isoward("protocols", "compare", "uk-mhra", "eu-ppp", "--on", on, "--lang", lang)).out;
    expect(await compare("2026-01-21")).toMatch(second);
    expect(await compare("2026-01-22")).not.toMatch(second);
  });

  test("names who signed for a deviation, and how far it was allowed", async () => {
    const { out } = await isoward("protocols", "compare", "jp-selfpay", "three-month-supply");
    expect(out).toMatch(/A 30 days .*sign for up to 90 days, only where pregnancy is not possible/);
    expect(out).toMatch(/B 90 days .*looser than the protocol, signed by 院長/);
    expect(out).toMatch(/page-001: .* read at source/);
  });

  test("prints what is the same when asked, and JSON as described", async () => {
    const short = (await isoward("protocols", "compare", "label-us", "us-ipledge")).out;
    const long = (await isoward("protocols", "compare", "label-us", "us-ipledge", "--all")).out;
    expect(short).not.toContain("No treatment in pregnancy");
    expect(long).toContain("No treatment in pregnancy: yes");
    const json = await isoward(
      "protocols",
      "compare",
      "label-us",
      "us-ipledge",
      "--json",
      "--on",
      "2026-11-22",
    );
    expect(comparisonShape.parse(JSON.parse(json.out))).toMatchObject({
      on: "2026-11-22",
      b: { edition: "2026-11-15", beside: "2021-12-13" },
    });
  });

  test("says which there are, and from which day, where it cannot", async () => {
    const unknown = await isoward("protocols", "compare", "label-us", "atlantis");
    expect([unknown.status, unknown.err]).toEqual([2, expect.stringMatching(/"atlantis"\n.*jp-selfpay/)]);
    const early = await isoward("protocols", "compare", "uk-mhra", "label-eu", "--on", "2020-01-01");
    expect([early.status, early.err]).toEqual([2, expect.stringMatching(/--on 2023-10-31/)]);
    expect((await isoward("protocols", "compare", "label-us")).status).toBe(2);
  });
});

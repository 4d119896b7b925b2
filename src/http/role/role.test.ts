import { describe, expect, test } from "vitest";
import { Problem } from "../problem.ts";
import { byOf, rolesToChoose } from "./role.ts";

describe("The role of a write", () => {
  test("is what the caller chose, and vouched for by nobody", () => {
    for (const role of rolesToChoose)
      expect(byOf(role)).toEqual({ role, id: `demo-${role}`, authenticated: false });
    expect(rolesToChoose).toHaveLength(10);
  });

  test("is asked for where it is missing, or is none that a person can have", () => {
    for (const header of [
      undefined,
      "",
      "unknown",
      "Prescriber",
      "prescriber, nurse",
      "toString",
      "__proto__",
    ]) {
      const found = byOf(header);
      expect(found, header).toBeInstanceOf(Problem);
      expect(found).toMatchObject({
        status: 401,
        headers: { "WWW-Authenticate": expect.stringContaining("Isoward-Role") },
      });
      expect((found as Problem).remedy.en).toContain("prescriber, designee, nurse");
    }
  });
});

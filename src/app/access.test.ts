import { describe, expect, test } from "vitest";
import { staffRoles } from "../core/vocabulary.ts";
import {
  type Access,
  type Doing,
  everything,
  mayDo,
  needsNoRelation,
  type Person,
  rolesFor,
  type Subject,
} from "./access.ts";
import { commandNames } from "./commands/index.ts";
import { safetySummary, sees, topicOf } from "./topics.ts";

const here = "tokyo-monthly";
const elsewhere = "pore-care";
const patientHere: Subject = { of: "patient", patient: "K7QX2M9P", treatedAt: [here], brokenFor: [] };
const staff = (role: (typeof staffRoles)[number], clinic = here): Person => ({
  account: `${role}-at-${clinic}`,
  appointments: [{ clinic, role }],
  links: [],
});
const linked = (as: "patient" | "guardian", patient = "K7QX2M9P"): Person => ({
  account: `${as}-of-${patient}`,
  appointments: [],
  links: [{ patient, as }],
});
const nobody: Person = { account: "nobody", appointments: [], links: [] };
const granted = (access: Access) => access.granted;

describe("Who may do what", () => {
  test("every action and every command has its roles, and what is unknown has none", () => {
    for (const doing of everything) expect(rolesFor(doing).length, doing).toBeGreaterThan(0);
    expect(everything.length).toBeGreaterThan(commandNames.length + 15);
    expect(rolesFor("command:no-such-command")).toEqual([]);
    expect(rolesFor("toString" as Doing)).toEqual([]);
  });

  test("somebody signed in whom nobody appointed or linked may do nothing", () => {
    for (const doing of everything)
      for (const subject of [{ of: "all" }, { of: "clinic", clinic: here }, patientHere] as const)
        expect(mayDo(nobody, doing, subject).granted, doing).toBe(false);
  });

  test("no role of another clinic does anything to a patient without a treatment relation", () => {
    for (const role of staffRoles)
      for (const doing of everything)
        expect(mayDo(staff(role, elsewhere), doing, patientHere).granted, `${role} ${doing}`).toBe(
          needsNoRelation(doing) && rolesFor(doing).includes(role),
        );
    expect(everything.filter(needsNoRelation)).toEqual(["command:break-glass", "command:start-treatment"]);
  });

  test("a patient is nobody to another patient, and a guardian to another child", () => {
    for (const as of ["patient", "guardian"] as const)
      for (const doing of everything)
        expect(mayDo(linked(as, "ZZZZZZZZ"), doing, patientHere).granted, doing).toBe(false);
  });

  test("a broken glass opens the record to that clinic alone, and says so", () => {
    const broken = { ...patientHere, brokenFor: [elsewhere] };
    expect(mayDo(staff("prescriber", elsewhere), "read-patient", broken)).toMatchObject({
      granted: true,
      through: "broken-glass",
    });
    expect(mayDo(staff("prescriber", "ten-day-start"), "read-patient", broken).granted).toBe(false);
  });

  test("authorising is a prescriber's, redeeming a pharmacist's or prescriber's, whoever else signs in", () => {
    const who = (doing: Doing) =>
      staffRoles.filter((role) => granted(mayDo(staff(role), doing, patientHere)));
    expect(who("command:authorise-supply")).toEqual(["prescriber"]);
    expect(who("command:dispense-supply")).toEqual(
      ["prescriber", "pharmacist"].filter((role) =>
        rolesFor("command:dispense-supply").includes(role as never),
      ),
    );
    expect(who("erase-person")).toEqual(["administrator"]);
    expect(who("read-accesses")).toEqual(["auditor", "administrator"]);
  });

  test("an auditor writes nothing", () => {
    for (const name of commandNames)
      expect(mayDo(staff("auditor"), `command:${name}`, patientHere).granted, name).toBe(false);
  });

  test("of two roles that both may, a write asks which; a read does not", () => {
    const both: Person = {
      account: "both",
      appointments: [
        { clinic: here, role: "prescriber" },
        { clinic: here, role: "pharmacist" },
      ],
      links: [],
    };
    expect(mayDo(both, "command:counsel", patientHere)).toEqual({ granted: false, why: "choose-role" });
    expect(mayDo(both, "command:counsel", patientHere, { role: "pharmacist" })).toMatchObject({
      role: "pharmacist",
    });
    expect(mayDo(both, "command:counsel", patientHere, { role: "nurse" }).granted).toBe(false);
    expect(mayDo(both, "read-patient", patientHere)).toMatchObject({ granted: true });
    expect(mayDo(both, "command:authorise-supply", patientHere)).toMatchObject({ role: "prescriber" });
  });

  test("beginning to treat somebody asks for which clinic, where it could be for several", () => {
    const both: Person = {
      account: "both",
      appointments: [here, elsewhere, "ten-day-start"].map((clinic) => ({ clinic, role: "prescriber" })),
      links: [],
    };
    const begin = (clinic?: string) => mayDo(both, "command:start-treatment", patientHere, { clinic });
    expect(begin()).toEqual({ granted: false, why: "choose-clinic" });
    expect(begin(elsewhere)).toMatchObject({ clinic: elsewhere, through: "no-relation" });
    expect(begin(here)).toMatchObject({ clinic: here, through: "own-clinic" });
    expect(begin("three-month-supply").granted).toBe(false);
    expect(mayDo(both, "command:counsel", patientHere)).toMatchObject({ clinic: here });
  });

  test("a restricted record is the patient's, its keepers' and whoever's opens it in an emergency", () => {
    const restricted: Subject = { ...patientHere, restricted: true };
    for (const role of staffRoles)
      for (const doing of everything) {
        const found = mayDo(staff(role), doing, restricted);
        const isKeeper =
          (role === "administrator" || role === "auditor" || doing === "command:break-glass") &&
          doing !== "export-person";
        expect(found.granted, `${role} ${doing}`).toBe(isKeeper && rolesFor(doing).includes(role));
        if (!isKeeper && rolesFor(doing).includes(role)) expect(found).toMatchObject({ why: "restricted" });
      }
    expect(granted(mayDo(linked("patient"), "read-patient", restricted))).toBe(true);
    // Nobody takes it along but whose it is.
    expect(granted(mayDo(linked("patient"), "export-person", restricted))).toBe(true);
    expect(mayDo(staff("administrator"), "export-person", restricted)).toMatchObject({ why: "restricted" });
    expect(granted(mayDo(staff("administrator"), "export-person", patientHere))).toBe(true);
    const open: Subject = { ...restricted, brokenFor: [here] };
    expect(mayDo(staff("nurse"), "read-patient", open)).toMatchObject({ through: "broken-glass" });
  });

  test("a site's staff work at their sites", () => {
    const one: Person = {
      account: "one",
      appointments: [{ clinic: here, role: "nurse", sites: ["first"] }],
      links: [],
    };
    expect(mayDo(one, "read-today", { of: "clinic", clinic: here, site: "first" }).granted).toBe(true);
    expect(mayDo(one, "read-today", { of: "clinic", clinic: here, site: "second" }).granted).toBe(false);
  });
});

describe("What is seen of an open record", () => {
  test("contraception, sexual history and mood are the minor's, not the guardian's", () => {
    for (const type of [
      "contraception-started",
      "abstinence-attested",
      "mood-screened",
      "menses-recorded",
    ] as const)
      expect(sees.guardian, type).not.toContain(topicOf(type));
    for (const type of ["supply-dispensed", "symptom-reported", "visit-held"] as const)
      expect(sees.guardian, type).toContain(topicOf(type));
  });

  test("another clinic's entries show what a safe supply depends on, and nothing private", () => {
    for (const type of [
      "course-started",
      "supply-dispensed",
      "pregnancy-test-resulted",
      "medicine-started",
    ] as const)
      expect(safetySummary, type).toContain(topicOf(type));
    for (const type of ["mood-screened", "abstinence-attested", "account-linked"] as const)
      expect(safetySummary, type).not.toContain(topicOf(type));
  });

  test("the front desk sees names and visits", () => {
    expect(sees["front-desk"]).toEqual(["identity", "visits"]);
  });
});

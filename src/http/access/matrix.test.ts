import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Doing, everything, table } from "../../app/access.ts";
import { readyPatient, supplyOf } from "../../app/testing/ready-patient.ts";
import type { Role } from "../../core/entry.ts";
import { staffRoles } from "../../core/vocabulary.ts";
import { apiServer } from "../api.ts";
import type { Route } from "../route.ts";
import { routes } from "../routes/index.ts";
import { type AStaffedApi, aStaffedApi } from "../testing/a-staffed-api.ts";
import {
  type Asker,
  againstTable,
  askers,
  breaksGlass,
  clinics,
  isAgreed,
  readMatrix,
  rowOf,
  undeclared,
} from "../testing/matrix.ts";

const agreed = readMatrix();
/** What the table of access answers with; anything else is the route's own. */
const notLetIn = new Set([
  "not-signed-in",
  "not-your-role",
  "not-your-clinic",
  "no-relation",
  "restricted",
  "choose-role",
  "choose-clinic",
  "unknown-patient",
  "no-such-authorisation",
]);

describe("The table of who may do what", () => {
  test("has a row for everything that can be done, and a route for every row", () => {
    expect(undeclared(routes, agreed)).toEqual([]);
    const rows = everything.map((doing) => rowOf(doing)).toSorted();
    expect(Object.keys(agreed.rows).toSorted()).toEqual(rows);
  });

  test("is that of the application, for everybody and everything", () => {
    expect(againstTable(agreed, routes)).toEqual([]);
  });

  test("asks as every role at every clinic, and as nobody", () => {
    expect(askers).toHaveLength(staffRoles.length * 4 + 6);
    const inTable = routes.filter(({ access }) => typeof access !== "string");
    expect(inTable.length * askers.length).toBeGreaterThan(4000);
    // Everybody is let in somewhere and refused somewhere, or the table would hold nobody to anything.
    for (const asker of askers) {
      const letIn = inTable.filter(({ access }) => {
        if (typeof access === "string") return false;
        const row = agreed.rows[rowOf(access.doing)];
        return row !== undefined && isAgreed(row, access.of, asker);
      });
      expect(letIn.length, asker.says).toBeLessThan(inTable.length);
      const mayNothing = asker.staff === undefined && asker.linked === undefined;
      expect(letIn.length === 0, asker.says).toBe(mayNothing);
    }
  });
});

describe("The API", () => {
  let office: AStaffedApi;
  let [patient, number] = ["", ""];
  beforeAll(async () => {
    office = await aStaffedApi();
    for (const { account = "", staff } of askers)
      if (staff !== undefined) await office.appoint(account, clinics[staff.at], staff.role);
    patient = await readyPatient(office.practice);
    const other = await readyPatient(office.practice);
    for (const { account = "", linked } of askers)
      if (linked !== undefined) await office.link(account, linked.own ? patient : other, linked.as);
    const at = `/api/patients/${patient}`;
    const given = await office.post(`${at}/authorise-supply`, "prescriber-own", supplyOf());
    number = String(given.body.entries[0].body.number);
    await office.post(`${at}/start-treatment`, "nurse-before", { reason: "Moved here." });
    await office.post(`${at}/end-treatment`, "nurse-before");
    for (const asker of askers.filter(breaksGlass)) {
      const reason = { reason: "Unconscious." };
      await office.post(`${at}/break-glass`, asker.account, reason);
    }
  });
  afterAll(() => office.close());

  /** Whether somebody is let in. What is sent is no JSON, so that nothing is done. */
  const isLetIn = async (app: Pick<Hono, "request">, { method, path }: Route, { account }: Asker) => {
    const address = path
      .replace("{patient}", patient)
      .replace("{number}", number)
      .replace("{clinic}", clinics.own);
    const response = await app.request(address, {
      method: method.toUpperCase(),
      headers: {
        "Content-Type": "application/json",
        ...(account === undefined ? {} : { "Test-Account": account }),
      },
      ...(method === "post" ? { body: "{" } : {}),
    });
    const type = response.headers.get("content-type") ?? "";
    if (!type.includes("problem")) {
      await response.body?.cancel();
      return true;
    }
    const problem = (await response.json()) as { readonly type: string };
    return !notLetIn.has(problem.type.replace("/problems/", ""));
  };

  /** Everybody who is let in though it was not agreed, or not though it was. */
  const against = async (app: Pick<Hono, "request">, asked: readonly Route[]) => {
    const wrong: string[] = [];
    for (const route of asked) {
      const { access, operationId } = route;
      if (typeof access === "string") continue;
      const row = agreed.rows[rowOf(access.doing)];
      const found = await Promise.all(
        askers.map(async (asker) => {
          const may = row !== undefined && isAgreed(row, access.of, asker);
          const isIn = await isLetIn(app, route, asker);
          return isIn === may ? [] : [`${operationId}, ${asker.says}: ${isIn ? "let in" : "refused"}`];
        }),
      );
      wrong.push(...found.flat());
    }
    return wrong;
  };
  const doing = (name: Doing) =>
    routes.filter(({ access }) => typeof access !== "string" && access.doing === name);

  test("lets in whom the table lets in, and nobody else, at every route", async () => {
    const before = await office.practice.ledger.version(`patient/${patient}`);
    expect(await against(office.app, routes)).toEqual([]);
    expect(await office.practice.ledger.version(`patient/${patient}`)).toBe(before);
    expect(office.bugs).toEqual([]);
  }, 20_000);

  test("lets anybody ask what is of nobody's record, and asks of one's own account who is signed in", async () => {
    const nobody = { account: undefined, says: "nobody" };
    for (const route of routes.filter(({ access }) => access === "open"))
      expect(await isLetIn(office.app, route, nobody), route.operationId).toBe(true);
    const ownAccount = routes.filter(({ path }) => path.startsWith("/api/account"));
    expect(ownAccount.length).toBeGreaterThan(5);
    for (const route of ownAccount)
      expect(await isLetIn(office.app, route, nobody), route.operationId).toBe(false);
  });

  describe("where a defect is planted, is found out:", () => {
    const [readPatient] = doing("read-patient");
    if (readPatient === undefined) throw new Error("nobody reads a patient");

    test("a route that is declared open", async () => {
      const planted: readonly Route[] = routes.map((one) =>
        one === readPatient ? { ...one, access: "open" } : one,
      );
      expect(undeclared(planted, agreed)).toEqual(["readPatient is declared open"]);
      const { practice, accounts } = office;
      const app = apiServer(practice, { accounts, rightsAreHeld: true, routes: planted });
      const found = await against(app, [readPatient]);
      expect(found).toContain("readPatient, nobody signed in: let in");
      expect(found).toContain("readPatient, patient of another record: let in");
    });

    test("a route that does something new", () => {
      const planted = {
        ...readPatient,
        operationId: "sellPatient",
        access: { doing: "sell", of: "patient" },
      };
      expect(undeclared([...routes, planted as never], agreed)).toEqual([
        'sellPatient: there is no row "sell"',
      ]);
    });

    test("a role that was added to the table, or taken out of it", async () => {
      const roles = table["read-patient"] as Role[];
      roles.push("administrator");
      expect(againstTable(agreed, routes)).toEqual(["readPatient, administrator, own"]);
      expect(await against(office.app, [readPatient])).toEqual(["readPatient, administrator, own: let in"]);
      roles.pop();
      roles.shift();
      expect(await against(office.app, [readPatient])).toEqual([
        "readPatient, prescriber, own: refused",
        "readPatient, prescriber, emergency: refused",
      ]);
      roles.unshift("prescriber");
      expect(againstTable(agreed, routes)).toEqual([]);
    });

    test("a decision that ignores who treats the patient", async () => {
      const { histories } = office.practice;
      const read = histories.read.bind(histories);
      const planted = vi.spyOn(histories, "read").mockImplementation(async (stream) => ({
        ...(await read(stream)),
        treatedAt: Object.values(clinics),
      }));
      const found = await against(office.app, [readPatient]);
      planted.mockRestore();
      expect(found).toContain("readPatient, lab, elsewhere: let in");
      expect(found).toContain("readPatient, front-desk, before: let in");
    });

    test("a glass that opens to everybody of the clinic", async () => {
      const { histories } = office.practice;
      const read = histories.read.bind(histories);
      const planted = vi.spyOn(histories, "read").mockImplementation(async (stream) => {
        const found = await read(stream);
        const [glass] = found.broken;
        return glass === undefined
          ? found
          : { ...found, broken: askers.map(({ account = "" }) => ({ ...glass, account })) };
      });
      const found = await against(office.app, [readPatient]);
      planted.mockRestore();
      expect(found).toContain("readPatient, designee, emergency: let in");
    });
  });
});

/** What one clinic may see of another's: nothing, whatever SQL is asked; and what the server's own role cannot do. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LedgerError, type NewEntry } from "../ledger.ts";
import { openPostgres, type PostgresLedger } from "../postgres.ts";
import { entry } from "../testing/entries.ts";
import { type PostgresServer, startPostgres } from "../testing/postgres-server.ts";
import { serverRole } from "./second-wall.ts";

let server: PostgresServer;
let folder = "";
let projector = "";
beforeAll(async () => {
  server = await startPostgres();
  folder = mkdtempSync(join(tmpdir(), "isoward-ledger-"));
  projector = join(folder, "projector.mjs");
  writeFileSync(projector, projectorText);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.remove();
});

/** Whose a patient is stands in `view_belongs`; a list has a clinic of its own; a name belongs to its stream. */
const projectorText = `export const projector = {
  version: 1,
  tables: {
    view_belongs: { columns: { stream: "text", clinic: "text" }, key: ["stream", "clinic"] },
    view_list: { columns: { stream: "text", clinic: "text", line: "text" }, key: ["stream"] },
    view_look: { columns: { stream: "text", version: "integer", clinic: "text", who: "text", line: "text" },
      key: ["stream", "version"], about: "who" },
    view_name: { columns: { stream: "text", name: "text" }, key: ["stream"] },
  },
  owners: { prefix: "patient/", table: "view_belongs" },
  *project({ type, stream, version, clinic, body, private: hidden }) {
    if (type === "treated")
      yield { sql: "INSERT INTO view_belongs VALUES (:stream, :clinic)", parameters: { stream, clinic: body.at } };
    if (type === "left")
      yield { sql: "DELETE FROM view_belongs WHERE stream = :stream AND clinic = :clinic",
        parameters: { stream, clinic: body.at } };
    if (type === "looked")
      yield { sql: "INSERT INTO view_look VALUES (:stream, :version, :clinic, :who, :line)",
        parameters: { stream, version, clinic, who: body.at, line: clinic + " looked at " + body.at } };
    if (type === "named") {
      const { name } = hidden.value;
      yield { sql: "INSERT INTO view_list VALUES (:stream, :clinic, :name)", parameters: { stream, clinic, name } };
      yield { sql: "INSERT INTO view_name VALUES (:stream, :name)", parameters: { stream, name } };
    }
  },
};`;

const by = (clinic: string, one: NewEntry): NewEntry => ({ ...one, clinic });

/** A patient of clinic A, one of clinic B, one of both, and one who was A's and is B's now. */
async function filled(ledger: PostgresLedger) {
  const append = async (stream: string, ...entries: NewEntry[]) => {
    const appended = await ledger.append({
      stream,
      expectedVersion: await ledger.version(stream),
      entries,
      idempotency: { key: `key of ${stream} ${entries.length}`, request: "digest" },
    });
    expect(appended.is).toBe("appended");
  };
  const named = (clinic: string, name: string) => by(clinic, entry("named", {}, { name }));
  const treated = (clinic: string) => by(clinic, entry("treated", { at: clinic }));
  await append("patient/a", treated("A"), named("A", "Ann of A"));
  await append("patient/b", treated("B"), named("B", "Bea of B"));
  await append("patient/both", treated("A"), named("A", "Cleo of A"), treated("B"), by("B", entry("seen")));
  await append("patient/left", treated("A"), named("A", "Dora of A"), treated("B"));
  await append("patient/left", by("A", entry("left", { at: "A" })), by("B", entry("seen")));
  await append("clinic/A", by("A", entry("policy")));
  await append("clinic/B", by("B", entry("policy")));
  await append("knowledge/1", by("", entry("knowledge-kept")));
  await append("audit/B/2026-11", by("B", entry("read", { name: "who looked" })));
  await append("audit/B/2026-12", ...["a", "both"].map((at) => by("B", entry("looked", { at }))));
  // A clinic that is no clinic's: within a string, and beside others.
  await append(
    "odd/1",
    by('A","clinic":"B', {
      ...entry("odd"),
      actor: { role: '"clinic":"A"', id: "\u0000", authenticated: true },
    }),
  );
}

const streams = [
  "patient/a",
  "patient/b",
  "patient/both",
  "patient/left",
  "clinic/A",
  "clinic/B",
  "knowledge/1",
  "audit/B/2026-11",
  "odd/1",
];

describe("With the setting of a clinic", () => {
  let ledger: PostgresLedger;
  let url = "";
  beforeAll(async () => {
    url = await server.database();
    ledger = await openPostgres({ url, projector });
    await filled(ledger);
  });
  afterAll(() => ledger.close());

  const seenStreams = async (clinics: readonly string[]) => {
    const read = await Promise.all(streams.map((stream) => ledger.seenBy(clinics).read(stream)));
    return streams.filter((_stream, index) => (read[index]?.length ?? 0) > 0);
  };

  test("its own streams are read whole, and no other's at all", async () => {
    expect(await seenStreams(["A"])).toEqual(["patient/a", "patient/both", "clinic/A", "knowledge/1"]);
    expect(await seenStreams(["B"])).toEqual([
      "patient/b",
      "patient/both",
      "patient/left",
      "clinic/B",
      "knowledge/1",
      "audit/B/2026-11",
    ]);
    for (const stream of ["patient/both", "patient/left"])
      expect(await ledger.seenBy(["B"]).read(stream)).toEqual(await ledger.read(stream));
    expect(await seenStreams(["A", "B"])).toEqual(streams.filter((stream) => stream !== "odd/1"));
    expect(await seenStreams([])).toEqual(["knowledge/1"]);
    expect(await seenStreams(["nobody's"])).toEqual(["knowledge/1"]);
    for (const stream of streams) expect((await ledger.read(stream)).length).toBeGreaterThan(0);
  });

  test("the lists hold its own rows alone, whatever SQL is asked", async () => {
    const ofA = ledger.seenBy(["A"]);
    const names = async (sql: string) => (await ofA.query(sql)).map((row) => Object.values(row).join(" "));
    expect(await names("SELECT line FROM view_list ORDER BY line")).toEqual([
      "Ann of A",
      "Cleo of A",
      "Dora of A",
    ]);
    expect(await names("SELECT name FROM view_name ORDER BY name")).toEqual(["Ann of A", "Cleo of A"]);
    expect(await names("SELECT DISTINCT clinic FROM view_belongs")).toEqual(["A"]);
    expect(
      await names("SELECT count(*) FROM view_list WHERE clinic = 'B' OR true OR clinic LIKE '%'"),
    ).toEqual(["3"]);
    expect(await names("SELECT max(name) FROM view_name")).toEqual(["Cleo of A"]);
    expect(
      await names(`SELECT b.name FROM view_name b LEFT JOIN view_list l ON true WHERE b.name LIKE 'Bea%'
        UNION SELECT line FROM view_list WHERE line LIKE 'Bea%'`),
    ).toEqual([]);
    // An operator that tells of rows before the wall has looked at them would divide by zero.
    expect(
      await names("SELECT line FROM view_list WHERE 1 / (CASE WHEN line LIKE 'Bea%' THEN 0 ELSE 1 END) = 2"),
    ).toEqual([]);
    for (const sql of [
      "SELECT set_config('isoward.clinics', '*', true), name FROM view_name",
      "WITH all_of_them AS MATERIALIZED (SELECT set_config('isoward.clinics', '*', true)) SELECT name FROM all_of_them, view_name",
      "SELECT 1; SET isoward.clinics = '*'; SELECT name FROM view_name",
      "SELECT body FROM ledger.entries",
      "RESET ROLE",
    ]) {
      await expect(ofA.query(sql)).rejects.toThrow(LedgerError);
    }
  });

  test("nothing of it lasts: whoever asks next on the same connections sees what is theirs", async () => {
    const counts = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const [clinics, expected] = (
          [
            [["A"], 3],
            [["B"], 1],
            [["A", "B"], 4],
          ] as const
        )[index % 3] ?? [[], 0];
        const sql = "SELECT count(*) AS count FROM view_list";
        const [row] = await ledger.seenBy(clinics).query(sql);
        const [all] = await ledger.query(sql);
        return [row?.["count"] === expected, all?.["count"]];
      }),
    );
    expect(counts).toEqual(counts.map(() => [true, 4]));
  });

  test("a name that would mean all, or several, is none", () => {
    for (const name of ["*", "A,B", ""]) {
      expect(() => ledger.seenBy([name])).toThrow(TypeError);
      expect(() => ledger.seenBy([], [name])).toThrow(TypeError);
    }
  });

  test("a stream that is opened to somebody is seen beside them, and no other", async () => {
    const seen = ledger.seenBy([], ["patient/a"]);
    expect(await seen.read("patient/a")).toEqual(await ledger.read("patient/a"));
    expect((await seen.kept("patient/a", 0, 9)).length).toBe(2);
    expect(await seen.read("patient/both")).toEqual([]);
    expect(await seen.kept("patient/both", 0, 9)).toEqual([]);
    expect(await seen.query("SELECT name FROM view_name")).toEqual([{ name: "Ann of A" }]);
    // Who looked is the clinic's, and theirs about whom it is.
    expect(await seen.query("SELECT line FROM view_look")).toEqual([{ line: "B looked at a" }]);
    expect(await ledger.seenBy(["A"]).query("SELECT line FROM view_look ORDER BY line")).toEqual([
      { line: "B looked at a" },
      { line: "B looked at both" },
    ]);
    expect((await ledger.seenBy(["B"]).query("SELECT line FROM view_look")).length).toBe(2);
  });

  /** Runs SQL on a connection of the server's role. */
  const asServer = (clinics: string | undefined, sql: string) =>
    server.run(
      url,
      `SET ROLE ${serverRole}; ${clinics === undefined ? "" : `SET isoward.clinics = '${clinics}';`} ${sql}`,
    );

  test("so it is for SQL by hand in the server's role, and without a setting there is nothing", async () => {
    for (const [table, ofAll, ofA] of [
      ["ledger.entries", 20, 8],
      ["ledger.heads", 10, 4],
      ["ledger.remembered", 11, 4],
      ["views.view_list", 4, 3],
      ["views.view_name", 4, 2],
      ["views.view_belongs", 5, 2],
    ] as const) {
      expect([table, await countAs("*", table)]).toEqual([table, ofAll]);
      expect([table, await countAs("A", table)]).toEqual([table, ofA]);
      const ofNobody = table.startsWith("ledger") ? 1 : 0;
      expect([table, await countAs(undefined, table)]).toEqual([table, ofNobody]);
    }
  });

  test("without the role there is no wall: the tests above can fail", async () => {
    expect(await countAs("A", "views.view_list", "isoward")).toBe(4);
    expect(await countAs("A", "ledger.entries", "isoward")).toBe(20);
  });

  const countAs = async (clinics: string | undefined, table: string, role = serverRole) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(`SET ROLE ${role}`);
      if (clinics !== undefined) await client.query(`SET isoward.clinics = '${clinics}'`);
      const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
      return Number(rows[0]?.count);
    } finally {
      await client.end();
    }
  };

  test("the server's role changes no entry, removes none, and takes no wall away", async () => {
    for (const sql of [
      "UPDATE ledger.entries SET body = '1'",
      "DELETE FROM ledger.entries",
      "TRUNCATE ledger.entries",
      "DELETE FROM ledger.heads",
      "UPDATE ledger.remembered SET request = ''",
      "DELETE FROM ledger.counter",
      "ALTER TABLE ledger.entries DISABLE TRIGGER USER",
      "ALTER TABLE ledger.entries DISABLE ROW LEVEL SECURITY",
      "DROP POLICY of_clinics ON ledger.entries",
      "DROP TABLE views.view_list",
      "CREATE OR REPLACE FUNCTION ledger.sees_all() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
      "CREATE TABLE ledger.more (x int)",
      "SELECT * FROM keys.keys",
    ])
      await expect(asServer("*", sql), sql).rejects.toThrow(/permission denied|must be owner/);
    expect((await ledger.durability()).role).toBe(serverRole);
  });
});

describe("A user who owns nothing", () => {
  test("serves once the owner has made the tables, and sees what the wall lets through", async () => {
    const url = await server.database();
    const owner = await openPostgres({ url, projector });
    await filled(owner);
    await owner.close();
    await server.run(url, `CREATE USER clinic_server PASSWORD 'pw' IN ROLE ${serverRole}`);
    await server.run(
      url,
      "GRANT USAGE ON SCHEMA keys TO clinic_server; GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA keys TO clinic_server",
    );
    const login = new URL(url);
    login.username = "clinic_server";
    login.password = "pw";
    const ledger = await openPostgres({ url: login.href, projector });
    const appended = await ledger.append({
      stream: "patient/new",
      expectedVersion: 0,
      entries: [by("B", entry("treated", { at: "B" })), by("B", entry("named", {}, { name: "Eve of B" }))],
    });
    expect(appended.is).toBe("appended");
    expect(await ledger.seenBy(["A"]).read("patient/new")).toEqual([]);
    expect((await ledger.seenBy(["B"]).read("patient/new")).length).toBe(2);
    expect((await ledger.erase("patient/new")).stream).toBe("patient/new");
    await ledger.close();
  });

  test("sees past no wall unless it was given leave to: that is said", async () => {
    const url = await server.database();
    const open = () => openPostgres({ url, projector });
    const ledger = await open();
    expect(ledger.isWalled).toBe(true);
    await ledger.close();
    const [role] = await server.run(
      url,
      "SELECT rolsuper, rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = $1",
      [serverRole],
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcanlogin: false });
    const bare = await server.run(
      url,
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND (n.nspname = 'views' OR c.relname IN ('entries', 'heads', 'remembered'))
         AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
    );
    expect(bare).toEqual([]);
    await server.run(url, `ALTER ROLE ${serverRole} BYPASSRLS`);
    const past = await open();
    expect(past.isWalled).toBe(false);
    await past.close();
    await server.run(url, `ALTER ROLE ${serverRole} NOBYPASSRLS`);
  });

  test("works as the server's role where the operator's guide was followed: an owner that may make no role", async () => {
    const url = new URL(await server.database());
    await server.run(url.href, `CREATE ROLE guided LOGIN PASSWORD 'pw'; GRANT ${serverRole} TO guided`);
    await server.run(url.href, `ALTER DATABASE ${url.pathname.slice(1)} OWNER TO guided`);
    url.username = "guided";
    url.password = "pw";
    const ledger = await openPostgres({ url: url.href, projector });
    await filled(ledger);
    expect([(await ledger.durability()).role, ledger.isWalled]).toEqual([serverRole, true]);
    expect(await ledger.seenBy(["B"]).read("patient/a")).toEqual([]);
    await ledger.close();
  });

  test("and may not make roles either, is held to the wall as the tables' owner", async () => {
    const url = new URL(await server.database());
    await server.run(url.href, "CREATE USER plain PASSWORD 'pw'");
    await server.run(url.href, `ALTER DATABASE ${url.pathname.slice(1)} OWNER TO plain`);
    url.username = "plain";
    url.password = "pw";
    const ledger = await openPostgres({ url: url.href, projector });
    await filled(ledger);
    expect((await ledger.durability()).role).toBe("plain");
    expect(ledger.isWalled).toBe(true);
    expect((await ledger.read("patient/a")).length).toBe(2);
    expect(await ledger.seenBy(["B"]).read("patient/a")).toEqual([]);
    expect(await ledger.seenBy(["B"]).query("SELECT name FROM view_name ORDER BY name")).toEqual([
      { name: "Bea of B" },
      { name: "Cleo of A" },
      { name: "Dora of A" },
    ]);
    await ledger.close();
  });
});

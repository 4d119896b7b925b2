/** What is PostgreSQL's own: how it is reached, what its tables refuse, where keys stand, who makes the read models. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { isWholeList } from "../keys.ts";
import { type Ledger, LedgerError, type NewEntry } from "../ledger.ts";
import { type OpenPostgresOptions, openPostgres, openPostgresReadOnly } from "../postgres.ts";
import { decisionBody, entry, projector } from "../testing/entries.ts";
import { type PostgresServer, startPostgres } from "../testing/postgres-server.ts";
import { whereOf } from "./connect.ts";
import { openKeys } from "./keys.ts";

let server: PostgresServer;
let folder = "";
beforeAll(async () => {
  server = await startPostgres();
  folder = mkdtempSync(join(tmpdir(), "isoward-ledger-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.remove();
});

const opened: Ledger[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open(url: string, more: Partial<OpenPostgresOptions> = {}) {
  const ledger = await openPostgres({ url, projector, ...more });
  opened.push(ledger);
  return ledger;
}
const append = async (ledger: Ledger, stream: string, ...entries: NewEntry[]) =>
  await ledger.append({ stream, expectedVersion: await ledger.version(stream), entries });
const failure = async (work: Promise<unknown>): Promise<LedgerError> => {
  const thrown = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(thrown).toBeInstanceOf(LedgerError);
  return thrown as LedgerError;
};

describe("a database that cannot be opened", () => {
  test("because the password is wrong says so, and tells no password", async () => {
    const url = new URL(await server.database());
    url.password = "not-the-password";
    const error = await failure(openPostgres({ url: url.href, projector }));
    expect(error).toMatchObject({ code: "refused", remedy: expect.stringContaining("password") as string });
    expect(`${error.message} ${error.remedy}`).not.toContain("not-the-password");
    expect(error.message).toContain("isoward_");
  });

  test("because it does not exist says how to make it", async () => {
    const error = await failure(openPostgres({ url: server.url("nowhere"), projector }));
    expect(error).toMatchObject({ code: "missing", remedy: expect.stringContaining("createdb") as string });
    expect(error.message).toContain("nowhere");
  });

  test("because no server answers says so, after it has waited", async () => {
    const url = new URL(server.url("any"));
    url.port = "1";
    const error = await failure(openPostgres({ url: url.href, projector, patienceMs: 200 }));
    expect(error).toMatchObject({ code: "unreachable", remedy: expect.stringContaining("start") as string });
  });

  test("because a newer Isoward has written it is left alone", async () => {
    for (const area of ["ledger", "keys"]) {
      const url = await server.database();
      await (await openPostgres({ url, projector })).close();
      await server.run(url, `INSERT INTO ${area}.schema_version (version) VALUES (99)`);
      expect((await failure(openPostgres({ url, projector }))).code).toBe("newer");
      expect((await failure(openPostgresReadOnly({ url }))).code).toBe("newer");
    }
  });

  test("because it holds no ledger is not made one by somebody who only looks", async () => {
    const url = await server.database();
    expect((await failure(openPostgresReadOnly({ url }))).code).toBe("missing");
    expect(await server.run(url, "SELECT FROM pg_namespace WHERE nspname IN ('ledger', 'keys')")).toEqual([]);
  });

  test("because its server does not sync is refused", async () => {
    const url = await server.database();
    const set = async (fsync: "on" | "off") => {
      await server.run(url, `ALTER SYSTEM SET fsync = ${fsync}`);
      await server.run(url, "SELECT pg_reload_conf(), pg_sleep(0.2)");
    };
    await set("off");
    const error = await failure(openPostgres({ url, projector }));
    const ofKeys = await failure(openKeys(url, { where: "the keys", ms: 1000 }));
    await set("on");
    expect(error).toMatchObject({ code: "failed", message: expect.stringContaining("fsync") as string });
    expect(ofKeys.message).toContain("the keys does not sync");
  });

  test("because the user may not make its tables says who has to", async () => {
    const url = new URL(await server.database());
    await server.run(url.href, "CREATE USER somebody PASSWORD 'pw'");
    url.username = "somebody";
    url.password = "pw";
    expect((await failure(openPostgres({ url: url.href, projector }))).code).toBe("refused");
  });
});

describe("the database", () => {
  test("refuses to change or remove an entry, even to its owner", async () => {
    const url = await server.database();
    const ledger = await open(url);
    await append(ledger, "patient/1", entry("a", {}, "secret"));
    for (const sql of [
      "UPDATE ledger.entries SET body = '1'",
      "DELETE FROM ledger.entries",
      "TRUNCATE ledger.entries",
    ])
      await expect(server.run(url, sql)).rejects.toThrow(/never changed and never removed/);
    await ledger.erase("patient/1");
    for (const sql of [
      "UPDATE keys.erasures SET hash = ''",
      "DELETE FROM keys.erasures",
      "TRUNCATE keys.erasures",
    ])
      await expect(server.run(url, sql)).rejects.toThrow(/never changed and never removed/);
    const again =
      "INSERT INTO ledger.entries SELECT stream, version, 9, 'x', '', '', NULL, '' FROM ledger.entries";
    await expect(server.run(url, again)).rejects.toThrow(/duplicate key/);
  });

  test("commits to the disk, whatever is set for it", async () => {
    const url = await server.database();
    await server.run(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`);
    expect(await (await open(url)).durability()).toMatchObject({ synchronousCommit: "on", fsync: "on" });
  });

  test("takes names that PostgreSQL cannot hold, and finds them by what is left", async () => {
    const ledger = await open(await server.database());
    const name = "An\u0000n \ud800";
    await append(ledger, "patient/1", entry("named", { name }, { name }));
    expect((await ledger.read("patient/1"))[0]?.private).toEqual({ value: { name } });
    const sql = "SELECT stream FROM view_names WHERE name = :name";
    expect(await ledger.query(sql, { name })).toEqual([{ stream: "patient/1" }]);
  });

  test("is asked with each parameter as what it is, also where it is null", async () => {
    const ledger = await open(await server.database());
    await append(ledger, "patient/1", entry("named", {}, { name: 'it\'s: a "name"' }));
    const sql = `SELECT name, ':name' AS quoted, count(*) AS rows, 1.5 * :two AS three, :none AS none
      FROM view_names WHERE (:none IS NULL OR name = :none) AND name = :name GROUP BY name`;
    expect(await ledger.query(sql, { name: 'it\'s: a "name"', two: 2, none: null })).toEqual([
      { name: 'it\'s: a "name"', quoted: ":name", rows: 1, three: 3, none: null },
    ]);
    for (const parameters of [{}, { name: "a", more: 1 }])
      await expect(ledger.query("SELECT :name AS name", parameters)).rejects.toThrow(/:name|:more/);
  });

  test("is read by its read models' names alone", async () => {
    const ledger = await open(await server.database());
    for (const sql of [
      "SELECT * FROM ledger.entries",
      "SELECT * FROM keys.keys",
      "SELECT usename FROM pg_user",
      "SELECT pg_read_file('postmaster.pid')",
      "SELECT 1; DROP TABLE view_names",
      "WITH gone AS (DELETE FROM view_names RETURNING 1) SELECT * FROM gone",
    ])
      await failure(ledger.query(sql));
  });

  test("tells of nobody's name in its errors", async () => {
    const ledger = await open(await server.database());
    const error = await failure(
      append(ledger, "patient/1", entry("named", {}, { name: "Ann Nowhere" }), entry("refused-by-sql")),
    );
    expect(JSON.stringify([error, error.cause, error.message])).not.toContain("Nowhere");
  });
});

describe("keys", () => {
  test("stand in another database, and the ledger's holds none", async () => {
    const [url, keysUrl] = [await server.database(), await server.database()];
    const ledger = await open(url, { keysUrl });
    await append(ledger, "patient/1", entry("a", {}, "secret"));
    expect(await server.run(url, "SELECT FROM pg_namespace WHERE nspname = 'keys'")).toEqual([]);
    expect(await server.run(keysUrl, "SELECT stream FROM keys.keys")).toEqual([{ stream: "patient/1" }]);
    expect(await server.run(keysUrl, "SELECT FROM pg_namespace WHERE nspname = 'ledger'")).toEqual([]);
    await ledger.close();
    const reading = await openPostgresReadOnly({ url, keysUrl });
    expect((await reading.read("patient/1"))[0]?.private).toEqual({ value: "secret" });
    expect((await failure(append(reading, "patient/1", entry("b")))).remedy).toContain("server");
    await reading.close();
  });

  test("that are missing without a proof of their erasure are damage, not erasure", async () => {
    const url = await server.database();
    const ledger = await open(url);
    await append(ledger, "patient/1", entry("a", {}, "secret"));
    await server.run(url, "DELETE FROM keys.keys");
    expect((await failure(ledger.read("patient/1"))).code).toBe("corrupt");
  });

  test("that were destroyed stand in no file of the tables any more, nor does what they hid", async () => {
    const url = await server.database();
    const ledger = await open(url);
    const secret = "a secret that stands nowhere else";
    await append(ledger, "patient/1", entry("a", {}, { secret }));
    await append(ledger, "patient/2", entry("a", {}, { secret: "kept" }));
    const [row] = await server.run(url, "SELECT key FROM keys.keys WHERE stream = 'patient/1'");
    const key = Buffer.from(row?.["key"] as Uint8Array).toString("latin1");
    await server.run(url, "CHECKPOINT");
    const holds = (bytes: string) =>
      bytesOf(join(server.folder, "base")).some((file) => file.includes(bytes));
    expect(holds(key)).toBe(true);
    await ledger.erase("patient/1");
    await server.run(url, "CHECKPOINT");
    expect([holds(key), holds(secret)]).toEqual([false, false]);
    expect((await ledger.read("patient/2"))[0]?.private).toEqual({ value: { secret: "kept" } });
  });

  test("are destroyed by one server after another, each proof hanging on the one before", async () => {
    const url = await server.database();
    const ledgers = [await open(url), await open(url)];
    await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const ledger = ledgers[index % 2] as (typeof ledgers)[number];
        if (index % 3 > 0) await append(ledger, `patient/${index}`, entry("a", {}, "secret"));
        await ledger.erase(`patient/${index}`);
      }),
    );
    const keys = await openKeys(url, { where: whereOf(url), ms: 1000 });
    const erasures = await keys.erasures();
    await keys.close();
    expect(erasures.length).toBe(12);
    expect(isWholeList(erasures)).toBe(true);
    expect(erasures.filter(({ keyHash }) => keyHash === null).length).toBe(4);
  });
});

describe("read models of another version", () => {
  const second = () =>
    moduleIn(
      2,
      {
        view_seen: {
          columns: { stream: "text", position: "integer", hidden: "text", nothing: "integer?" },
          key: ["position"],
          indexes: [["stream", "hidden"]],
        },
      },
      `yield { sql: "INSERT INTO view_seen VALUES (:stream, :position, :hidden, :nothing)", parameters:
        { stream: entry.stream, position: entry.position, hidden: JSON.stringify(entry.private ?? null), nothing: null } }`,
    );

  test("are dropped and filled anew from all entries, with what was erased gone", async () => {
    const url = await server.database();
    const ledger = await open(url);
    await append(ledger, "patient/1", entry("named", {}, { name: "Ann" }), entry("a"));
    await append(ledger, "patient/2", entry("named", {}, { name: "Bea" }));
    await ledger.erase("patient/1");
    const progress: [number, number][] = [];
    const onRefill = (done: number, total: number) => progress.push([done, total]);
    const other = second();
    const reopened = await open(url, { projector: other, onRefill });
    expect(progress).toEqual([[3, 3]]);
    const seen = await reopened.query("SELECT hidden, nothing FROM view_seen ORDER BY position");
    expect(seen.map(({ hidden }) => hidden)).toEqual(['"erased"', "null", '{"value":{"name":"Bea"}}']);
    expect(seen.map(({ nothing }) => nothing)).toEqual([null, null, null]);
    await failure(reopened.query("SELECT * FROM view_counts"));
    await open(url, { projector: other, onRefill });
    expect(progress.length).toBe(1);

    // The server that still has the old ones may not fill the new with them.
    const late = await failure(append(ledger, "patient/3", entry("a")));
    expect(late).toMatchObject({
      code: "newer",
      remedy: expect.stringContaining("start this server again") as string,
    });
    expect((await append(reopened, "patient/3", entry("a"))).is).toBe("appended");
  });

  test("that cannot be filled leave the ledger as it was", async () => {
    const url = await server.database();
    await append(await open(url), "patient/1", entry("a"));
    const columns = { stream: "text" };
    for (const [tables, body] of [
      [{ view_x: { columns, key: ["stream"] } }, 'throw new Error("not this one")'],
      [{ named_wrongly: { columns, key: ["stream"] } }, ""],
      [{ view_x: { columns, key: ["stream"] } }, 'yield { sql: "DELETE FROM view_y", parameters: {} }'],
    ] as const)
      expect((await failure(open(url, { projector: moduleIn(9, tables, body) }))).code).toBe("failed");
    const again = await open(url);
    expect(await again.query("SELECT entries FROM view_counts")).toEqual([{ entries: 1 }]);
  });

  test("may touch nothing but read models, and not end the transaction", async () => {
    const meddling = moduleIn(1, {}, 'if (entry.type === "b") yield { sql: entry.body, parameters: {} }');
    const ledger = await open(await server.database(), { projector: meddling });
    const meddlings = [
      "COMMIT",
      "ROLLBACK TO SAVEPOINT append",
      "DELETE FROM heads",
      "DELETE FROM ledger.heads",
      "SELECT body FROM ledger.entries",
      "SET synchronous_commit = off",
      "DELETE FROM view_nowhere; COMMIT",
    ];
    for (const [index, sql] of meddlings.entries()) {
      const answers = await Promise.allSettled([
        append(ledger, "patient/1", entry("b", sql)),
        append(ledger, "patient/2", entry("a")),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
      expect(await ledger.streams("")).toEqual([{ stream: "patient/2", version: index + 1 }]);
    }
  });
});

describe("following", () => {
  test("goes by what the database tells, and by looking again where that is lost", async () => {
    const url = await server.database();
    const [writing, reading] = [await open(url), await open(url)];
    const stop = new AbortController();
    const came = reading.follow(0, stop.signal)[Symbol.asyncIterator]();
    const waitFor = async (position: number, ms: number) => {
      const next = await Promise.race([came.next(), sleep(ms, "nothing came")]);
      expect(next).toMatchObject({ value: { position } });
    };
    await append(writing, "patient/1", entry("a"));
    await waitFor(1, 5000);
    // Whoever listens listens no more, and is not told so.
    await server.run(
      url,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
    );
    await append(writing, "patient/1", entry("b"));
    await waitFor(2, 5000);
    stop.abort();
  });

  test("hands out entries with large bodies a few at a time, and leaves none out", async () => {
    const ledger = await open(await server.database());
    const large = "x".repeat(400_000);
    for (let number = 0; number < 8; number += 1) await append(ledger, "patient/1", entry("a", large));
    await append(
      ledger,
      "patient/2",
      ...Array.from({ length: 700 }, (_, index) => entry("b", decisionBody(index))),
    );
    const stop = new AbortController();
    const positions: number[] = [];
    for await (const { position } of ledger.follow(0, stop.signal)) {
      positions.push(position);
      if (position === 708) stop.abort();
    }
    expect(positions).toEqual(Array.from({ length: 708 }, (_, index) => index + 1));
  });
});

const bytesOf = (at: string) =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name)).toString("latin1"));

let modules = 0;
/** A projector module of its own. */
function moduleIn(version: number, tables: object, body: string): string {
  modules += 1;
  const path = join(folder, `projector-${modules}.mjs`);
  writeFileSync(
    path,
    `export const projector = { version: ${version}, tables: ${JSON.stringify(tables)}, *project(entry) { ${body} } };`,
  );
  return path;
}

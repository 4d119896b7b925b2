/** The statements of the connection that writes. They are sent one after another without waiting for each. */
import type { Head } from "../chain.ts";
import { LedgerError, type Remembered } from "../ledger.ts";
import { movedAway } from "../moving/moved-away.ts";
import type { EntryRow } from "../rows.ts";
import { allOver, type Client } from "./connect.ts";
import type { Debug } from "./debug.ts";
import { movedTo } from "./moving-mark.ts";

/** The ledger as it stands for one transaction, what that has written itself included. */
export interface Standing {
  position: number;
  readonly heads: Map<string, Omit<Head, "stream">>;
  readonly remembered: Map<string, Remembered>;
  /** Streams that were begun since the first position that was asked for. */
  begun: readonly Started[];
}

interface Started {
  readonly stream: string;
  readonly position: number;
}

export interface Written {
  readonly rows: readonly EntryRow[];
  readonly heads: readonly Head[];
  readonly remembered: readonly (Remembered & { readonly key: string })[];
}

/** What a transaction asks before it decides. */
export interface Asked {
  readonly streams: readonly string[];
  readonly keys: readonly string[];
  /** After which position it matters whether a stream was begun; undefined where it does not. */
  readonly begunSince: number | undefined;
  /** How many entries there are at most. */
  readonly entries: number;
  /** Streams and ids of entries that may have been written already. */
  readonly unsure: readonly { readonly stream: string; readonly id: string }[];
}

type Found = Pick<EntryRow, "stream" | "version" | "position" | "hash" | "id">;

/**
 * Begins a transaction, takes the counter, and reads where things stand from then on.
 * @param readModels the make of the read models that this server keeps
 */
export async function openTransaction(client: Client, asked: Asked, readModels: string, { defect }: Debug) {
  const begun = () => client.query("BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = on");
  const counted = () =>
    client.query<{ position: number; read_models: string | null }>({
      name: "counter",
      text: "SELECT position, read_models FROM ledger.counter FOR UPDATE",
    });
  // Planted: positions are taken, and seen to be taken, before anything stands at them.
  const takenEarly = () =>
    client.query<{ position: number; read_models: string | null }>(
      "UPDATE ledger.counter SET position = position + $1 RETURNING position - $1 AS position, read_models",
      [asked.entries],
    );
  const headed = () =>
    client.query<Head>({
      name: "heads",
      text: "SELECT stream, version, hash FROM ledger.heads WHERE stream = ANY($1)",
      values: [asked.streams],
    });
  const isUnlocked = defect === "positions-unlocked";
  // Planted: where it stood before the lock was had is not where it stands.
  const standsEarly = defect === "no-recheck" ? headed() : undefined;
  const begunEarly = defect === "no-recheck" ? begunOf(client, asked.begunSince) : undefined;
  const positionEarly = isUnlocked ? takenEarly() : undefined;
  const begin = begun();
  const counter = positionEarly ?? counted();
  const heads = standsEarly ?? headed();
  const remembered = rememberedOf(client, asked.keys);
  const started = begunEarly ?? begunOf(client, asked.begunSince);
  const written = writtenOf(client, asked.unsure);
  await allOver([begin, counter, heads, remembered, started, written]);
  const [row] = (await counter).rows;
  if (row === undefined) throw new Error("the counter's row is missing");
  const gone = movedTo(row.read_models);
  if (gone !== undefined) throw movedAway(gone);
  if (row.read_models !== readModels)
    throw new LedgerError(
      "newer",
      "another Isoward has made the read models anew, in its own version",
      "start this server again in the version of the others",
    );
  const standing: Standing = {
    position: row.position,
    heads: new Map((await heads).rows.map(({ stream, version, hash }) => [stream, { version, hash }])),
    begun: await started,
    remembered: new Map((await remembered).map(({ key, ...what }) => [key, what])),
  };
  return { standing, written: await written };
}

async function rememberedOf(client: Client, keys: readonly string[]) {
  if (keys.length === 0) return [];
  const { rows } = await client.query<Remembered & { key: string }>({
    name: "remembered",
    text: `SELECT key, request, stream, first AS "from", last AS "to" FROM ledger.remembered WHERE key = ANY($1)`,
    values: [keys],
  });
  return rows;
}

async function begunOf(client: Client, since: number | undefined): Promise<readonly Started[]> {
  if (since === undefined) return [];
  const { rows } = await client.query<Started>({
    name: "begun",
    text: "SELECT stream, position FROM ledger.entries WHERE position > $1 AND version = 1",
    values: [since],
  });
  return rows;
}

async function writtenOf(client: Client, entries: Asked["unsure"]) {
  if (entries.length === 0) return [];
  const { rows } = await client.query<Found>({
    name: "unsure",
    text: `SELECT e.stream, e.version, e.position, e.hash, e.id FROM ledger.entries e
      JOIN unnest($1::text[], $2::text[]) AS sought (stream, id) ON e.stream = sought.stream AND e.id = sought.id`,
    values: [entries.map(({ stream }) => stream), entries.map(({ id }) => id)],
  });
  return rows;
}

/** Writes rows, heads and keys: what is sent is waited for with the rest of the transaction. */
export function write(client: Client, { rows, heads, remembered }: Written): Promise<unknown>[] {
  const column = <R, C extends keyof R>(from: readonly R[], name: C) => from.map((row) => row[name]);
  return [
    client.query({
      name: "write-entries",
      text: `INSERT INTO ledger.entries (stream, version, position, id, header, body, sealed, hash)
        SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::text[])`,
      values: [
        column(rows, "stream"),
        column(rows, "version"),
        column(rows, "position"),
        column(rows, "id"),
        column(rows, "header"),
        column(rows, "body"),
        column(rows, "sealed"),
        column(rows, "hash"),
      ],
    }),
    client.query({
      name: "write-heads",
      text: `INSERT INTO ledger.heads (stream, version, hash)
        SELECT * FROM unnest($1::text[], $2::int[], $3::text[])
        ON CONFLICT (stream) DO UPDATE SET version = excluded.version, hash = excluded.hash`,
      values: [column(heads, "stream"), column(heads, "version"), column(heads, "hash")],
    }),
    ...(remembered.length === 0
      ? []
      : [
          client.query({
            name: "write-remembered",
            text: `INSERT INTO ledger.remembered (key, request, stream, first, last)
              SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[])`,
            values: [
              column(remembered, "key"),
              column(remembered, "request"),
              column(remembered, "stream"),
              column(remembered, "from"),
              column(remembered, "to"),
            ],
          }),
        ]),
  ];
}

/** Puts the counter on, tells whoever listens, and commits. @returns whether it did, or rolled back instead */
export async function commit(client: Client, position: number, { defect }: Debug): Promise<boolean> {
  const counter = defect === "positions-unlocked" ? "greatest(position, $1)" : "$1";
  const text = `UPDATE ledger.counter SET position = ${counter}`;
  const count = client.query({ name: "count", text, values: [position] });
  const told = client.query({ name: "tell", text: `NOTIFY ${channel}` });
  const committed = client.query({ name: "commit", text: "COMMIT" });
  await allOver([count, told, committed]);
  return (await committed).command === "COMMIT";
}

/** Where commits are told of. */
export const channel = "isoward";

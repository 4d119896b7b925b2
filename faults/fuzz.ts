/**
 * Sends what no client should send to every address of the API, as everybody there can be, and holds the answers to what
 * it promises: nothing above 499, no hang, an answer that the description knows, a problem that says what is wrong and
 * where, and nothing written by a request that was refused but that it was.
 */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { routes } from "../src/http/routes/index.ts";
import { description } from "../src/http/testing/conforms.ts";
import { readMatrix } from "../src/http/testing/matrix.ts";
import { fitting, odd, rawBodies, type Schema, spoilt } from "./odd.ts";
import { type Asker, askers, type SignedInApi, type Somebody, signedInApi } from "./signed-in-api.ts";
import { vague } from "./vague.ts";

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name?: string; readonly in?: string; readonly $ref?: string }[];
  readonly requestBody?: {
    readonly content: {
      readonly "application/json": { readonly schema: Schema; readonly example?: unknown };
    };
  };
}

export interface Request {
  readonly operation: string;
  readonly method: "GET" | "POST";
  /** With the names of its parts still in it: who is asked about changes as it goes on. */
  readonly path: string;
  readonly asker: Asker;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Fuzzed {
  readonly sent: number;
  readonly byStatus: ReadonlyMap<number, number>;
  /** How often each was answered with each status. */
  readonly byAsker: ReadonlyMap<Asker, ReadonlyMap<number, number>>;
  readonly operations: number;
  /** The slowest answer, in milliseconds. */
  readonly slowestMs: number;
}

const longestMs = 5000;
/** After so many requests everything is fresh: what was done to a practice by then is seldom what a request is about. */
const longestPractice = 5000;
const longestPatient = 100;
const schemas = description.components.schemas as unknown as Readonly<Record<string, Schema>>;
const lookUp = (ref: string): Schema => schemas[ref.split("/").at(-1) ?? ""] ?? {};

/** Every operation of the description that answers at once; what streams for ever is not asked. */
export const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods as Readonly<Record<string, unknown>>)
    .map(([method, one]) => ({
      method: method.toUpperCase() as Request["method"],
      path,
      one: one as Operation,
    }))
    .filter(({ one }) => one.operationId !== "followChanges"),
);

const { rows } = readMatrix();
/** Those who may do it, as it was agreed on: of them most is asked, so that it gets to the body. */
const mayDo: ReadonlyMap<string, readonly Asker[]> = new Map(
  routes.map(({ operationId, access }): [string, readonly Asker[]] => {
    if (typeof access === "string") return [operationId, askers];
    const row = rows[access.doing.replace(/^command:/, "")];
    const linked = (["patient", "guardian"] as const).filter((as) => row?.[as] === "yes");
    return [operationId, [...(row?.own ?? []), ...linked]];
  }),
);

/** A request to any of them, some part of it made odd. */
export function requests(): fc.Arbitrary<Request> {
  const bundles = fhirFiles();
  const imports = operations.filter(({ one }) => one.operationId === "importHistory");
  const any = fc.oneof(
    { weight: 19, arbitrary: fc.constantFrom(...operations) },
    // Of all bodies the largest, and the only one that others make.
    { weight: 1, arbitrary: fc.constantFrom(...imports) },
  );
  return any.chain(({ method, path, one }) => {
    const may = mayDo.get(one.operationId) ?? [];
    const query = (one.parameters ?? []).flatMap(({ name, in: where }) =>
      where === "query" && name !== undefined ? [name] : [],
    );
    return fc
      .record({
        asker: fc.oneof(
          { weight: may.length === 0 ? 0 : 4, arbitrary: fc.constantFrom(...may, ...may) },
          { weight: 1, arbitrary: fc.constantFrom(...askers) },
        ),
        place: fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: odd }),
        asked: fc.oneof(
          { weight: 6, arbitrary: fc.constant({}) },
          { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...query, "extra"), odd, { maxKeys: 2 }) },
        ),
        headers: fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: oddHeaders }),
        body: bodyOf(one, bundles),
      })
      .map(({ asker, place, asked, headers, body }): Request => {
        const filled = place === undefined ? path : path.replaceAll(/\{\w+\}/g, () => encoded(place));
        const search = Object.entries(asked).map(([name, value]) => `${name}=${encoded(value)}`);
        const address = search.length === 0 ? filled : `${filled}?${search.join("&")}`;
        const sent = method === "GET" || body === undefined ? {} : { body };
        return { operation: one.operationId, method, path: address, asker, headers, ...sent };
      });
  });
}

const oddHeaders = fc.dictionary(
  fc.constantFrom(
    "If-Match",
    "Idempotency-Key",
    "Accept-Language",
    "Isoward-Role",
    "Isoward-Clinic",
    "Content-Type",
    "Content-Encoding",
    "Origin",
    "Cookie",
  ),
  fc.constantFrom(
    "",
    '"1"',
    'W/"1"',
    '"99999999999999999999"',
    "*",
    "x".repeat(500),
    "ja,en;q=0.5",
    ";q=,,",
    "prescriber",
    "unknown",
    "tokyo-monthly",
    "pore-care",
    "gzip",
    "text/plain",
    "application/json; charset=utf-16",
    "http://elsewhere.example",
    "isoward.session_token=x.y",
    "%E0%A4%A",
  ),
  { maxKeys: 2 },
);

function bodyOf(one: Operation, bundles: readonly unknown[]): fc.Arbitrary<string | Uint8Array | undefined> {
  const content = one.requestBody?.content["application/json"];
  if (content === undefined) return fc.constant(undefined);
  const made = fitting(content.schema, lookUp);
  const values =
    one.operationId === "importHistory"
      ? fc
          .constantFrom(...bundles)
          .chain(spoilt)
          .map((bundle) => ({ files: [{ name: "bundle.json", text: JSON.stringify(bundle) }] }))
      : fc.oneof(
          { weight: 2, arbitrary: content.example === undefined ? made : fc.constant(content.example) },
          { weight: 4, arbitrary: content.example === undefined ? made : spoilt(content.example) },
          { weight: 3, arbitrary: made },
          { weight: 3, arbitrary: made.chain(spoilt) },
          { weight: 1, arbitrary: odd },
        );
  return fc.oneof(
    // What JSON cannot say is not sent.
    { weight: 12, arbitrary: values.map((value) => JSON.stringify(value) ?? "") },
    { weight: 1, arbitrary: rawBodies },
  );
}

/** Sends so many; throws an Error with the seed and the smallest request that breaks a promise. */
export async function fuzz(count: number, onSent: (sent: number) => void = () => {}): Promise<Fuzzed> {
  const byAsker = new Map(askers.map((asker) => [asker, new Map<number, number>()]));
  const asked = new Set<string>();
  let sent = 0;
  let slowestMs = 0;
  const told = ({ asker, operation }: Request, status: number, ms: number) => {
    const own = byAsker.get(asker);
    own?.set(status, (own.get(status) ?? 0) + 1);
    asked.add(operation);
    slowestMs = Math.max(slowestMs, ms);
    onSent((sent += 1));
  };
  for (let left = count; left > 0; left -= longestPractice) {
    const api = await signedInApi();
    try {
      await fuzzOne(api, Math.min(left, longestPractice), told);
    } finally {
      await api.close();
    }
  }
  const byStatus = new Map<number, number>();
  for (const own of byAsker.values())
    for (const [status, times] of own) byStatus.set(status, (byStatus.get(status) ?? 0) + times);
  return { sent, byStatus, byAsker, operations: asked.size, slowestMs };
}

async function fuzzOne(
  api: SignedInApi,
  count: number,
  told: (request: Request, status: number, ms: number) => void,
): Promise<void> {
  for (const asker of askers) await api.comeIn(asker);
  let about = await api.somebody();
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(requests(), async (request) => {
      if ((asked += 1) % longestPatient === 0) about = await api.somebody();
      const { ledger } = api.practice;
      const { asker, method, headers, body } = request;
      const before = await ledger.position();
      const began = performance.now();
      const response = await api.ask(asker, method, addressOf(request, about), body, headers);
      const ms = performance.now() - began;
      const { status } = response;
      told(request, status, ms);
      if (changesSessions.has(request.operation) && status < 300) await api.comeIn(asker);
      if (status >= 500) throw new Error(`${status}: ${String(api.bugs[0])}`);
      if (ms > longestMs) throw new Error(`took ${Math.round(ms)} ms`);
      // What is read or refused leaves its line in the audit trail, and nothing else.
      const { streams } = await ledger.movedSince(before);
      const written = [...streams].filter((stream) => !stream.startsWith("audit/"));
      if (written.length > 0 && (status >= 400 || method === "GET"))
        throw new Error(`${status}, and something was written in ${written.join()}`);
      if (status < 400) return;
      const said = vague(await response.json(), { status, path: addressOf(request, about), body });
      if (said !== undefined) throw new Error(`${status} ${said}`);
    }),
    { numRuns: count, endOnFailure: false },
  );
  const read = await api.ask("nurse", "GET", `/api/patients/${about.patient}/timeline`, undefined, {});
  if (read.status !== 200) throw new Error(`the record cannot be read any more: ${read.status}`);
}

/** Whoever did it has another session now, or none. */
const changesSessions: ReadonlySet<string> = new Set([
  "signOut",
  "endSession",
  "changePassword",
  "confirmSecondFactor",
  "removeSecondFactor",
]);

function addressOf({ path, asker }: Request, about: Somebody): string {
  const names: Readonly<Record<string, string>> = {
    patient: asker === "guardian" ? about.child : about.patient,
    number: about.number,
    clinic: "tokyo-monthly",
    problem: "bug",
    list: "medicines",
  };
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => names[name] ?? "alt");
}

function encoded(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return encodeURIComponent(text.toWellFormed().slice(0, 600)) || "%20";
}

/** FHIR bundles to spoil: the project's own example, and real ones where they are at hand. */
function fhirFiles(): readonly unknown[] {
  const own = JSON.parse(
    readFileSync(new URL("../examples/fhir-order.json", import.meta.url), "utf8"),
  ) as unknown;
  const folder = `${process.env["ISOWARD_REAL_DATA"] ?? "../shared/real"}/codex-rems`;
  try {
    const real = readdirSync(folder).filter((name) => name.endsWith(".json"));
    return [
      own,
      ...real.slice(0, 6).map((name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as unknown),
    ];
  } catch {
    return [own];
  }
}

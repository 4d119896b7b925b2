/**
 * Sends what no client should send to every address of the API, and holds the answers to what it promises: nothing above
 * 499, no hang, an answer that the description knows, a problem that says what is wrong, and nothing written by a request
 * that was refused.
 */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { readyPatient } from "../src/app/testing/ready-patient.ts";
import type { AnApi } from "../src/http/testing/an-api.ts";
import { description } from "../src/http/testing/conforms.ts";
import { fitting, odd, type Schema, spoilt } from "./odd.ts";

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
  readonly path: string;
  readonly role: string;
  readonly body?: unknown;
}

export interface Fuzzed {
  readonly sent: number;
  readonly byStatus: ReadonlyMap<number, number>;
  readonly operations: number;
  /** The slowest answer, in milliseconds. */
  readonly slowestMs: number;
}

const longestMs = 5000;
const schemas = description.components.schemas as unknown as Readonly<Record<string, Schema>>;
const lookUp = (ref: string): Schema => schemas[ref.split("/").at(-1) ?? ""] ?? {};
const roles = ["prescriber", "nurse", "pharmacist", "front-desk", "patient", "administrator"];

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

/** A request to any of them, some part of it made odd. */
export function requests(known: {
  readonly patient: string;
  readonly number: string;
}): fc.Arbitrary<Request> {
  const bundles = fhirFiles();
  return fc.constantFrom(...operations).chain(({ method, path, one }) => {
    const query = (one.parameters ?? []).flatMap(({ name, in: where }) =>
      where === "query" && name !== undefined ? [name] : [],
    );
    return fc
      .record({
        role: fc.constantFrom(...roles),
        place: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: odd }),
        asked: fc.oneof(
          { weight: 4, arbitrary: fc.constant({}) },
          { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...query, "extra"), odd, { maxKeys: 2 }) },
        ),
        body: bodyOf(one, bundles),
      })
      .map(({ role, place, asked, body }): Request => {
        const names: Readonly<Record<string, string>> = {
          patient: known.patient,
          number: known.number,
          clinic: "tokyo-monthly",
        };
        const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
          encoded(place === undefined ? (names[name] ?? "alt") : place),
        );
        const search = Object.entries(asked).map(([name, value]) => `${name}=${encoded(value)}`);
        const address = search.length === 0 ? filled : `${filled}?${search.join("&")}`;
        return {
          operation: one.operationId,
          method,
          path: address,
          role,
          ...(method === "GET" ? {} : { body }),
        };
      });
  });
}

function bodyOf(one: Operation, bundles: readonly unknown[]): fc.Arbitrary<unknown> {
  const content = one.requestBody?.content["application/json"];
  if (content === undefined) return fc.constant(undefined);
  if (one.operationId === "importHistory") {
    const spoiltBundle = fc.constantFrom(...bundles).chain(spoilt);
    return spoiltBundle.map((bundle) => ({ files: [{ name: "bundle.json", text: JSON.stringify(bundle) }] }));
  }
  const made = fitting(content.schema, lookUp);
  return fc.oneof(
    { weight: 3, arbitrary: content.example === undefined ? made : spoilt(content.example) },
    { weight: 3, arbitrary: made },
    { weight: 3, arbitrary: made.chain(spoilt) },
    { weight: 1, arbitrary: odd },
  );
}

/** Sends so many; throws an Error with the seed and the smallest request that breaks a promise. */
export async function fuzz(
  api: AnApi,
  count: number,
  onSent: (sent: number) => void = () => {},
): Promise<Fuzzed> {
  const patient = await readyPatient(api.practice);
  const byStatus = new Map<number, number>();
  const asked = new Set<string>();
  let sent = 0;
  let slowestMs = 0;
  await fc.assert(
    fc.asyncProperty(requests({ patient, number: "K7QX-2M9P-8E64" }), async (request) => {
      const before = await api.practice.ledger.position();
      const began = performance.now();
      const { status, headers } = await answered(api, request);
      const ms = performance.now() - began;
      onSent((sent += 1));
      asked.add(request.operation);
      slowestMs = Math.max(slowestMs, ms);
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
      if (status >= 500) throw new Error(`${status}: ${String(api.bugs[0])}`);
      if (ms > longestMs) throw new Error(`took ${Math.round(ms)} ms`);
      if (status < 400) return;
      if (headers.get("content-type") !== "application/problem+json")
        throw new Error(`${status} is no problem document`);
      if ((await api.practice.ledger.position()) !== before)
        throw new Error(`${status}, and something was written`);
    }),
    { numRuns: count, endOnFailure: false },
  );
  const read = await api.get(`/api/patients/${patient}`);
  if (read.status !== 200) throw new Error(`the record cannot be read any more: ${read.status}`);
  return { sent, byStatus, operations: asked.size, slowestMs };
}

async function answered(api: AnApi, { method, path, role, body }: Request) {
  if (method === "GET") return await api.get(path, { role });
  // What JSON cannot say is not sent.
  return await api.post(path, role, body === undefined ? {} : JSON.stringify(body));
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

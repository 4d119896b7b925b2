/** Which problems a route can answer with, and what each looks like. */

import { isOfHome, needsNoRelation } from "../../app/access.ts";
import { type Day, day } from "../../core/calendar.ts";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import { type Refusal, refuse } from "../../core/refusal.ts";
import { Problem, problem, problemJson, refused } from "../problem.ts";
import { type ProblemId, problemWords } from "../problem-words.ts";
import { rolesToChoose } from "../role/role.ts";
import type { Route } from "../route.ts";
import { examples } from "./examples.ts";

export type ProblemExample = ProblemId | (typeof refusals)[number]["refused"];

/** Facts for the words of a problem that leave something open. */
const facts: { readonly [P in ProblemId]?: Readonly<Record<string, string | number>> } = {
  "not-json": { why: "it is not JSON" },
  "bad-header": { header: "If-Match", like: '"12"' },
  "role-not-given": { roles: rolesToChoose.join(", ") },
  "method-not-allowed": { method: "DELETE", allowed: "GET, HEAD" },
  moved: { expected: 12, actual: 13 },
  "too-many-tries": { seconds: 60 },
  "too-many-numbers": { seconds: 3600 },
  "too-large": { most: 262_144 },
  "key-reused": { key: "0198f1c2-7d3a-7e2b-9a55-3b1f0c2d4e6f" },
  bug: { id: "3f0c8f1e-2f6a-4f0e-9f43-0a8d1f9b7c11" },
  "record-unreadable": { patient: "K7QX2M9P", id: "3f0c8f1e-2f6a-4f0e-9f43-0a8d1f9b7c11" },
  "nothing-in-force": { id: "3f0c8f1e-2f6a-4f0e-9f43-0a8d1f9b7c11" },
  "not-noted": { id: "3f0c8f1e-2f6a-4f0e-9f43-0a8d1f9b7c11" },
  "store-failed": { id: "3f0c8f1e-2f6a-4f0e-9f43-0a8d1f9b7c11" },
};

const on = day("2026-11-20");
const refusals = [
  refuse("not-a-number", { given: "K7QX-2M9P" }),
  refuse("not-your-word", { role: "nurse", needed: ["prescriber"] }),
  refuse("no-such-authorisation", { number: "K7QX-2M9P-8E64" }),
  refuse("unknown-patient", { patient: "K7QX2M9P" }),
  refuse("unknown-id", { field: "clinic", given: "tokio", known: ["tokyo-monthly"] }),
  refuse("dated-ahead", { happenedDay: (on + 1) as Day, todayDay: on }),
  refuse("does-not-pass", { verdict: "ask" }),
  refuse("authorisation-used", { number: "K7QX-2M9P-8E64", state: "dispensed" }),
  refuse("possible-duplicates", { patients: ["K7QX2M9P"] }),
] as const satisfies readonly Refusal[];

/** Every problem that is shown, by its name. */
export function problemExamples(knowledge: Knowledge): ReadonlyMap<ProblemExample, Problem> {
  const ours = Object.keys(problemWords) as ProblemId[];
  return new Map<ProblemExample, Problem>([
    ...ours.map((id) => [id, problem(id, facts[id], moreOf(id))] as const),
    ...refusals.map((one) => [one.refused, refusalExample(one, knowledge)] as const),
  ]);
}

function moreOf(id: ProblemId) {
  if (id === "does-not-fit")
    return { errors: [{ pointer: "#/kg", detail: "Invalid input: expected number, received string" }] };
  if (id === "bad-query") return { errors: [{ parameter: "serach", detail: "there is no such parameter" }] };
  const logged = facts[id]?.["id"];
  return logged === undefined ? {} : { id: String(logged) };
}

function refusalExample(refusal: (typeof refusals)[number], knowledge: Knowledge): Problem {
  const told = { knowledge, zone: "Asia/Tokyo" };
  if (refusal.refused === "possible-duplicates")
    return refused(refusal, told, { patients: examples.patients.items });
  const found = refused(refusal, told, refusal.refused === "unknown-id" ? { status: 404 } : {});
  return refusal.refused === "does-not-pass"
    ? new Problem(found, { ...found.more, decision: examples.decision })
    : found;
}

/** As the caller sees it. */
export function problemExample(found: Problem, path: string) {
  return problemJson(found, { path, language: "en" });
}

/** The problems of a route, by status. */
export function problemsOf(
  route: Route,
  known: ReadonlyMap<ProblemExample, Problem>,
): ReadonlyMap<number, ProblemExample[]> {
  const { path, writes, body, headers, refuses, notFound } = route;
  const all: (ProblemExample | false | undefined)[] = [
    ...route.problems,
    "bad-query",
    ...accessProblems(route),
    ((writes !== undefined && writes !== "repeatable") || headers !== undefined) && "bad-header",
    ...(writes === undefined ? [] : (["role-not-given", "not-your-word"] as const)),
    (writes === "anew" || writes === "further") && "key-reused",
    writes === "further" && "moved",
    ...(body === undefined ? [] : (["not-json", "too-large", "not-a-json-type", "does-not-fit"] as const)),
    path.includes("{patient}") && "unknown-patient",
    notFound === true && path.includes("{clinic}") && "unknown-id",
    ...(path.includes("{number}") ? (["not-a-number", "no-such-authorisation"] as const) : []),
    ...(refuses === true && writes !== undefined ? refusedBy(path) : []),
    "bug",
    path.startsWith("/api/patients/{patient}") && route.method === "get" && "record-unreadable",
    typeof route.access !== "string" && "nothing-in-force",
    "store-unavailable",
    writes !== undefined && "store-unsure",
    "store-failed",
    (typeof route.access !== "string" || route.tag === "Sign-in") && "not-noted",
    writes !== undefined && "store-full",
  ];
  const byStatus = new Map<number, ProblemExample[]>();
  for (const id of new Set(all)) {
    const found = id === false || id === undefined ? undefined : known.get(id);
    if (id === false || id === undefined || found === undefined) continue;
    byStatus.set(found.status, [...(byStatus.get(found.status) ?? []), id]);
  }
  return new Map([...byStatus].toSorted(([a], [b]) => a - b));
}

/** What the table of access answers with. */
function accessProblems({ access, writes }: Route): ProblemExample[] {
  if (typeof access === "string") return [];
  const relation = {
    patient: "no-relation",
    number: "no-relation",
    clinic: "not-your-clinic",
    all: false,
  } as const;
  const where = relation[access.of];
  return [
    "not-signed-in",
    "bad-header",
    "not-your-role",
    ...(where === false ? [] : [where]),
    ...(writes === undefined ? [] : (["choose-role"] as const)),
    ...(where === "no-relation" ? (["unknown-patient", "restricted"] as const) : []),
    ...(access.of === "number" ? (["too-many-numbers"] as const) : []),
    ...(isOfHome(access.doing) ? (["not-home-clinic"] as const) : []),
    ...(needsNoRelation(access.doing) ? (["choose-clinic"] as const) : []),
  ];
}

/** Some of the refusals there are: each route can be refused for what its command is held against. */
function refusedBy(path: string): ProblemExample[] {
  if (path.endsWith("/patients")) return ["possible-duplicates"];
  if (path.endsWith("-supply") || path.endsWith("-authorisation"))
    return ["does-not-pass", "authorisation-used"];
  return ["dated-ahead"];
}

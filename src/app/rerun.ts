/**
 * A stored decision decided again from what it read: under the knowledge it was made with, which must give the same
 * findings, and under today's, which names each rule that differs.
 */
import { isDeepStrictEqual } from "node:util";
import { parseAt } from "../core/calendar.ts";
import { type Decision, rulesVersion } from "../core/decide.ts";
import type { Entry, EntryOf } from "../core/entry.ts";
import type { Verdict } from "../core/finding.ts";
import { judgeDispensing, judgeSupply } from "../core/judge.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { SupplyQuestion } from "../core/question.ts";
import { foldRecord } from "../core/record.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import type { StoredDecision } from "../core/stored-decision.ts";
import { readNumber } from "./authorisation-number.ts";
import { fromStored, undatedOf } from "./entries.ts";
import { factsJson } from "./facts-json.ts";
import { keptKnowledge, type Practice, patientStream, settingOf } from "./practice.ts";
import { questionFromJson } from "./question-json.ts";
import { hiddenRule } from "./shown-decision.ts";
import type { Sight } from "./sight.ts";
import { topicsOfFinding } from "./topics-of-rules.ts";

/** What one rule said, then and again. */
export interface Difference {
  readonly rule: string;
  readonly was: Said | undefined;
  readonly is: Said | undefined;
}

interface Said {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly facts: { readonly [key: string]: unknown };
}

export interface Rerun {
  readonly number: string;
  readonly question: "supply" | "dispensing";
  readonly at: string;
  readonly verdict: Verdict;
  readonly rules: { readonly was: string; readonly is: string };
  /** `kept` is whether the knowledge it was made with is still there to decide with. */
  readonly knowledge: { readonly was: string; readonly is: string; readonly kept: boolean };
  /** Under the same knowledge; undefined where it was not kept. Under the same rules nothing may differ. */
  readonly again: readonly Difference[] | undefined;
  /** Under today's knowledge. */
  readonly today: readonly Difference[];
}

/** Differences as somebody sees them: what a rule said is told to those who see what it is about. */
export function shownDifferences(differences: readonly Difference[], { sees }: Sight): Difference[] {
  const said = (rule: string, one: Said | undefined) =>
    one === undefined || sees(topicsOfFinding({ rule, facts: one.facts }))
      ? one
      : { verdict: one.verdict, reason: hiddenRule, facts: {} };
  return differences.map(({ rule, was, is }) => ({ rule, was: said(rule, was), is: said(rule, is) }));
}

/** Decides again what was decided when a supply was authorised and, where it was, dispensed. */
export async function rerun(practice: Practice, typed: string): Promise<readonly Rerun[] | Refusal> {
  const read = readNumber(typed);
  if (read === undefined) return refuse("not-a-number", { given: typed });
  // Stored decisions are in the ledger alone.
  const stored = await practice.ledger.read(patientStream(read.route));
  const about = stored
    .map(fromStored)
    .filter(
      (entry): entry is EntryOf<"supply-authorised"> | EntryOf<"supply-dispensed"> =>
        (entry.type === "supply-authorised" || entry.type === "supply-dispensed") &&
        entry.body.number === read.number,
    );
  if (about.length === 0) return refuse("no-such-authorisation", { number: read.number });
  return await Promise.all(
    about.flatMap(({ type, body: { decision } }) =>
      decision === undefined
        ? []
        : [again(practice, read.number, decision, type === "supply-authorised" ? "supply" : "dispensing")],
    ),
  );
}

async function again(
  practice: Practice,
  number: string,
  stored: StoredDecision,
  question: Rerun["question"],
): Promise<Rerun> {
  const [kept, entries] = await Promise.all([
    keptKnowledge(practice, stored.knowledge),
    entriesRead(practice, stored),
  ]);
  const under = (knowledge: Knowledge) =>
    differences(stored, findingsOf(entries, stored, question, knowledge));
  return {
    number,
    question,
    at: stored.at,
    verdict: stored.verdict,
    rules: { was: stored.rules, is: rulesVersion },
    knowledge: { was: stored.knowledge, is: practice.knowledge.digest, kept: kept !== undefined },
    again: kept === undefined ? undefined : under(kept),
    today: under(practice.knowledge),
  };
}

/** Exactly the entries that were read: each stream up to the version it stood at. */
async function entriesRead({ histories }: Practice, { read }: StoredDecision): Promise<Entry[]> {
  const streams = await Promise.all(
    Object.entries(read).map(async ([stream, version]) =>
      (await histories.read(stream)).entries.slice(0, version),
    ),
  );
  return streams.flat();
}

function findingsOf(
  entries: readonly Entry[],
  stored: StoredDecision,
  question: Rerun["question"],
  knowledge: Knowledge,
): Decision["findings"] {
  const at = parseAt(stored.at);
  if (at === undefined) throw new Error(`a stored decision names no instant: ${stored.at}`);
  const record = foldRecord(entries, { at, zone: stored.zone }, undatedOf(entries));
  const setting = {
    ...(stored.clinic === undefined ? undefined : settingOf(stored.clinic, knowledge)),
    protocol: stored.protocol,
    zone: stored.zone,
    confirmedEditions: [],
  };
  const asked: SupplyQuestion = questionFromJson(stored.question);
  const judge = question === "supply" ? judgeSupply : judgeDispensing;
  return judge(asked, { knowledge, setting, record }).findings;
}

function differences(stored: StoredDecision, findings: Decision["findings"]): Difference[] {
  const said = (one: Said | undefined) =>
    one === undefined ? undefined : { verdict: one.verdict, reason: one.reason, facts: one.facts };
  const now = new Map<string, Said>(
    findings.map(({ rule, verdict, reason, facts }) => [
      rule as string,
      { verdict, reason, facts: JSON.parse(JSON.stringify(factsJson(facts))) as Said["facts"] },
    ]),
  );
  const was = new Map(stored.findings.map((finding) => [finding.rule, finding as Said]));
  return [...new Set([...was.keys(), ...now.keys()])].flatMap((rule) => {
    const [before, after] = [said(was.get(rule)), said(now.get(rule))];
    return isDeepStrictEqual(before, after) ? [] : [{ rule, was: before, is: after }];
  });
}

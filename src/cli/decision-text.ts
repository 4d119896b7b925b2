/** A decision for a terminal: verdict first, what to do next, then why. */
import { styleText } from "node:util";
import { type Day, dayText } from "../core/calendar.ts";
import type { Decision } from "../core/decide.ts";
import { type Verdict, verdicts } from "../core/finding.ts";
import type { Finding } from "../core/judge.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import { passKindOf, passKinds } from "../core/pass-kind.ts";
import { renderAnswer, renderFinding, renderStep, renderVerdict, ruleTitle } from "../words/render.ts";
import { words as languages, sayIn } from "../words/say.ts";
import type { Language } from "../words/words.ts";

const colours = { pass: "green", advise: "cyan", ask: "yellow", wait: "blue", stop: "red" } as const;

const headings = {
  en: {
    order: "Order",
    under: "Decided under",
    edition: "edition of",
    beside: "beside that of",
    next: "What to do next",
    nothing: "Nothing: the supply can be prescribed.",
    now: "Now",
    by: "For the supply, by",
    decision: "decision of Isoward",
    earliest: "Could pass on",
    never: "As things stand no day can be named on which this could pass.",
    valid: "This answer holds until",
    why: "Why",
    passes: {
      "in-order": "In order",
      "nothing-against": "Nothing recorded against it",
      "not-applicable": "Does not apply here",
    },
    source: "Source",
    unread: "not yet checked at source",
    disclaimer:
      "Decision support for licensed prescribers, not yet cleared for clinical use; Isoward never prescribes by itself.",
  },
  ja: {
    order: "処方",
    under: "判定の基準",
    edition: "版:",
    beside: "併せて判定した版:",
    next: "次にすること",
    nothing: "ありません。この処方は可能です。",
    now: "今すること",
    by: "処方の日までに：",
    decision: "Isowardの判断",
    earliest: "処方できる見込みの日",
    never: "現状では、処方できる日を示せません。",
    valid: "この判定の有効期限",
    why: "理由",
    passes: {
      "in-order": "問題のない項目",
      "nothing-against": "妨げになる記録がない項目",
      "not-applicable": "今回は該当しない項目",
    },
    source: "出典",
    unread: "原典未確認",
    disclaimer:
      "有資格の処方医のための判断支援で、まだ臨床使用の承認を受けていません。Isowardが処方することはありません。",
  },
} as const;

export function decisionText(decision: Decision, knowledge: Knowledge, language: Language): string {
  const words = headings[language];
  const say = sayIn(language, knowledge, decision.zone);
  const { plan, edition } = decision;
  const lines: string[] = [];

  const title = [
    ...(decision.clinic === undefined
      ? []
      : [knowledge.clinics[decision.clinic]?.title[language] ?? decision.clinic]),
    knowledge.protocols[decision.protocol]?.title[language] ?? decision.protocol,
    `${words.edition} ${dayText(edition.sinceDay)}`,
    ...(edition.besideDay === undefined ? [] : [`${words.beside} ${dayText(edition.besideDay)}`]),
  ].join(", ");
  lines.push(
    styleText([colours[decision.verdict], "bold"], renderAnswer(decision.verdict)[language]),
    say.day(decision.day),
    ...(decision.question.order === undefined ? [] : [`${words.order}: ${decision.question.order}`]),
    `${words.under}: ${title}`,
    "",
    heading(words.next),
  );
  if (plan.steps.length === 0) lines.push(`  ${words.nothing}`);
  let shownDay: Day | undefined;
  for (const step of plan.steps) {
    const day = step.on > decision.day ? step.on : decision.day;
    if (day !== shownDay)
      lines.push(`  ${styleText("bold", day === decision.day ? words.now : `${words.by} ${say.day(day)}`)}`);
    shownDay = day;
    const who = languages[language].roles[step.who];
    lines.push(`    ${who}: ${renderStep(step, knowledge, decision.zone)[language]}`);
  }
  lines.push("", plan.earliest === undefined ? words.never : `${words.earliest}: ${say.day(plan.earliest)}`);
  if (decision.validUntil !== undefined) lines.push(`${words.valid}: ${say.through(decision.validUntil)}`);

  const shown = decision.findings
    .filter(({ verdict }) => verdict !== "pass")
    .toSorted((a, b) => verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict));
  if (shown.length > 0) lines.push("", heading(words.why));
  for (const finding of shown) lines.push(...reason(finding, knowledge, decision.zone, language));

  for (const kind of passKinds) {
    const ofKind = decision.findings.filter(
      (finding) => finding.verdict === "pass" && passKindOf(finding) === kind,
    );
    if (ofKind.length === 0) continue;
    lines.push("", heading(`${words.passes[kind]} (${ofKind.length})`));
    lines.push(`  ${say.list(ofKind.map(({ rule }) => ruleTitle(rule)[language]))}`);
  }
  lines.push("", styleText("dim", words.disclaimer), "");
  return lines.join("\n");
}

function reason(finding: Finding, knowledge: Knowledge, zone: string, language: Language): string[] {
  const words = headings[language];
  const sources = finding.cites.map((id) => {
    const source = knowledge.sources[id];
    if (source === undefined) return id;
    if (source.checked === "decided") return `${source.title} (${words.decision})`;
    return source.checked === "unread" ? `${source.title} (${words.unread})` : source.title;
  });
  const edition =
    finding.editionDay === undefined ? "" : `  [${words.edition} ${dayText(finding.editionDay)}]`;
  return [
    `  ${badge(finding.verdict, language)}  ${styleText("bold", ruleTitle(finding.rule)[language])}${edition}`,
    `    ${renderFinding(finding, knowledge, zone)[language]}`,
    styleText("dim", `    ${words.source}: ${sources.join("; ")}`),
  ];
}

function badge(verdict: Verdict, language: Language): string {
  return styleText([colours[verdict], "bold"], renderVerdict(verdict)[language]);
}

function heading(text: string): string {
  return styleText("underline", text);
}

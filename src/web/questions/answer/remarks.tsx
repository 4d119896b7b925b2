import { IconPhone } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import { worse } from "../../../core/finding.ts";
import type { QuestionId } from "../../../core/questions/index.ts";
import { type Section, sections } from "../../../core/questions/question.ts";
import { sectionTitle } from "../../../words/render-question.ts";
import { Disclosure } from "../../kit/disclosure.tsx";
import { Sources } from "../../kit/sources.tsx";
import { VerdictMark } from "../../kit/verdict-mark.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { questionsText } from "../text.ts";
import { isAlternative } from "./plan/compared.ts";
import { PlanCompared } from "./plan/plan-compared.tsx";
import { PlanVisits } from "./plan/plan-visits.tsx";
import { saidOfDays } from "./plan/visits.ts";
import classes from "./remarks.module.css";

type RemarkJson = AnswerJson["remarks"][number];

/** What the answer rests on, part by part; what is said elsewhere and not applied stands folded at the end. */
export function Remarks({ question, answer }: { question: QuestionId; answer: AnswerJson }) {
  const text = useText(questionsText);
  const { language } = useLanguage();
  return (
    <div className={classes.parts}>
      {sections.map((section) => {
        const inSection = answer.remarks.filter((one) => one.section === section);
        if (inSection.length === 0) return undefined;
        const remarks = apartFromTables(inSection, answer);
        const title = sectionTitle(question, section)[language];
        return section === "not-applied" ? (
          <Disclosure key={section} summary={<Folded title={title} count={remarks.length} />}>
            <List section={section} remarks={remarks} sources={answer.sources} />
          </Disclosure>
        ) : (
          // The page around an answer may have reasons of its own.
          <section key={section} aria-label={`${text.answer}: ${title}`}>
            <h2 className={classes.heading}>{title}</h2>
            <Tables section={section} answer={answer} />
            <Part section={section} remarks={remarks} sources={answer.sources} />
          </section>
        );
      })}
    </div>
  );
}

/** What a plan holds day by day, and its other doses, are tables: in sentences nobody could compare them. */
function Tables({ section, answer }: { section: Section; answer: AnswerJson }) {
  const plan = answer.plans?.[0];
  if (plan === undefined) return undefined;
  if (section === "do") return <PlanVisits plan={plan} answer={answer} />;
  return section === "know" ? <PlanCompared answer={answer} /> : undefined;
}

function apartFromTables(remarks: readonly RemarkJson[], { plans }: AnswerJson): readonly RemarkJson[] {
  const plan = plans?.[0];
  return plan === undefined ? remarks : saidOfDays(plan, remarks).others.filter((one) => !isAlternative(one));
}

interface ListProps {
  readonly section: Section;
  readonly remarks: readonly RemarkJson[];
  readonly sources: AnswerJson["sources"];
}

/** So many stand open; where there are more, what is in order or merely good to know is folded away. */
const mostOpen = 6;

function Part({ section, remarks, sources }: ListProps) {
  const text = useText(questionsText);
  const shared = { section, sources };
  if (remarks.length === 0) return undefined;
  if (remarks.length <= mostOpen || section === "do") return <List {...shared} remarks={remarks} />;
  const weighs = section === "counts";
  const isOpen = (one: RemarkJson, index: number) => (weighs ? one.verdict !== "pass" : index < mostOpen - 1);
  const open = remarks.filter(isOpen);
  const folded = remarks.filter((one, index) => !isOpen(one, index));
  return (
    <>
      <List {...shared} remarks={open} />
      {folded.length === 0 ? undefined : (
        <Disclosure summary={weighs ? text.fine(folded.length) : text.more(folded.length)} quiet>
          <List {...shared} remarks={folded} />
        </Disclosure>
      )}
    </>
  );
}

function Folded({ title, count }: { title: ReactNode; count: number }) {
  const text = useText(questionsText);
  return (
    <span className={classes.folded}>
      {title}
      <span className={classes.count}>{text.notApplied(count)}</span>
    </span>
  );
}

/** What is said of one thing, one after the other, stands together under its name. */
function List({ section, remarks, sources }: ListProps) {
  return (
    <ul className={classes.list} data-section={section}>
      {together(remarks).map((group, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two groups may say the same of two things
        <Group key={`${group[0]?.about} ${index}`} section={section} remarks={group} sources={sources} />
      ))}
    </ul>
  );
}

function together(remarks: readonly RemarkJson[]): readonly (readonly RemarkJson[])[] {
  const groups: RemarkJson[][] = [];
  for (const one of remarks) {
    const last = groups.at(-1);
    const isSame = one.title !== undefined && last?.[0]?.title?.en === one.title.en;
    if (isSame && last !== undefined) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function Group({ section, remarks, sources }: ListProps) {
  const { language } = useLanguage();
  const [first] = remarks;
  if (first === undefined) return undefined;
  const verdict = remarks.map((one) => one.verdict).reduce(worse);
  const weighs = section === "counts" || section === "do";
  return (
    <li className={classes.remark} data-verdict={weighs ? verdict : undefined}>
      {weighs ? <VerdictMark verdict={verdict} size={22} /> : undefined}
      <div className={classes.body}>
        {first.title === undefined ? undefined : <h3 className={classes.title}>{first.title[language]}</h3>}
        {remarks.map((one) => (
          <Said key={`${one.reason} ${one.text.en}`} remark={one} sources={sources} />
        ))}
      </div>
    </li>
  );
}

function Said({ remark, sources }: { remark: RemarkJson; sources: AnswerJson["sources"] }) {
  const { language } = useLanguage();
  const { about, text, cites } = remark;
  return (
    <div className={classes.said}>
      {about?.startsWith("helpline/") === true ? (
        <CallLink says={text[language]} />
      ) : (
        <p className={classes.says}>{text[language]}</p>
      )}
      <Sources sources={cites.map((id) => sources[id]).filter((source) => source !== undefined)} />
    </div>
  );
}

/** A number that is dialled at a touch. */
function CallLink({ says }: { says: string }) {
  const number = /[\d+#*][\d\s#*-]+/.exec(says)?.[0].trim();
  return number === undefined ? (
    <p className={classes.says}>{says}</p>
  ) : (
    <a className={classes.call} href={`tel:${number.replaceAll(/[\s-]/g, "")}`}>
      <IconPhone size={18} stroke={2} aria-hidden />
      {number}
    </a>
  );
}

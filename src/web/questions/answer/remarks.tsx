import { IconPhone } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import type { QuestionId } from "../../../core/questions/index.ts";
import { type Section, sections } from "../../../core/questions/question.ts";
import { sectionTitle } from "../../../words/render-question.ts";
import { Disclosure } from "../../kit/disclosure.tsx";
import { Sources } from "../../kit/sources.tsx";
import { VerdictMark } from "../../kit/verdict-mark.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { questionsText } from "../text.ts";
import classes from "./remarks.module.css";

type RemarkJson = AnswerJson["remarks"][number];

/** What the answer rests on, part by part; what is said elsewhere and not applied stands folded at the end. */
export function Remarks({ question, answer }: { question: QuestionId; answer: AnswerJson }) {
  const { language } = useLanguage();
  const text = useText(questionsText);
  return (
    <div className={classes.parts}>
      {sections.map((section) => {
        const remarks = answer.remarks.filter((one) => one.section === section);
        if (remarks.length === 0) return undefined;
        const title = sectionTitle(question, section)[language];
        const list = <List section={section} remarks={remarks} sources={answer.sources} />;
        return section === "not-applied" ? (
          <Disclosure
            key={section}
            summary={<Folded title={title} count={text.notApplied(remarks.length)} />}
          >
            {list}
          </Disclosure>
        ) : (
          <section key={section} aria-label={title}>
            <h2 className={classes.heading}>{title}</h2>
            {list}
          </section>
        );
      })}
    </div>
  );
}

function Folded({ title, count }: { title: ReactNode; count: string }) {
  return (
    <span className={classes.folded}>
      {title}
      <span className={classes.count}>{count}</span>
    </span>
  );
}

function List(props: { section: Section; remarks: readonly RemarkJson[]; sources: AnswerJson["sources"] }) {
  const { section, remarks, sources } = props;
  return (
    <ul className={classes.list} data-section={section}>
      {remarks.map((one, index) => (
        <Remark
          // Two remarks may say the same of two things.
          key={`${one.about} ${one.reason} ${one.text.en}`}
          remark={one}
          // Several of one thing stand under one heading.
          isSame={one.about !== undefined && remarks[index - 1]?.about === one.about}
          sources={sources}
        />
      ))}
    </ul>
  );
}

function Remark(props: { remark: RemarkJson; isSame: boolean; sources: AnswerJson["sources"] }) {
  const { remark, isSame, sources } = props;
  const { language } = useLanguage();
  const { section, verdict, about, title, text, cites } = remark;
  const weighs = section === "counts" || section === "do";
  return (
    <li className={classes.remark} data-verdict={weighs ? verdict : undefined}>
      {weighs ? <VerdictMark verdict={verdict} size={22} /> : undefined}
      <div className={classes.body}>
        {title === undefined || isSame ? undefined : <h3 className={classes.title}>{title[language]}</h3>}
        {about?.startsWith("helpline/") === true ? (
          <CallLink says={text[language]} />
        ) : (
          <p className={classes.says}>{text[language]}</p>
        )}
        <Sources sources={cites.map((id) => sources[id]).filter((source) => source !== undefined)} />
      </div>
    </li>
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

import { IconAlertCircle } from "@tabler/icons-react";
import type { RefObject } from "react";
import { Problem } from "../../api/request.ts";
import type { Given, Meanwhile } from "../../api/sending.ts";
import { useLostFocus } from "../../kit/focus.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import type { When } from "../../text/use-when.ts";
import { useKnown } from "./known.ts";
import classes from "./not-sent.module.css";
import { formText } from "./text.ts";

/** Why something was not recorded, in plain words, and what can be done. What was filled in stays. */
export function NotSent(props: {
  cause: unknown;
  meanwhile: Meanwhile | undefined;
  when: When;
  /** Fields that say what is wrong with them themselves. */
  shown?: readonly string[];
  /** Of several things that were sent, the one that was refused, and how many were recorded before it. */
  failed?: Given | undefined;
  soFar?: number;
}) {
  const { cause, meanwhile, when, shown = [], failed, soFar = 0 } = props;
  const analytes = useKnown("analytes", failed !== undefined && "analyte" in failed.body);
  const text = useText(formText);
  const { language } = useLanguage();
  const message = useLostFocus<HTMLDivElement>(cause);
  if (cause === null || cause === undefined) return undefined;
  const body = cause instanceof Problem ? cause.body : undefined;
  if (body?.status === 412) return <Moved message={message} meanwhile={meanwhile} when={when} />;
  const named: { readonly analyte?: string } | undefined = failed?.body;
  const name = analytes.find(({ value }) => value === named?.analyte)?.label;
  const others = (body?.errors ?? []).filter(({ pointer }) => !shown.includes((pointer ?? "").slice(2)));
  return (
    <div ref={message} tabIndex={-1} className={classes.trouble} role="alert">
      <IconAlertCircle size={20} stroke={2} aria-hidden />
      <div>
        <p className={classes.what}>{name === undefined ? text.notSent : text.notSentOne(name)}</p>
        {soFar > 0 ? <p>{text.soFar(soFar)}</p> : undefined}
        {body === undefined ? (
          <p>{text.noAnswer}</p>
        ) : (
          <>
            <p>{body.text?.[language] ?? body.detail ?? body.title}</p>
            {others.map(({ pointer, detail }) => (
              <p key={`${pointer}-${detail}`} lang="en">
                {pointer}: {detail}
              </p>
            ))}
            {body.remedy === undefined ? undefined : <p>{body.remedy[language]}</p>}
          </>
        )}
      </div>
    </div>
  );
}

function Moved(props: {
  message: RefObject<HTMLDivElement | null>;
  meanwhile: Meanwhile | undefined;
  when: When;
}) {
  const { message, meanwhile, when } = props;
  const text = useText(formText);
  const { language } = useLanguage();
  const { roles } = shortWords[language];
  return (
    <div ref={message} tabIndex={-1} className={classes.moved} role="alert">
      <IconAlertCircle size={20} stroke={2} aria-hidden />
      <div>
        <p className={classes.what}>{text.meanwhile}</p>
        {meanwhile === undefined || meanwhile.length === 0 ? (
          <p>{text.meanwhileNothing}</p>
        ) : (
          <ul className={classes.list}>
            {meanwhile.map((line) => (
              <li key={line.id}>
                {line.title[language]} ({roles[line.actor.role as keyof typeof roles] ?? line.actor.role},{" "}
                {when.at(line.recordedAt)})
              </li>
            ))}
          </ul>
        )}
        <p>{text.meanwhileMore}</p>
      </div>
    </div>
  );
}

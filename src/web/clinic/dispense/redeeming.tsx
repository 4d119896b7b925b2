import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Redemption } from "../../../app/views/shapes.ts";
import { type PackAsked, patientMoved, useRedemption } from "../../api/queries.ts";
import { Problem } from "../../api/request.ts";
import { Trouble } from "../../kit/trouble.tsx";
import { Waiting } from "../../kit/waiting.tsx";
import { useRole } from "../../shell/role.tsx";
import { shellText } from "../../shell/text.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { verdictWords } from "../../text/terms.ts";
import { type Attempt, handOut, isRefusal, newAttempt, type PackSaid, useAttempts } from "./attempts.ts";
import { outlookOf } from "./outlook.ts";
import { PackForm } from "./pack-form.tsx";
import { Notice, ProblemNotice } from "./problem-notice.tsx";
import { ProgrammeForm } from "./programme-form.tsx";
import { SupplyCard } from "./supply-card.tsx";
import { dispenseText } from "./text.ts";
import { UnknownNotice } from "./unknown-notice.tsx";

/** What a number leads to, and what is done with it. */
export function Redeeming(props: {
  number: string;
  /** How often Enter was pressed in the number's field. */
  entered: number;
  say: (text: string) => void;
  toNumber: () => void;
  onDone: (attempt: Attempt) => void;
}) {
  const { number, entered, say, toNumber, onDone } = props;
  const text = useText(dispenseText);
  const shell = useText(shellText);
  const { language } = useLanguage();
  const role = useRole();
  const client = useQueryClient();
  const [pack, setPack] = useState<PackAsked>({});
  const [refused, setRefused] = useState<Problem>();
  const query = useRedemption(number, pack);
  // Never what was so when the number was last looked up. What was typed of the pack outlasts a question without answer.
  const [kept, keep] = useState<Redemption>();
  const { data, isFetchedAfterMount, isPlaceholderData } = query;
  if (data !== undefined && isFetchedAfterMount && !isPlaceholderData && data !== kept) keep(data);
  const attempt = useAttempts().find(
    ({ seen, state }) => seen.authorisation.number === number && (state === "sending" || state === "unknown"),
  );
  // What our own attempt does to the record is told when its answer is there, not before.
  const shown: Redemption | undefined = attempt?.seen ?? kept;
  const outlook = shown === undefined ? undefined : outlookOf(shown);
  const isReady = outlook !== undefined && outlook.refusing.length === 0;

  const send = async (next: Attempt) => {
    setRefused(undefined);
    try {
      const over = await handOut(next);
      if (over.state === "handed-out") onDone(over);
    } catch (cause) {
      if (!isRefusal(cause)) throw cause;
      // Whoever is told to look again sees what is so now.
      await patientMoved(client, next.seen.patient.patient);
      setRefused(cause);
      return;
    }
    await patientMoved(client, next.seen.patient.patient);
  };

  const notFound = query.error instanceof Problem && shown === undefined ? query.error : undefined;
  const name = shown?.patient.name ?? shell.nameless;
  const state = shown?.authorisation.state;
  const word =
    shown === undefined || outlook === undefined
      ? undefined
      : isReady
        ? outlook.verdict === "pass"
          ? text.ready
          : text.otherPack
        : state !== undefined && state !== "open"
          ? text.states[state]
          : verdictWords(language, "dispensing")[outlook.verdict];
  const why = outlook?.refusing[0]?.text[language] ?? "";
  const isSent = attempt !== undefined;
  useEffect(() => {
    if (word !== undefined && !isSent) say(text.said(name, `${word}. ${why}`));
  }, [word, why, name, isSent, say, text]);

  // Enter leads to the pack where there is something to hand out; else the next number can be typed over this one.
  const lot = useRef<HTMLInputElement>(null);
  const settled = shown !== undefined || notFound !== undefined;
  useEffect(() => {
    if (entered === 0 || !settled) return;
    if (lot.current === null) toNumber();
    else lot.current.focus();
  }, [entered, settled, toNumber]);

  // Where fields have come or gone under somebody's fingers.
  useEffect(() => {
    if (!settled || document.activeElement !== document.body) return;
    if (isReady) lot.current?.focus();
    else toNumber();
  }, [settled, isReady, toNumber]);

  if (shown === undefined || outlook === undefined || word === undefined) {
    if (notFound?.body.status === 404) {
      return (
        <Notice heading={text.notFound}>
          <p>{text.notFoundMore}</p>
        </Notice>
      );
    }
    if (notFound !== undefined) return <ProblemNotice problem={notFound} />;
    if (query.error !== null) return <Trouble cause={query.error} onRetry={() => void query.refetch()} />;
    return <Waiting lines={5} />;
  }
  return (
    <>
      {refused === undefined ? undefined : refused.body.status === 412 ? (
        <Notice heading={text.notDone} tone="ask">
          <p>{state === "open" ? text.moved : text.movedUsed}</p>
        </Notice>
      ) : (
        <ProblemNotice problem={refused} isSaidBelow={!isReady || outlook.ofPack.length > 0} />
      )}
      {attempt?.state === "unknown" ? <UnknownNotice onAsk={() => void send(attempt)} /> : undefined}
      <SupplyCard
        redemption={shown}
        outlook={outlook}
        word={attempt?.state === "unknown" ? undefined : word}
        say={say}
        toNumber={toNumber}
      >
        {outlook.programme === undefined || isSent ? undefined : (
          <ProgrammeForm redemption={shown} programme={outlook.programme} />
        )}
        {isReady ? (
          <PackForm
            lotRef={lot}
            redemption={shown}
            ofPack={outlook.ofPack}
            isSending={isSent}
            isHidden={attempt?.state === "unknown"}
            onPack={(next) => {
              if (
                next.lot === pack.lot &&
                next.expiresOn === pack.expiresOn &&
                next.capsules === pack.capsules
              )
                return;
              setPack(next);
              setRefused(undefined);
            }}
            onHandOut={(said: PackSaid) => void send(newAttempt(shown, said, role))}
          />
        ) : undefined}
      </SupplyCard>
    </>
  );
}

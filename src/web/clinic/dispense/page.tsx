import { useCallback, useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { typedNumber } from "../../../app/read-number.ts";
import { usePage } from "../../shell/page.ts";
import { useText } from "../../text/language.tsx";
import { type Attempt, useAttempts } from "./attempts.ts";
import { HandedOut } from "./handed-out.tsx";
import { NumberForm } from "./number-form.tsx";
import classes from "./page.module.css";
import { Redeeming } from "./redeeming.tsx";
import { RoleNotice } from "./role-notice.tsx";
import { SessionList } from "./session-list.tsx";
import { dispenseText } from "./text.ts";

/** The pharmacist's page: a number is typed, the pack is read, the capsules are handed out. */
export function DispensePage() {
  const text = useText(dispenseText);
  const heading = usePage(text.title, false);
  const [search] = useSearchParams();
  const [typed, setTyped] = useState(() => search.get("number") ?? "");
  const [lastKey, setLastKey] = useState<string>();
  const [said, say] = useState("");
  // Enter in the number's field, pressed before the answer was there, still moves on when it comes.
  const [entered, setEntered] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const attempts = useAttempts();
  const last = attempts.find(({ key }) => key === lastKey);
  const read = typedNumber(typed);
  const number = read.is === "number" ? read.number : undefined;

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
  }, []);

  const type = useCallback((next: string) => {
    setTyped(next);
    setEntered(0);
    say("");
  }, []);
  const toNumber = useCallback(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const onDone = useCallback(
    (attempt: Attempt) => {
      setLastKey(attempt.key);
      type("");
      scrollTo(0, 0);
      field.current?.focus({ preventScroll: true });
    },
    [type],
  );
  return (
    <div className={classes.page}>
      <h1 {...heading} className={classes.title}>
        {text.title}
      </h1>
      <div className={classes.columns}>
        <div className={classes.main}>
          <RoleNotice onSwitched={toNumber} />
          <NumberForm
            inputRef={field}
            typed={typed}
            isFixed={attempts.some(({ state }) => state === "sending")}
            read={read}
            onType={type}
            onEnter={() => setEntered((before) => before + 1)}
            say={say}
          />
          {/* Announces what happened, wherever the focus is. */}
          <p id="dispense-said" role="status" className="visually-hidden">
            {said}
          </p>
          {number === undefined ? (
            last === undefined ? undefined : (
              <HandedOut key={last.key} attempt={last} say={say} toNumber={toNumber} />
            )
          ) : (
            <Redeeming
              key={number}
              number={number}
              entered={entered}
              say={say}
              toNumber={toNumber}
              onDone={onDone}
            />
          )}
        </div>
        <SessionList onChoose={(chosen) => type(chosen)} />
      </div>
    </div>
  );
}

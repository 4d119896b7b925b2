import type { Entry } from "../../core/entry.ts";
import type { AccountLine } from "../../fhir/account.ts";
import { accountSentence } from "../../fhir/account-words.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { useSpeech } from "../text/speech.tsx";
import classes from "./account.module.css";

/** What became of each resource of an import. */
export function AccountOf({
  account,
  entries,
}: {
  account: readonly AccountLine[];
  entries: readonly Entry[];
}) {
  const { text, language } = useSpeech();
  const types = new Map(entries.map(({ id, type }) => [id, type]));
  const used = account.filter(({ became }) => became.length > 0).length;
  return (
    <Disclosure summary={text.account.summary(used, account.length - used)}>
      <ul className={classes.lines}>
        {account.map(({ resource, became, leftAside }, index) => (
          <li key={`${resource}-${index}`}>
            <code>{resource}</code>
            {became.length > 0 ? (
              <span>
                {text.account.became}:{" "}
                {became.map((id) => (id === "order" ? text.account.order : (types.get(id) ?? id))).join(", ")}
              </span>
            ) : undefined}
            {leftAside === undefined ? undefined : (
              <span className={classes.aside}>
                {text.account.leftAside}: {accountSentence(leftAside, language)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

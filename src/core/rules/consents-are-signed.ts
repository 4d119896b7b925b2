import { citesOf } from "../cites.ts";
import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Every consent of the protocol, for this course; a minor's guardian signs too. */
export const consentsAreSigned = rule("consents-are-signed", ["pass", "ask"], (c) => {
  const { consents, consentsIfPregnancyPossible, guardianUnderAgeYears } = c.values;
  const cites = c.pregnancyPossible ? citesOf(consents, consentsIfPregnancyPossible) : consents.cites;
  const needed = [
    ...(consents.value ?? []),
    ...(c.pregnancyPossible ? (consentsIfPregnancyPossible.value ?? []) : []),
  ];
  const guardian =
    guardianUnderAgeYears.value !== null && (c.age === undefined || c.age < guardianUnderAgeYears.value);
  const since = c.record.earlierCourse?.overDay;
  const signed = c.record
    .of("consent-signed")
    .filter(({ happened }) => since === undefined || happened.day > since);
  const missing = needed.filter((consent) => !signed.some(({ body }) => body.consent === consent));
  const sign = (list: readonly string[]) =>
    step(guardian ? "guardian" : "patient", "sign-consents", { consents: list, guardian }, c.day, {
      entries: list.map((consent) =>
        draft("consent-signed", { consent, guardianSigned: guardian }, "patient", c.day),
      ),
    });
  if (missing.length > 0) return ask("missing", { missing }, cites, [sign(missing)]);
  const unsigned = guardian
    ? needed.filter((consent) => !signed.some(({ body }) => body.consent === consent && body.guardianSigned))
    : [];
  if (unsigned.length > 0) {
    return ask(
      "guardian-signature-missing",
      { missing: unsigned },
      [...cites, ...guardianUnderAgeYears.cites],
      [sign(unsigned)],
    );
  }
  return pass("signed", { consents: needed }, cites);
});

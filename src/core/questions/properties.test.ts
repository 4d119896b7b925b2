import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { type Verdict, verdicts } from "../finding.ts";
import { foldRecord } from "../record.ts";
import { type AnyInput, anyInput, askedDay } from "../testing/any-input.ts";
import { runs, scenes } from "../testing/scenes.ts";
import { askedOf, askedOn } from "./asked.ts";
import type { Fields } from "./fields.ts";
import { questions } from "./index.ts";
import { type Answer, type Asked, type Question, worstOf } from "./question.ts";

const knowledge = readKnowledge();
// Each question has its own input; here whichever it is has been drawn from that question's fields.
const all = questions.map((one) => [one.id, one as Question<string, Fields, Answer>] as const);
const clinics = Object.values(knowledge.clinics);
const protocols = Object.values(knowledge.protocols).filter(({ usable }) => usable);
const rank = (verdict: Verdict) => verdicts.indexOf(verdict);
const permits = (verdict: Verdict) => rank(verdict) <= rank("advise");

const underProtocol = (protocol: string) => askedOn(knowledge, { protocol, confirmedEditions: [] }, askedDay);
const ask = (one: Question<string, Fields, Answer>, input: AnyInput, asked: Asked) =>
  one.answer(input as never, asked);

/**
 * Fields that are no fact an answer waits for: the day of the last capsule and "still taking" say the same thing twice,
 * and an alarm is raised by whoever has it; nobody is asked for dark urine before a normal value is called normal, nor
 * whether two doses were taken before one forgotten dose is left out; nearness and hours say the same thing twice.
 */
const notWaitedFor: Readonly<Record<string, readonly string[]>> = {
  "may-i": ["during", "stopped"],
  "contraception-trouble": ["phase", "lastCapsule"],
  labs: ["darkUrine", "muscleWeakness"],
  "missed-dose": ["what", "missedOn", "dosesMissed", "twoTogether", "nextDoseNear", "hoursUntilNext"],
  response: ["firstDay", "weeks"],
  // What somebody looks for is no fact either.
  claims: ["search", "page", "judged", "topic"],
  // How far a course goes is said by a target, by days or by steps: one of them is enough, and the course then ends there.
  // The first day is a wish and no fact: left out, one is chosen that can be kept.
  // What was taken elsewhere is told by those it holds for: left out, the course begins here, and the plan says so.
  plan: ["targetMgPerKg", "days", "start", "takenMg", "takenSince"],
};

/** A price permits nothing, and only a clinic has one: its protocol asks which clinic is meant. */
const ofClinicsAlone: ReadonlySet<string> = new Set(["price"]);

describe.each(all)("%s", (id, one) => {
  const inputs = anyInput(one.fields, knowledge);
  const anyProtocol = fc.constantFrom(...protocols.map(({ id }) => id));

  test("answers whatever is asked, the same twice, and never better than the worst that counts", () => {
    fc.assert(
      fc.property(inputs, anyProtocol, (input, protocol) => {
        const answer = ask(one, input, underProtocol(protocol));
        expect(answer).toEqual(ask(one, input, underProtocol(protocol)));
        expect(rank(answer.verdict)).toBeGreaterThanOrEqual(rank(worstOf(answer.remarks)));
        for (const { cites } of [answer.headline, ...answer.remarks])
          for (const cite of cites) expect(Object.hasOwn(knowledge.sources, cite), cite).toBe(true);
        if (answer.verdict === "wait") expect(answer.earliestDay).toBeGreaterThan(askedDay);
      }),
      runs(60),
    );
  });

  test.skipIf(ofClinicsAlone.has(id))("is not more permissive under a clinic than under its protocol", () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...clinics), (input, { id: clinic, on }) => {
        const house = ask(
          one,
          input,
          askedOn(knowledge, { protocol: on, clinic, confirmedEditions: [] }, askedDay),
        );
        const base = ask(one, input, underProtocol(on));
        expect(
          rank(house.verdict),
          `${house.headline.reason} / ${base.headline.reason}`,
        ).toBeGreaterThanOrEqual(rank(base.verdict));
      }),
      runs(60),
    );
  });

  test("permits nothing for want of a fact: where leaving it out passes, no answer to it would have refused", () => {
    const scalars = Object.entries(one.fields)
      .filter(([, field]) => ["day", "number", "yes-no", "choice", "text"].includes(field.kind))
      .filter(([name]) => notWaitedFor[id]?.includes(name) !== true)
      .map(([name]) => name);
    if (scalars.length === 0) return;
    fc.assert(
      fc.property(inputs, fc.constantFrom(...scalars), anyProtocol, (input, name, protocol) => {
        const { [name]: known, ...without } = input;
        if (known === undefined || one.fields[name]?.required === true) return;
        const asked = underProtocol(protocol);
        const blind = ask(one, without, asked);
        if (!permits(blind.verdict)) return;
        const seeing = ask(one, input, asked);
        expect(permits(seeing.verdict), `${name} = ${JSON.stringify(known)}: ${seeing.headline.reason}`).toBe(
          true,
        );
      }),
      runs(120),
    );
  });

  test("answers for any record, with what the record knows filled in", () => {
    fc.assert(
      fc.property(scenes, inputs, (scene, input) => {
        const record = foldRecord(scene.entries, { at: scene.at, zone: scene.zone });
        const asked = askedOf(knowledge, scene.setting, record);
        const known: AnyInput = one.known?.(record, asked) ?? {};
        const answer = ask(one, { ...input, ...known }, asked);
        expect(verdicts).toContain(answer.verdict);
      }),
      runs(20),
    );
  });
});

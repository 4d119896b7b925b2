/** Can this be taken together with isotretinoin? What is not known here asks a pharmacist, and never passes. */

import { categoryOf } from "../../category.ts";
import { coverageOf } from "../../coverage.ts";
import { advise, ask, type KnownText, pass, stop } from "../../finding.ts";
import type { Medicine } from "../../knowledge/schema.ts";
import { sameName } from "../../names/find-by-name.ts";
import { findMedicine, type Meant, type Understood } from "../../names/find-medicine.ts";
import type { Route } from "../../names/route.ts";
import type { Record } from "../../record.ts";
import { step } from "../../steps.ts";
import { type Asked, answered, question, type Remark, remark, worstOf } from "../question.ts";
import { remarksOf } from "./one-medicine.ts";

export const interactions = question({
  id: "interactions",
  record: "helps",
  example: { names: ["Vibramycin", "吸入ステロイド"], hormonalContraception: false },
  fields: {
    names: { kind: "texts", suggest: "medicines", required: true, argument: true },
    hormonalContraception: { kind: "yes-no" },
  },
  known: (record, asked) => ({ ...namesOf(record, asked), ...hormonalOf(record, asked) }),
  answer({ names: written, hormonalContraception: told }, asked) {
    // A hormonal method on record goes on until its end is recorded, whatever is said.
    const onRecord = asked.record === undefined ? {} : hormonalOf(asked.record, asked);
    const hormonalContraception = onRecord.hormonalContraception === true ? true : told;
    const understood = written.flatMap((text) => findMedicine(asked.knowledge, text));
    if (understood.length === 0) return answered(ask("nothing-named", {}, [], []), []);
    const remarks = understood.flatMap((one) => remarksOn(one, hormonalContraception, asked));
    const cites = citesOf(remarks);
    const headline = () => {
      const stopping = remarks.filter(({ verdict, section }) => section === "counts" && verdict === "stop");
      if (stopping.length > 0) {
        const medicines = [...new Set(stopping.flatMap(({ about }) => about?.id ?? []))];
        const wayOut = stopping.flatMap((one) => (one.wayOut === "never" ? [] : one.wayOut));
        return medicines.length === 0
          ? stop("isotretinoin-twice", {}, cites, wayOut, { floor: true })
          : stop("not-together", { medicines }, cites, wayOut, { floor: true });
      }
      const worst = worstOf(remarks);
      if (worst === "pass") return pass("nothing-against", { named: calledBy(understood, asked) }, cites);
      if (worst === "advise") return advise("with-care", { named: calledBy(understood, asked) }, cites);
      const open = understood.filter(
        (one) => worstOf(remarksOn(one, hormonalContraception, asked)) === "ask",
      );
      const packs = [...new Set(open.map((one) => one.written))];
      const show = [step("patient", "ask-pharmacist", { written: packs }, asked.day, { when: "now" })];
      const [only] = open;
      if (only !== undefined && packs.length === 1 && isEitherMethod(only, asked)) {
        const facts = { written: only.written, name: nameOf(only.meant, asked) };
        return ask("which-method", facts, cites, show);
      }
      return ask("ask-first", { named: calledBy(open, asked) }, cites, show);
    };
    return answered(headline(), remarks);
  },
});

/** What is said of one name; where it is a guess that is said too, and a guess is never better than unknown. */
function remarksOn(one: Understood, hormonalContraception: boolean | undefined, asked: Asked) {
  const { written, route, how } = one;
  const facts = { written, name: nameOf(one.meant, asked) };
  const either = isEitherMethod(one, asked);
  const meant = how === "or" || either ? [] : one.meant;
  return [
    ...(either ? whichMethod(one, facts, asked) : []),
    ...(how === "unknown" ? [remark("counts", ask("unknown-to-us", { written }, [], []))] : []),
    ...(how === "or" ? [remark("counts", ask("did-you-mean", facts, [], []))] : []),
    ...(how === "part" ? [remark("counts", ask("read-in-part", facts, [], []))] : []),
    ...(how === "misspelt" ? [remark("counts", ask("read-as", facts, [], []))] : []),
    ...meant.flatMap((thing) => [
      ...medicinesMeant(thing, route, asked).flatMap((medicine) =>
        remarksOf({ medicine, written, route, hormonalContraception }, asked),
      ),
      ...noMedicineMeant(thing, route, asked),
    ]),
  ];
}

/** One name of several methods of contraception: the pack says which, and nobody takes both. */
function isEitherMethod({ meant, how }: Understood, { knowledge }: Asked): boolean {
  const isMethod = (one: Meant) =>
    one.kind === "medicine" && knowledge.medicines[one.id]?.contraceptive !== undefined;
  return how === "named" && meant.length > 1 && meant.every(isMethod);
}

function whichMethod({ meant }: Understood, facts: { written: string; name: KnownText }, asked: Asked) {
  return [
    remark("counts", ask("which-method", facts, [], [])),
    ...meant.flatMap((one) =>
      medicinesMeant(one, undefined, asked).map(({ id, says, cites }) =>
        remark("know", advise("if-it-is", { medicine: id, says }, cites), { kind: "medicine", id }),
      ),
    ),
  ];
}

/** The medicine; of isotretinoin on the skin, the retinoids for the skin. */
function medicinesMeant(meant: Meant, route: Route | undefined, { knowledge }: Asked): readonly Medicine[] {
  const id = meant.kind === "medicine" ? meant.id : isGel(meant, route) ? "topical-retinoids" : undefined;
  const medicine = id === undefined ? undefined : knowledge.medicines[id];
  return medicine === undefined ? [] : [medicine];
}

function noMedicineMeant(meant: Meant, route: Route | undefined, { knowledge }: Asked) {
  const { says, cites } = knowledge.itself;
  const itself =
    meant.kind === "itself" && !isGel(meant, route)
      ? [remark("counts", stop("isotretinoin-itself", { says }, cites, [], { floor: true }))]
      : [];
  const none = meant.kind === "not-a-medicine" ? knowledge.notMedicines[meant.id] : undefined;
  const other =
    none === undefined
      ? []
      : [remark("counts", advise("not-a-medicine", { name: none.name, says: none.says }, none.cites))];
  return [...itself, ...other];
}

const isGel = ({ kind }: Meant, route: Route | undefined) => kind === "itself" && route === "skin";

function nameOf(meant: readonly Meant[], { knowledge }: Asked): KnownText {
  const names = meant.map((one) =>
    one.kind === "itself"
      ? knowledge.itself.name
      : one.kind === "medicine"
        ? knowledge.medicines[one.id]?.name
        : knowledge.notMedicines[one.id]?.name,
  );
  return {
    en: names.flatMap((name) => name?.en ?? []).join(" / "),
    ja: names.flatMap((name) => name?.ja ?? []).join("・"),
  };
}

/** As each was typed; where that is its own name in either language, by that name in both. */
function calledBy(understood: readonly Understood[], asked: Asked): KnownText {
  const names = understood.map(({ written, how, meant }): KnownText => {
    const own = nameOf(meant, asked);
    const typed = sameName(written);
    const isOwn = how === "named" && (typed === sameName(own.en) || typed === sameName(own.ja));
    return isOwn ? own : { en: written, ja: written };
  });
  return {
    en: [...new Set(names.map(({ en }) => en))].join(", "),
    ja: [...new Set(names.map(({ ja }) => ja))].join("、"),
  };
}

function citesOf(remarks: readonly Remark[]): readonly string[] {
  return [...new Set(remarks.filter(({ section }) => section === "counts").flatMap(({ cites }) => cites))];
}

/** What the patient takes already. */
function namesOf(record: Record, { knowledge }: Asked): { names: readonly string[] } {
  const names = record.medicines.flatMap(({ body }) => {
    const known = body.medicine === undefined ? undefined : knowledge.medicines[body.medicine];
    return known?.name.en ?? body.text ?? body.medicine ?? body.coding?.[0]?.display ?? [];
  });
  return { names };
}

/** Whether a hormonal method is in use, as far as the record says: no method written down is no answer. */
function hormonalOf(record: Record, { knowledge, values }: Asked): { hormonalContraception?: boolean } {
  if (categoryOf(record, values.postMenopausalAgeYears.value).is === "cannot")
    return { hormonalContraception: false };
  const { hormonal, accepted, refused, abstinence } = coverageOf(record, knowledge.contraceptives, values);
  if (hormonal === "yes") return { hormonalContraception: true };
  const said = accepted.length + refused.length > 0 || abstinence === "accepted";
  return hormonal === "no" && said ? { hormonalContraception: false } : {};
}

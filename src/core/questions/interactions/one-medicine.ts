/** What is said of one thing that somebody named beside isotretinoin. */
import { parseDay } from "../../calendar.ts";
import { advise, ask, pass, stop } from "../../finding.ts";
import type { Medicine } from "../../knowledge/schema.ts";
import { sameName } from "../../names/find-by-name.ts";
import type { Route } from "../../names/route.ts";
import { step } from "../../steps.ts";
import { type Asked, remark } from "../question.ts";

/** Routes by which next to nothing of it reaches the rest of the body. */
const local: ReadonlySet<Route | undefined> = new Set(["inhaled", "nasal", "eye", "skin"]);

interface Taken {
  readonly medicine: Medicine;
  /** As it was typed. */
  readonly written: string;
  readonly route: Route | undefined;
  /** Undefined where nobody said. */
  readonly hormonalContraception: boolean | undefined;
}

/** What counts of one medicine, and what pages say of it that does not. */
export function remarksOf(taken: Taken, asked: Asked) {
  const { medicine } = taken;
  const about = { kind: "medicine", id: medicine.id } as const;
  const elsewhere = medicine.elsewhere.map(({ judged, says, cites }) =>
    remark("not-applied", advise("said-elsewhere", { judged, says }, cites), about),
  );
  return [remark("counts", verdictOf(taken, asked), about), ...weakened(taken), ...elsewhere];
}

function verdictOf({ medicine, written, route, hormonalContraception }: Taken, asked: Asked) {
  const { id, says, cites, verdict, finding } = medicine;
  const brand = calledOtherwise(medicine, written);
  const facts = { medicine: id, brand, says };
  const otherwise = medicine.byRoute.find(({ routes }) => route !== undefined && routes.includes(route));
  if (otherwise !== undefined) {
    const said = { medicine: id, brand, says: otherwise.says };
    return {
      pass: () => pass("not-by-this-route", said, otherwise.cites),
      advise: () => advise("care", said, otherwise.cites),
      ask: () => ask("judge-first", said, otherwise.cites, []),
      stop: () => stop("must-not", said, otherwise.cites, []),
    }[otherwise.verdict]();
  }
  if (medicine.systemicOnly && local.has(route)) return ask("route-not-covered", facts, cites, []);
  if (medicine.onlyWithHormonalContraception && hormonalContraception !== true) {
    return hormonalContraception === false
      ? advise("only-beside-hormonal-contraception", facts, cites)
      : ask("depends-on-contraception", facts, cites, []);
  }
  const checkedDay = medicine.checkedOn === undefined ? undefined : parseDay(medicine.checkedOn);
  if (finding === "silent") return ask("no-word-on-it", { ...facts, checkedDay }, cites, []);
  switch (verdict) {
    case "pass":
      return pass("nothing-found", { ...facts, checkedDay }, cites);
    case "advise":
      return finding === "none"
        ? advise("nothing-found-with-care", { ...facts, checkedDay }, cites)
        : advise("care", facts, cites);
    case "ask":
      return medicine.contraceptive === undefined
        ? ask("judge-first", facts, cites, [])
        : ask("no-valid-method", facts, cites, [
            step(
              "patient",
              "start-contraception",
              {
                methods: asked.values.contraceptionMethodsTogether.value ?? 1,
                primary: asked.values.primaryMethodNeeded.value === true,
              },
              asked.day,
            ),
          ]);
    case "stop":
      return stop(
        "must-not",
        facts,
        cites,
        [step("prescriber", "end-medicine", { medicine: id }, asked.day, { when: "now" })],
        { floor: true },
      );
  }
}

/** What was typed, where it is not the name that stands over the answer. */
function calledOtherwise({ name }: Medicine, written: string): string | undefined {
  const typed = sameName(written);
  return typed === sameName(name.en) || typed === sameName(name.ja) ? undefined : written;
}

/** Beside hormonal contraception, or where nobody said, an epilepsy medicine asks whether it weakens it. */
function weakened({ medicine, hormonalContraception }: Taken) {
  if (!medicine.mayWeakenHormonalContraception || hormonalContraception === false) return [];
  const facts = { medicine: medicine.id };
  const outcome =
    hormonalContraception === true
      ? ask("may-weaken-contraception", facts, medicine.cites, [])
      : ask("may-weaken-contraception-if-any", facts, medicine.cites, []);
  return [remark("counts", outcome, { kind: "medicine", id: medicine.id })];
}

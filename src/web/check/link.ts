/** The page's state in the address, as far as it can be linked: what someone's own files hold never goes there. */
import { dayText, parseDay } from "../../core/calendar.ts";
import type { SupplyQuestion } from "../../core/question.ts";
import type { Example } from "../examples/example.ts";
import { knowledge } from "../knowledge.ts";
import { fits } from "./facts/fits.ts";
import { type FactChanges, factIds } from "./facts/index.ts";
import { examplePatient } from "./patient.ts";
import type { CheckState } from "./state.ts";

const numbers = ["dailyMg", "days", "capsuleMg", "dosesPerDay", "refills"] as const;

/** The state a link names, over what its example suggests; what it says wrongly is left out. */
export function stateOfLink(hash: string, examples: readonly Example[]): CheckState {
  const link = new URLSearchParams(hash.replace(/^#/, ""));
  const example = examples.find(({ id }) => id === link.get("example")) ?? examples[0];
  if (example === undefined) throw new Error("the app was built without examples");
  const under = link.get("under") ?? "";
  return {
    ...stateOfExample(example),
    ...(isUsable(under) ? { under } : {}),
    ...given("on", parseDay(link.get("on") ?? "")),
    confirmed: link.getAll("confirmed").filter((text) => parseDay(text) !== undefined),
    supply: supplyOf(link),
    facts: factsOf(link.get("facts")),
  };
}

/** An example as it is first shown. */
export function stateOfExample(example: Example): CheckState {
  const { under, on } = example.suggest;
  return { patient: examplePatient(example), under, on, confirmed: [], order: 0, supply: {}, facts: {} };
}

/** The address of a state; undefined for someone's own files. */
export function linkOfState(state: CheckState): string | undefined {
  const { example } = state.patient;
  if (example === undefined) return undefined;
  const link = new URLSearchParams({ example: example.id, under: state.under, on: dayText(state.on) });
  for (const edition of state.confirmed) link.append("confirmed", edition);
  for (const key of ["product", ...numbers] as const) {
    const value = state.supply[key];
    if (value !== undefined) link.set(key, String(value));
  }
  if (Object.keys(state.facts).length > 0) link.set("facts", JSON.stringify(state.facts));
  return `#${link.toString()}`;
}

function isUsable(under: string): boolean {
  return knowledge.clinics[under] !== undefined || knowledge.protocols[under]?.usable === true;
}

function supplyOf(link: URLSearchParams): Partial<SupplyQuestion> {
  const product = knowledge.products[link.get("product") ?? ""];
  return Object.assign(
    product === undefined ? {} : { product: product.id },
    ...numbers.map((key) => {
      const value = Number(link.get(key) ?? Number.NaN);
      return Number.isFinite(value) && value >= 0 ? { [key]: value } : {};
    }),
  ) as Partial<SupplyQuestion>;
}

/** Changes as a link brings them: of known facts, with values that fit; the rest is dropped. */
function factsOf(text: string | null): FactChanges {
  if (text === null) return {};
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null) return {};
    return Object.fromEntries(
      Object.entries(read).filter(([id, value]) => {
        const known = factIds.find((fact) => fact === id);
        return known !== undefined && fits(known, value);
      }),
    );
  } catch {
    return {};
  }
}

function given<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}

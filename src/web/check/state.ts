/** What is chosen on the page, and how each choice changes it. */
import type { Day } from "../../core/calendar.ts";
import type { SupplyQuestion } from "../../core/question.ts";
import type { FactChanges } from "./facts/index.ts";
import type { Patient } from "./patient.ts";

export interface CheckState {
  readonly patient: Patient;
  /** A protocol or a clinic. */
  readonly under: string;
  readonly on: Day;
  /** First days of editions taken as confirmed, YYYY-MM-DD. */
  readonly confirmed: readonly string[];
  /** Which of the patient's orders. */
  readonly order: number;
  /** What is proposed in place of the order. */
  readonly supply: Partial<SupplyQuestion>;
  readonly facts: FactChanges;
}

export type CheckAction =
  | { readonly do: "open"; readonly state: CheckState }
  | { readonly do: "under"; readonly under: string }
  | { readonly do: "on"; readonly on: Day }
  | { readonly do: "confirm"; readonly edition: string; readonly confirmed: boolean }
  | { readonly do: "order"; readonly order: number }
  | { readonly do: "supply"; readonly change: Partial<SupplyQuestion> }
  | { readonly do: "undo-supply"; readonly keys: readonly (keyof SupplyQuestion)[] }
  | { readonly do: "facts"; readonly facts: FactChanges }
  | { readonly do: "undo-all" };

export function checkReducer(state: CheckState, action: CheckAction): CheckState {
  switch (action.do) {
    case "open":
      return action.state;
    case "under":
      return { ...state, under: action.under };
    case "on":
      return { ...state, on: action.on };
    case "confirm": {
      const others = state.confirmed.filter((edition) => edition !== action.edition);
      return { ...state, confirmed: action.confirmed ? [...others, action.edition] : others };
    }
    case "order":
      return { ...state, order: action.order, supply: {} };
    case "supply":
      return { ...state, supply: tidy({ ...state.supply, ...action.change }, state) };
    case "undo-supply": {
      const kept = Object.entries(state.supply).filter(
        ([key]) => !action.keys.some((undone) => undone === key),
      );
      return { ...state, supply: Object.fromEntries(kept) };
    }
    case "facts":
      return { ...state, facts: action.facts };
    case "undo-all":
      return { ...state, supply: {}, facts: {} };
  }
}

/** The order as it stands, before anything is tried. */
export function orderOf(state: CheckState): SupplyQuestion {
  return state.patient.orders[state.order] ?? state.patient.orders[0] ?? { refills: 0 };
}

/** What is decided: the order with what is tried in it. A change of dose or length recounts the capsules. */
export function questionOf(state: CheckState): SupplyQuestion {
  const { capsules, ...order } = orderOf(state);
  const recounts = (["dailyMg", "days", "capsuleMg"] as const).some((key) => state.supply[key] !== undefined);
  return {
    ...order,
    ...(capsules === undefined || recounts ? {} : { capsules }),
    ...state.supply,
  };
}

/** Without what is the same as in the order, so that a change taken back is no change. */
function tidy(supply: Partial<SupplyQuestion>, state: CheckState): Partial<SupplyQuestion> {
  const order: Readonly<Record<string, unknown>> = { ...orderOf(state) };
  return Object.fromEntries(
    Object.entries(supply).filter(([key, value]) => value !== undefined && order[key] !== value),
  );
}

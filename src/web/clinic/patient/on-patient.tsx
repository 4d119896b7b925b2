/** The patient a form or button is about, so that it need not be handed down to each. */
import { createContext, type ReactNode, useContext } from "react";
import type { PatientView } from "../../../app/views/shapes.ts";

const PatientContext = createContext<PatientView | undefined>(undefined);

export function OnPatient({ view, children }: { view: PatientView; children: ReactNode }) {
  return <PatientContext value={view}>{children}</PatientContext>;
}

export function useThisPatient(): PatientView {
  const view = useContext(PatientContext);
  if (view === undefined) throw new Error("useThisPatient is used outside <OnPatient>");
  return view;
}

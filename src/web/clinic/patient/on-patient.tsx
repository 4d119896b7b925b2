/** The patient a form or button is about, so that it need not be handed down to each; and what is being written. */
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { PatientView } from "../../../app/views/shapes.ts";
import type { Moment } from "../forms/happened.ts";
import type { Filled } from "../forms/spec.ts";

/** A form as somebody left it, so that nothing typed is lost when the page around it changes. */
export interface Draft {
  readonly filled: Filled;
  readonly moment: Moment;
  readonly note: string;
  /** Names what the form makes, such as a sample. */
  readonly own: string;
}

interface OnPatientNow {
  readonly view: PatientView;
  /** By form. */
  readonly drafts: Map<string, Draft>;
}
const PatientContext = createContext<OnPatientNow | undefined>(undefined);

export function OnPatient({ view, children }: { view: PatientView; children: ReactNode }) {
  const [drafts] = useState(() => new Map<string, Draft>());
  const now = useMemo(() => ({ view, drafts }), [view, drafts]);
  return <PatientContext value={now}>{children}</PatientContext>;
}

function useNow(): OnPatientNow {
  const now = useContext(PatientContext);
  if (now === undefined) throw new Error("this is used outside <OnPatient>");
  return now;
}

export function useThisPatient(): PatientView {
  return useNow().view;
}

export function useDrafts(): Map<string, Draft> {
  return useNow().drafts;
}

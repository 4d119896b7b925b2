import { refuse } from "../../core/refusal.ts";
import { valuesOf } from "../patient-state.ts";
import { recording, staffAndPatient } from "./recording.ts";

/** A body weight in kilograms. One that no body has is a typing mistake, and is sent back. */
export const recordWeight = recording({
  name: "record-weight",
  writes: "weight-measured",
  roles: staffAndPatient,
  check: ({ kg }, state) => {
    const { leastWeightKg, mostWeightKg } = valuesOf(state);
    const least = leastWeightKg.value ?? 0;
    const most = mostWeightKg.value ?? Number.POSITIVE_INFINITY;
    return kg < least || kg > most
      ? refuse("implausible-value", { field: "kg", value: kg, least, most, unit: "kg" })
      : undefined;
  },
});

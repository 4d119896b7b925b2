import type { Happened } from "../../core/entry.ts";
import type { Record as PatientRecord } from "../../core/record.ts";
import { stood } from "./stood.ts";

/** Methods of contraception as they were begun and ended. */
export function methodsOf(record: PatientRecord) {
  return {
    /** Whether a method was in use at a moment. */
    inUse(method: string, when: Happened): boolean {
      const started = record.of("contraception-started").filter(({ body }) => body.method === method);
      const ended = record.of("contraception-ended").filter(({ body }) => body.method === method);
      return stood(started, ended, when);
    },
  };
}

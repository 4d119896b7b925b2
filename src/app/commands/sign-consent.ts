import { refuse } from "../../core/refusal.ts";
import { asked } from "./asked.ts";
import { recording, staffAndPatient, whyUnknown } from "./recording.ts";

/** A consent that a protocol or a clinic asks for. A guardian who signs has signed; a patient does not sign for one. */
export const signConsent = recording({
  name: "sign-consent",
  writes: "consent-signed",
  roles: staffAndPatient,
  subject: ({ consent }) => consent,
  become: (body, _state, { by }) => (by.role === "guardian" ? { ...body, guardianSigned: true } : body),
  check: ({ consent, guardianSigned }, { context }, _happened, { by }) =>
    guardianSigned && by.role === "patient"
      ? refuse("not-your-word", {
          role: by.role,
          needed: staffAndPatient.filter((role) => role !== "patient"),
        })
      : whyUnknown("consent", consent, asked(context.knowledge, consents)),
});

const consents = ["consents", "consentsIfPregnancyPossible"] as const;

import { recording, staffAndPatient, whyNothingSaid } from "./recording.ts";

/** Whether the patient can become pregnant. That they can takes anybody's word; that they cannot, a prescriber's and grounds. */
export const attestCategory = recording({
  name: "attest-category",
  writes: "category-attested",
  roles: staffAndPatient,
  check: (body) => (body.canBecomePregnant ? undefined : whyNothingSaid(body, ["basis"])),
});

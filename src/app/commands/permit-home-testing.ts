import { recording } from "./recording.ts";

/** Whether this patient's tests at home count. */
export const permitHomeTesting = recording({
  name: "permit-home-testing",
  writes: "home-testing-permitted",
  roles: ["prescriber"],
});

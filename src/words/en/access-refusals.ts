/** Why somebody's rights were not changed as asked, and what would be right. */
import type { AccessRefusalWords } from "../record-words.ts";
import { roles } from "./terms.ts";

export const accessRefusals: AccessRefusalWords = {
  "not-appointed": ({ appointed }) => ({
    says: `This account is not appointed as ${roles[appointed].toLowerCase()} here.`,
    remedy: "Check the account and the role in the clinic's list of staff.",
  }),
  "last-administrator": () => ({
    says: "This is the clinic's last administrator: without one, nobody could be appointed any more.",
    remedy: "Appoint another administrator first.",
  }),
  "own-account": () => ({
    says: "Nobody opens a patient's record to their own account.",
    remedy: "Have a colleague do it who has checked the relation.",
  }),
  "linked-already": ({ as }) => ({
    says:
      as === "patient"
        ? "The patient has an account already."
        : "This account opens the record as parent or guardian already.",
    remedy: "If that is no longer right, take that account back first.",
  }),
  "not-linked": () => ({
    says: "This account does not open this patient's record.",
    remedy: "Check the account in the list of those who can read this record.",
  }),
  "authorisation-open": () => ({
    says: "An authorisation is still open.",
    remedy: "Have it dispensed or voided first.",
  }),
  "hand-over-first": ({ sinceDay }, say) => ({
    says: `A course has been under way since ${say.day(sinceDay)}, and this clinic answers for it.`,
    remedy: "Have another clinic take the patient over, or end the course first.",
  }),
  "not-enrolled": ({ programme, party }, say) => ({
    says:
      party === "prescriber"
        ? `Your own enrolment in ${say.name("protocol", programme)} is not recorded here.`
        : `Whether this site is enrolled in ${say.name("protocol", programme)} is not known here.`,
    remedy:
      party === "prescriber"
        ? "Enrol, and record it under your account; or have an enrolled prescriber authorise."
        : "Have it handed out where the patient is treated.",
  }),
  "agreed-by-one-alone": () => ({
    says: "No other prescriber than you has agreed under their own account that isotretinoin is right here.",
    remedy: "Have a second prescriber sign in and record their agreement.",
  }),
  "record-is-open": () => ({
    says: "This clinic treats the patient: the record is open to it anyway.",
    remedy: "Open the record as usual.",
  }),
  "record-in-use": ({ sinceDay }, say) => ({
    says: `A course has been under way since ${say.day(sinceDay)}: whoever treats the patient has to see the record.`,
    remedy: "End the course first.",
  }),
};

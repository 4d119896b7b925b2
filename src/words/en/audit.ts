/** Who saw what, in plain words. */
import type { accessReaches } from "../../core/vocabulary.ts";

export const audit = {
  /** What is seen, by the operation's name in the API's description: completes `saw`. */
  operations: {
    readToday: "the list of the day",
    readDowntime: "the sheet for a day without a computer",
    findPatients: "the search for patients",
    readPatient: "the patient's page",
    readTimeline: "the record",
    decideSupply: "what a supply would come to",
    exportReport: "a report for an authority",
    exportPlanCalendarOfPatient: "the plan as a calendar",
    readAuthorisation: "a supply, by its number",
    rerunDecisions: "stored decisions, decided again",
    followChanges: "which records change, not what they say",
    readAccesses: "who saw the data",
    readAudit: "the clinic's audit trail",
    exportAudit: "the clinic's audit trail, as a file",
    verifyAudit: "whether the chain of the records holds",
    readErasure: "whether the patient may be erased",
    exportPerson: "everything about the patient, as a file",
    listStaff: "who works at the clinic",
    inviteStaff: "a link that appoints somebody",
    invitePatient: "a link into the patient’s own record",
    recoverStaff: "a link by which somebody of the staff gets back in",
    findAccount: "whose account an e-mail address is",
    readRights: "which clinics treat the patient, and who opens the record",
    importHistory: "what an import would add",
    register: "people who may be the one to register",
  },
  saw: (what: string) => `Saw ${what}`,
  /** Any question: its title follows. */
  asked: (title: string) => `Asked: ${title}`,
  /** A command that was refused with its reasons: its label follows. */
  refusedCommand: (label: string) => `Was told why not: ${label}`,
  /** By what right. */
  through: {
    "own-clinic": "as the treating clinic",
    "own-entries": "as a clinic that treated the patient before, what it wrote itself",
    "by-number": "by the number the patient showed",
    "broken-glass": "in an emergency",
    self: "as the patient",
    ward: "as parent or guardian",
    "no-relation": "before any treatment relation",
    unsigned: "without a sign-in",
  } satisfies { readonly [R in (typeof accessReaches)[number]]: string },
  refused: (what: string) => `Was refused: ${what}`,
  /** Why somebody was not let in. */
  denials: {
    "not-your-role": "the role may not do this",
    "not-your-clinic": "not appointed at this clinic",
    "no-relation": "the patient is not treated there",
    "not-home-clinic": "another clinic answers for the record",
    restricted: "the use of this record is restricted",
    "choose-role": "one of several roles was not named",
    "choose-clinic": "one of several clinics was not named",
    "unknown-patient": "no patient has this number",
  },
  opened: "Opened the record in an emergency",
  more: (count: number) => `and ${count} more`,
  /** Of what was written, as much as whoever asks does not see. */
  notShown: (count: number) => (count === 1 ? "An entry you do not see" : `${count} entries you do not see`),
  /** What happened to an account. */
  events: {
    "signed-in": "Signed in",
    "sign-in-failed": "A sign-in failed",
    "signed-out": "Signed out",
    "session-ended": "A session was ended",
    "password-changed": "The password was changed",
    "passkey-added": "A passkey was added",
    "passkey-removed": "A passkey was removed",
    "second-factor-set-up": "A second factor was set up",
    "second-factor-removed": "The second factor was removed",
    "recovery-codes-made": "Recovery codes were made",
    "recovery-code-used": "A recovery code was used",
    "account-made": "The account was made",
    "account-removed": "The account was removed",
    "link-made": "A one-time link was made",
    "recovery-link-made": "A link back into an account was made",
    "link-refused": "A one-time link was refused",
    recovered: "The account was recovered",
  },
  /** How somebody came in. */
  ways: {
    password: "by password",
    passkey: "by passkey",
    link: "by a one-time link",
    demo: "in the demo",
    "on-machine": "on the server’s own machine",
  },
};

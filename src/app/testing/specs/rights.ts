import { appointStaff } from "../../commands/appoint-staff.ts";
import { breakGlass } from "../../commands/break-glass.ts";
import { dismissStaff } from "../../commands/dismiss-staff.ts";
import { endTreatment } from "../../commands/end-treatment.ts";
import { liftRestriction } from "../../commands/lift-restriction.ts";
import { linkAccount } from "../../commands/link-account.ts";
import { restrictProcessing } from "../../commands/restrict-processing.ts";
import { shareWithGuardian } from "../../commands/share-with-guardian.ts";
import { startTreatment } from "../../commands/start-treatment.ts";
import { unlinkAccount } from "../../commands/unlink-account.ts";
import { clinic, was } from "../given.ts";
import { spec } from "../spec.ts";

const elsewhere = "pore-care";
const appointed = (account: string, role: string, sites?: readonly string[]) =>
  was(
    "staff-appointed",
    "2026-10-01",
    { account, role, ...(sites === undefined ? {} : { sites }) },
    "administrator",
  );
const dismissed = (account: string, role: string) =>
  was("staff-dismissed", "2026-11-01", { account, role }, "administrator");
const linkedAs = (account: string, as: string) =>
  was("account-linked", "2026-10-01", { account, as }, "front-desk");
const begun = (at: string, home = false) =>
  was("treatment-relation-started", "2026-10-01", { clinic: at, home }, "front-desk");
const over = (at: string) => was("treatment-relation-ended", "2026-11-01", { clinic: at }, "front-desk");
const started = was("course-started", "2026-10-05");
const authorised = {
  ...was("supply-authorised", "2026-11-20T09:00:00+09:00", {
    number: "K7QX-2M9P-4TR8",
    product: "isotroin",
    capsuleMg: 20,
    capsules: 30,
    dailyMg: 20,
    dosesPerDay: 1,
    days: 30,
    edition: "2021-12-13",
  }),
};
const restricted = was("processing-restricted", "2026-11-01", { reason: "A letter." }, "administrator");

const reason = "She has moved here.";

export const rights = [
  spec(appointStaff, {
    writes: {
      "a nurse at one site": {
        when: { account: "a1", role: "nurse", sites: ["second", "second"] },
        gives: [["staff-appointed", { account: "a1", role: "nurse", sites: ["second"] }]],
      },
      "the same nurse, now at every site": {
        given: [appointed("a1", "nurse", ["second"])],
        when: { account: "a1", role: "nurse" },
        gives: [["staff-appointed", { account: "a1", role: "nurse" }]],
      },
      "somebody who was dismissed": {
        given: [appointed("a1", "nurse"), dismissed("a1", "nurse")],
        when: { account: "a1", role: "nurse" },
        gives: [["staff-appointed", { account: "a1", role: "nurse" }]],
      },
    },
    refuses: {
      "a site that the clinic does not have": {
        when: { account: "a1", role: "nurse", sites: ["third"] },
        gives: ["unknown-id", { field: "site", given: "third" }],
      },
      "a prescriber": {
        when: { account: "a1", role: "nurse" },
        by: "prescriber",
        gives: ["not-your-word", { needed: ["administrator"] }],
      },
    },
    quiet: {
      "about an appointment that stands": {
        given: [appointed("a1", "nurse", ["first", "second"])],
        when: { account: "a1", role: "nurse", sites: ["second", "first"] },
      },
    },
  }),
  spec(dismissStaff, {
    writes: {
      "that a nurse no longer works here": {
        given: [appointed("a1", "nurse"), appointed("a1", "designee")],
        when: { account: "a1", role: "nurse" },
        gives: [["staff-dismissed", { account: "a1", role: "nurse" }]],
      },
      "that one of two administrators goes": {
        given: [appointed("a1", "administrator"), appointed("a2", "administrator")],
        when: { account: "a1", role: "administrator" },
        gives: [["staff-dismissed", { account: "a1", role: "administrator" }]],
      },
    },
    refuses: {
      "the last administrator": {
        given: [
          appointed("a1", "administrator"),
          appointed("a2", "administrator"),
          dismissed("a2", "administrator"),
        ],
        when: { account: "a1", role: "administrator" },
        gives: ["last-administrator"],
      },
      "a role that nobody was appointed to": {
        given: [appointed("a1", "nurse")],
        when: { account: "a1", role: "pharmacist" },
        gives: ["not-appointed", { appointed: "pharmacist" }],
      },
    },
    quiet: {
      "about somebody who was dismissed": {
        given: [appointed("a1", "nurse"), dismissed("a1", "nurse")],
        when: { account: "a1", role: "nurse" },
      },
    },
  }),
  spec(linkAccount, {
    writes: {
      "the patient's own account": {
        when: { account: "p1", as: "patient" },
        by: "front-desk",
        gives: [["account-linked", { account: "p1", as: "patient" }]],
      },
      "both parents": {
        given: [linkedAs("p1", "patient"), linkedAs("g1", "guardian")],
        when: { account: "g2", as: "guardian" },
        gives: [["account-linked", { account: "g2", as: "guardian" }]],
      },
    },
    refuses: {
      "a second account as the patient's": {
        given: [linkedAs("p1", "patient")],
        when: { account: "p2", as: "patient" },
        gives: ["linked-already", { as: "patient" }],
      },
      "the patient as their own guardian": {
        given: [linkedAs("p1", "patient")],
        when: { account: "p1", as: "guardian" },
        gives: ["linked-already", { as: "patient" }],
      },
      "one's own account": {
        when: { account: "test-nurse", as: "guardian" },
        by: "nurse",
        gives: ["own-account"],
      },
    },
    quiet: {
      "about a link that stands": {
        given: [linkedAs("g1", "guardian")],
        when: { account: "g1", as: "guardian" },
      },
    },
  }),
  spec(unlinkAccount, {
    writes: {
      "that an account no longer opens the record": {
        given: [linkedAs("g1", "guardian")],
        when: { account: "g1" },
        gives: [["account-unlinked", { account: "g1" }]],
      },
    },
    refuses: {
      "an account that never did": { when: { account: "g1" }, gives: ["not-linked"] },
    },
    quiet: {
      "about one that was taken back": {
        given: [
          linkedAs("g1", "guardian"),
          was("account-unlinked", "2026-11-01", { account: "g1" }, "front-desk"),
        ],
        when: { account: "g1" },
      },
    },
  }),
  spec(startTreatment, {
    writes: {
      "that another clinic treats the patient too": {
        when: { reason },
        acting: elsewhere,
        gives: [["treatment-relation-started", { clinic: elsewhere, home: false, reason }]],
      },
      "that another clinic takes the patient over": {
        given: [started],
        when: { reason, home: true },
        acting: elsewhere,
        gives: [["treatment-relation-started", { clinic: elsewhere, home: true, reason }]],
      },
      "that a clinic that treats the patient too takes over": {
        given: [begun(elsewhere)],
        when: { reason, home: true },
        acting: elsewhere,
        gives: [["treatment-relation-started", { clinic: elsewhere, home: true, reason }]],
      },
      "that whoever begins takes over, where the home clinic has gone": {
        given: [over(clinic)],
        when: { reason },
        acting: elsewhere,
        gives: [["treatment-relation-started", { clinic: elsewhere, home: true, reason }]],
      },
      "that the home clinic treats the patient again": {
        given: [over(clinic)],
        when: { reason },
        gives: [["treatment-relation-started", { clinic, home: false, reason }]],
      },
    },
    refuses: {
      "to take over while an authorisation is open": {
        given: [started, authorised],
        when: { reason, home: true },
        acting: elsewhere,
        gives: ["authorisation-open", {}],
      },
      "a pharmacist": { when: { reason }, by: "pharmacist", acting: elsewhere, gives: ["not-your-word"] },
    },
    quiet: {
      "about a clinic that treats the patient": { when: { reason } },
      "about a clinic that treats the patient too": {
        given: [begun(elsewhere)],
        when: { reason },
        acting: elsewhere,
      },
      "about the home clinic taking over": { when: { reason, home: true } },
    },
  }),
  spec(endTreatment, {
    writes: {
      "that the home clinic goes": { when: {}, gives: [["treatment-relation-ended", { clinic }]] },
      "that it goes during a course that another clinic has taken over": {
        given: [started, begun(elsewhere, true)],
        when: {},
        acting: clinic,
        gives: [["treatment-relation-ended", { clinic }]],
      },
      "that another clinic goes, whatever is under way": {
        given: [started, authorised, begun(elsewhere)],
        when: {},
        acting: elsewhere,
        gives: [["treatment-relation-ended", { clinic: elsewhere }]],
      },
    },
    refuses: {
      "that the home clinic goes during a course": {
        given: [started],
        when: {},
        gives: ["hand-over-first"],
      },
      "that it goes while an authorisation is open": {
        given: [authorised],
        when: {},
        gives: ["authorisation-open"],
      },
    },
    quiet: {
      "about a clinic that has gone": { given: [over(clinic)], when: {} },
      "about a clinic that never treated the patient": { when: {}, acting: elsewhere },
    },
  }),
  spec(breakGlass, {
    writes: {
      "who opened the record, from where and why": {
        when: { reason: "Unconscious in the emergency room." },
        by: "nurse",
        acting: elsewhere,
        gives: [
          [
            "glass-broken",
            { account: "test-nurse", clinic: elsewhere, reason: "Unconscious in the emergency room." },
          ],
        ],
      },
      "that a restricted record was opened, though the clinic treats the patient": {
        given: [restricted],
        when: { reason: "An overdose." },
        gives: [["glass-broken", { clinic }]],
      },
    },
    refuses: {
      "a clinic to which the record is open": { when: { reason: "In a hurry." }, gives: ["record-is-open"] },
      "the front desk": {
        when: { reason: "A telephone call." },
        by: "front-desk",
        acting: elsewhere,
        gives: ["not-your-word"],
      },
    },
    quiet: { never: "every opening stands with its own reason" },
  }),
  spec(shareWithGuardian, {
    writes: {
      "what the minor shows": {
        when: { topics: ["mood", "contraception", "mood"] },
        gives: [["shared-with-guardian", { topics: ["contraception", "mood"] }]],
      },
      "that nothing is shown any more": {
        given: [was("shared-with-guardian", "2026-11-01", { topics: ["mood"] }, "patient")],
        when: { topics: [] },
        gives: [["shared-with-guardian", { topics: [] }]],
      },
    },
    refuses: {
      "a parent, who would show it to themselves": {
        when: { topics: ["mood"] },
        by: "guardian",
        gives: ["not-your-word", { needed: ["patient"] }],
      },
    },
    quiet: {
      "about nothing, where nothing was shared": { when: { topics: [] } },
      "about what is shared": {
        given: [was("shared-with-guardian", "2026-11-01", { topics: ["contraception", "mood"] }, "patient")],
        when: { topics: ["mood", "contraception"] },
      },
    },
  }),
  spec(restrictProcessing, {
    writes: {
      "the patient's wish": {
        when: { reason: "A letter of 19 November." },
        gives: [["processing-restricted", { reason: "A letter of 19 November." }]],
      },
    },
    refuses: {
      "during a course": { given: [started], when: { reason: "A letter." }, gives: ["record-in-use"] },
      "while an authorisation is open": {
        given: [authorised],
        when: { reason: "A letter." },
        gives: ["authorisation-open"],
      },
    },
    quiet: { "about a record that is restricted": { given: [restricted], when: { reason: "Again." } } },
  }),
  spec(liftRestriction, {
    writes: {
      "that the record may be used again": {
        given: [restricted],
        when: { reason: "She comes back." },
        gives: [["restriction-lifted", { reason: "She comes back." }]],
      },
    },
    refuses: {
      "a nurse": { given: [restricted], when: { reason: "x" }, by: "nurse", gives: ["not-your-word"] },
    },
    quiet: { "about a record that is not restricted": { when: { reason: "x" } } },
  }),
];

/** Who may see and do what, and who saw what, as lines of a timeline. */
import type { privateTopics } from "../../core/vocabulary.ts";
import type { AccessWords } from "../record-words.ts";
import { count } from "./grammar.ts";
import { roles } from "./terms.ts";

export const accessEntries: AccessWords = {
  "staff-appointed": ({ role, sites }, say) =>
    `Appointed: ${roles[role]}${sites === undefined ? "" : `, at ${say.list(sites)}`}`,
  "staff-dismissed": ({ role }) => `No longer appointed: ${roles[role]}`,
  "account-linked": ({ as }) => `Account given to the ${as === "patient" ? "patient" : "parent or guardian"}`,
  "account-unlinked": () => "Account taken back",
  "shared-with-guardian": ({ topics }, say) =>
    topics.length === 0
      ? "Nothing private is shared with the parent or guardian"
      : `Shared with the parent or guardian: ${say.list(topics.map((topic) => topicNames[topic]))}`,
  "treatment-relation-started": ({ clinic, home, reason }, say) => {
    const name = say.name("protocol", clinic);
    const began = home ? `Treatment taken over by ${name}` : `Treated at ${name} too`;
    return reason === undefined ? began : `${began}: “${reason}”`;
  },
  "treatment-relation-ended": ({ clinic }, say) => `No longer treated at ${say.name("protocol", clinic)}`,
  "glass-broken": ({ clinic, reason }, say) =>
    `Opened in an emergency from ${say.name("protocol", clinic)}: “${reason}”`,
  "processing-restricted": () => "Use of the data restricted",
  "restriction-lifted": () => "Restriction of use lifted",
  "person-data-read": ({ operation, patients }, say) =>
    `Looked at (${operation})${patients === undefined ? "" : `, ${count(say, patients, "patient")}`}`,
  "access-refused": ({ operation }) => `Access refused (${operation})`,
  "account-event": ({ event }) => `Account: ${event}`,
};

const topicNames: { readonly [T in (typeof privateTopics)[number]]: string } = {
  contraception: "contraception",
  "sexual-history": "sexual history",
  mood: "mood",
};

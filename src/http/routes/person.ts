/** What a person may ask for of their data: all of it, and that what is private of it is erased. */

import { z } from "zod";
import { readRoute } from "../../app/authorisation-number.ts";
import { eraseWherePermitted } from "../../app/erase-person.ts";
import { erasureCheck } from "../../app/erasure.ts";
import { personOf } from "../../app/people.ts";
import { exportPerson } from "../../app/person-export.ts";
import { erasedShape, erasureShape } from "../../app/views/erasure-shapes.ts";
import { dayText } from "../../core/calendar.ts";
import { placeOf } from "../../core/place.ts";
import { type Refusal, refuse } from "../../core/refusal.ts";
import type { Erasure } from "../../ledger/keys.ts";
import { renderRefusal } from "../../words/refusals.ts";
import { readJson } from "../body/body.ts";
import { examples } from "../openapi/examples.ts";
import { doesNotFit, Problem, refused, type Told } from "../problem.ts";
import { json } from "../reply.ts";
import { type Api, type Route, route } from "../route.ts";
import { personExportShape } from "../shapes.ts";
import { namesOf } from "./accesses.ts";
import { clinicOfPatient, metaOf, patientOf, told, unknownPatient } from "./given.ts";

const confirmation = z.strictObject({
  confirm: z
    .string()
    .max(40)
    .describe("The patient's number, typed again: nothing brings back what is erased."),
});

export const personRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/api/patients/{patient}/export",
    operationId: "exportPerson",
    access: { doing: "export-person", of: "patient" },
    tag: "Patients",
    summary: "Everything that is known of a patient, as one file",
    says: "The entries are an Isoward record that can be imported elsewhere. Beside them stand who wrote each, names, notes and documents, stored decisions with the digests of the knowledge they read, and who saw what. `sha256` is over the canonical JSON (RFC 8785) of all the rest. Of a record whose use is restricted only the patient takes one.",
    answers: {
      200: {
        says: "The file.",
        schema: personExportShape,
        headers: ["Content-Disposition"],
        example: examples.personExport,
      },
    },
    problems: [],
    notFound: true,
    async handle(c, api) {
      const patient = patientOf(c, api);
      if (patient instanceof Problem) return patient;
      const file = await exportPerson(api.practice, patient, namesOf(api));
      return file === undefined
        ? unknownPatient(patient, api)
        : json(file, { "Content-Disposition": `attachment; filename="isoward-${patient}.json"` });
    },
  }),
  route({
    method: "get",
    path: "/api/patients/{patient}/erasure",
    operationId: "readErasure",
    access: { doing: "erase-person", of: "patient" },
    tag: "Patients",
    summary: "Whether a patient may be erased, and what stands against it",
    says: "Erasing destroys the key of what is private: names, words and documents cannot be read again, here or in any backup. What is coded stays, and says of nobody whose it is. Of somebody who was erased it gives the proof.",
    answers: { 200: { says: "How it stands.", schema: erasureShape, example: examples.erasure } },
    problems: [],
    notFound: true,
    async handle(c, api) {
      const patient = patientOf(c, api);
      if (patient instanceof Problem) return patient;
      const check = await erasureCheck(api.practice, patient);
      if (check === undefined) return unknownPatient(patient, api);
      const { state, refusals, kept } = check;
      const { erased } = state.personal;
      // Once it was written down, asking again gives the first proof, and completes what was cut off.
      const proof = erased ? proofOf(await api.practice.ledger.erase(state.stream)) : null;
      return json({
        patient,
        erased,
        may: !erased && refusals.length === 0,
        restricted: state.history.restricted,
        against: erased ? [] : refusals.map((one) => said(one, told(api.practice, state.clinic))),
        kept:
          kept === undefined
            ? null
            : { years: kept.years, lastDay: dayText(kept.lastDay), untilDay: dayText(kept.untilDay) },
        proof,
      });
    },
  }),
  route({
    method: "post",
    path: "/api/patients/{patient}/erase-person",
    operationId: "erasePerson",
    access: { doing: "erase-person", of: "patient" },
    tag: "Patients",
    summary: "Erase what is private of a patient, for good",
    says: "Refused during a course, while its last capsule binds, with an open pregnancy, and until the longer of the set and the signed retention has run. Done again it gives the first proof. Accounts that opened the record are unlinked, and those with no other right are removed.",
    writes: "repeatable",
    body: { schema: confirmation, example: { confirm: "K7QX2M9P" } },
    answers: { 200: { says: "It is done; the proof.", schema: erasedShape, example: examples.erased } },
    problems: [],
    notFound: true,
    refuses: true,
    async handle(c, api, _query, entered) {
      const { practice } = api;
      const patient = patientOf(c, api);
      if (patient instanceof Problem) return patient;
      const meta = metaOf(c, api, undefined, undefined, entered);
      if (meta instanceof Problem) return meta;
      const body = await readJson(c);
      if (body instanceof Problem) return body;
      const read = confirmation.safeParse(body.value);
      if (!read.success)
        return doesNotFit(
          read.error.issues.map(({ path, message }) => ({ at: placeOf(path), says: message })),
        );
      const tell = told(practice, await clinicOfPatient(practice, patient));
      const { by } = meta;
      if (by.role !== "administrator")
        return refused(refuse("not-your-word", { role: by.role, needed: ["administrator"] }), tell);
      const { confirm } = read.data;
      if (readRoute(confirm) !== patient)
        return refused(refuse("erase-not-confirmed", { typed: confirm }), tell);
      const erased = await eraseWherePermitted(practice, patient, by);
      if (erased === undefined) return unknownPatient(patient, api);
      if (erased.is === "refused") return refused(erased.refusals[0] as Refusal, tell);
      await forgetAccounts(api, erased.accounts);
      return json({ patient, proof: proofOf(erased.proof) });
    },
  }),
];

/** Accounts that were there for this record alone hold a name and an address of somebody who was erased. */
async function forgetAccounts({ accounts, practice }: Api, unlinked: readonly string[]): Promise<void> {
  for (const account of unlinked) {
    const person = await personOf(practice, account);
    if (person.appointments.length === 0 && person.links.length === 0) await accounts?.remove(account);
  }
}

function said(refusal: Refusal, { knowledge, zone }: Told) {
  const { en, ja } = renderRefusal(refusal, knowledge, zone);
  return {
    id: refusal.refused,
    text: { en: en.says, ja: ja.says },
    remedy: { en: en.remedy, ja: ja.remedy },
  };
}

function proofOf({ number, stream, erasedAt, keyHash, hash }: Erasure) {
  return { number, stream, erasedAt, keyHash, hash };
}

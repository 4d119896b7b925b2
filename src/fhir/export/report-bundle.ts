/**
 * A report as FHIR R4: a collection with the event, the person without name or number, the medicine taken and the tests.
 * Codes only where the sources have them; what has none is said in words.
 */
import type {
  AdverseEvent,
  Bundle,
  FhirResource,
  MedicationStatement,
  Observation,
  Patient,
} from "fhir/r4.js";
import { atText, type Day, dayOf, dayText } from "../../core/calendar.ts";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import { suppliedBefore, treatedDays } from "../../core/questions/report/treatment-lines.ts";
import {
  knownDayOf,
  type ReportKind,
  type ReportOutcome,
  reportedEvents,
} from "../../core/questions/report.ts";
import type { Record } from "../../core/record.ts";

/** What the reporter adds to the record. */
export interface ReportTold {
  readonly kind: ReportKind;
  readonly serious?: boolean;
  readonly outcome?: ReportOutcome;
}

/** Undefined where nothing of that kind is on record. */
export function reportBundle(record: Record, told: ReportTold, knowledge: Knowledge): Bundle | undefined {
  const events = reportedEvents(record, told.kind, knowledge);
  if (events.length === 0) return undefined;
  const textOf = (symptom: string | undefined) =>
    symptom === undefined ? eventWords[told.kind] : (knowledge.symptoms[symptom]?.name.en ?? otherSymptom);
  const knownDay = knownDayOf(record, told.kind, knowledge) ?? dayOf(record.asOf.at, record.asOf.zone);
  const medicine = medicationStatement(record, knowledge, knownDay);
  const resources: FhirResource[] = [
    ...events.map(({ day, symptom }, index) =>
      adverseEvent(`event-${index + 1}`, day, textOf(symptom), told),
    ),
    person(record),
    medicine,
    ...(told.kind === "pregnancy-exposure" ? tests(record) : []),
  ];
  return {
    resourceType: "Bundle",
    type: "collection",
    timestamp: atText(record.asOf.at),
    entry: resources.map((resource) => ({ fullUrl: urlOf(resource.id ?? ""), resource })),
  };
}

/** Events that are no symptom of the list. */
const eventWords: { readonly [K in ReportKind]: string } = {
  "pregnancy-exposure": "Exposure to isotretinoin in pregnancy",
  "adverse-event": "Change of mood or thoughts of self-harm",
};

/** What somebody wrote in their own words stays here: it may name them. */
const otherSymptom = "A symptom outside the list";

/** Entries refer to each other within the bundle, under names that mean nothing outside it. */
function urlOf(id: string): string {
  return `https://isoward.invalid/report/${id}`;
}
const to = (id: string) => ({ reference: urlOf(id) });

const outcomes: { readonly [O in ReportOutcome]: string } = {
  recovered: "resolved",
  "recovered-with-sequelae": "resolvedWithSequelae",
  recovering: "recovering",
  "not-recovered": "ongoing",
  fatal: "fatal",
  unknown: "unknown",
};

function adverseEvent(id: string, day: Day, text: string, { serious, outcome }: ReportTold): AdverseEvent {
  return {
    resourceType: "AdverseEvent",
    id,
    actuality: "actual",
    event: { text },
    subject: to("patient"),
    detected: dayText(day),
    suspectEntity: [{ instance: to("medicine") }],
    ...(serious === undefined
      ? {}
      : {
          seriousness: {
            coding: [
              {
                system: "http://terminology.hl7.org/CodeSystem/adverse-event-seriousness",
                code: serious ? "serious" : "non-serious",
              },
            ],
          },
        }),
    ...(outcome === undefined
      ? {}
      : {
          outcome: {
            coding: [
              {
                system: "http://terminology.hl7.org/CodeSystem/adverse-event-outcome",
                code: outcomes[outcome],
              },
            ],
          },
        }),
  };
}

/** The year of birth alone: a report does not need the day, and nobody is named. */
function person({ birthDate }: Record): Patient {
  return {
    resourceType: "Patient",
    id: "patient",
    ...(birthDate === undefined ? {} : { birthDate: dayText(birthDate).slice(0, 4) }),
  };
}

function medicationStatement(
  record: Record,
  { ingredient, products }: Knowledge,
  knownDay: Day,
): MedicationStatement {
  const { firstDay, lastDay } = treatedDays(record, knownDay);
  const latest = suppliedBefore(record, knownDay)?.body;
  const product = latest?.product === undefined ? undefined : products[latest.product];
  const atc = ingredient.codes.find(({ system }) => system === "atc");
  const isTaken = record.supplies.length > 0 && record.heldDay === undefined;
  return {
    resourceType: "MedicationStatement",
    id: "medicine",
    status: lastDay !== undefined ? "completed" : isTaken ? "active" : "unknown",
    medicationCodeableConcept: {
      ...(atc === undefined ? {} : { coding: [{ system: "http://www.whocc.no/atc", code: atc.code }] }),
      text: product === undefined ? "isotretinoin" : `isotretinoin (${product.name.en})`,
    },
    subject: to("patient"),
    ...(firstDay === undefined
      ? {}
      : {
          effectivePeriod: {
            start: dayText(firstDay),
            ...(lastDay === undefined ? {} : { end: dayText(lastDay) }),
          },
        }),
    ...(latest?.dailyMg === undefined ? {} : { dosage: [{ text: `${latest.dailyMg} mg a day` }] }),
  };
}

const loinc = "http://loinc.org";
const hcg = { urine: "2106-3", serum: "2118-8" } as const;

function tests(record: Record): Observation[] {
  return record.tests
    .filter(({ result }) => result !== undefined)
    .map(({ id, day, result }, index) => {
      const { specimen } =
        record.of("pregnancy-test-collected").findLast(({ body }) => body.test === id)?.body ?? {};
      return {
        resourceType: "Observation",
        id: `test-${index + 1}`,
        status: "final",
        code: {
          ...(specimen === undefined ? {} : { coding: [{ system: loinc, code: hcg[specimen] }] }),
          text: "Pregnancy test",
        },
        subject: to("patient"),
        effectiveDateTime: dayText(day),
        valueCodeableConcept: { text: result ?? "" },
      };
    });
}

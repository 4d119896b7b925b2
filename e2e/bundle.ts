/** A small FHIR R4 Bundle: a patient, an order, a weight, and something that no decision uses. */
const subject = { reference: "Patient/p" };
const loinc = "http://loinc.org";

export const bundle = {
  resourceType: "Bundle",
  type: "collection",
  entry: [
    { resource: { resourceType: "Patient", id: "p", birthDate: "2000-02-02", gender: "female" } },
    {
      resource: {
        resourceType: "MedicationRequest",
        id: "order",
        status: "active",
        intent: "order",
        subject,
        authoredOn: "2026-11-20",
        medicationCodeableConcept: {
          coding: [
            {
              system: "http://www.nlm.nih.gov/research/umls/rxnorm",
              code: "197844",
              display: "isotretinoin 20 MG Oral Capsule",
            },
          ],
        },
        dosageInstruction: [
          {
            timing: { repeat: { frequency: 2, period: 1, periodUnit: "d" } },
            doseAndRate: [
              {
                doseQuantity: {
                  value: 1,
                  unit: "capsule",
                  system: "http://unitsofmeasure.org",
                  code: "{capsule}",
                },
              },
            ],
          },
        ],
        dispenseRequest: {
          numberOfRepeatsAllowed: 0,
          expectedSupplyDuration: { value: 30, unit: "d", system: "http://unitsofmeasure.org", code: "d" },
        },
      },
    },
    {
      resource: {
        resourceType: "Observation",
        id: "weight",
        status: "final",
        subject,
        code: { coding: [{ system: loinc, code: "29463-7" }] },
        effectiveDateTime: "2026-11-19",
        valueQuantity: { value: 58, unit: "kg", system: "http://unitsofmeasure.org", code: "kg" },
      },
    },
    { resource: { resourceType: "Coverage", id: "insurance", status: "active", beneficiary: subject } },
  ],
};

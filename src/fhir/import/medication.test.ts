import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar.ts";
import { snomed } from "../codes.ts";
import { concept, importing, importingOne, rxnorm, ucum } from "../fixture.ts";

const ndc = "http://hl7.org/fhir/sid/ndc";
const atc = "http://www.whocc.no/atc";
const drugForm = "http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm";
const abbreviation = "http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation";
const isotretinoin20 = concept(rxnorm, "197844");
const capsules = (value: number) => ({ value, system: drugForm, code: "CAP" });
const mg = (value: number) => ({ value, system: ucum, code: "mg" });
const days = (value: number) => ({ value, system: ucum, code: "d" });
const daily = (frequency: number) => ({ repeat: { frequency, period: 1, periodUnit: "d" } });
const dosage = (doseQuantity: object, timing: object, more: object = {}) => ({
  timing,
  doseAndRate: [{ doseQuantity }],
  ...more,
});
const tookIsotretinoin = { type: "prior-therapy-recorded", body: { agent: "isotretinoin" } };
const request = {
  resourceType: "MedicationRequest",
  status: "active",
  intent: "order",
  authoredOn: "2026-03-01",
};
const ordered = (fields: object) =>
  importingOne({ ...request, medicationCodeableConcept: isotretinoin20, ...fields });
const order = (fields: object) => ordered(fields).orders[0];

describe("an order for isotretinoin", () => {
  test("becomes a question named by its resource", () => {
    const one = ordered({
      dosageInstruction: [dosage(mg(20), daily(2))],
      dispenseRequest: { quantity: capsules(60), numberOfRepeatsAllowed: 1 },
    });
    expect(one.orders).toEqual([
      { order: "r", capsuleMg: 20, capsules: 60, dailyMg: 40, dosesPerDay: 2, days: 30, refills: 1 },
    ]);
    expect(one).toMatchObject({ found: [], became: ["order"], leftAside: undefined });
  });

  test("that says little leaves everything else unknown, and has no refills", () => {
    expect(order({ intent: "plan" })).toEqual({ order: "r", capsuleMg: 20, refills: 0 });
  });

  test("by ingredient is of unknown strength, whatever the display says and whoever the unknown NDC is", () => {
    const medicationCodeableConcept = {
      coding: [
        { system: rxnorm, code: "6064", display: "Isotretinoin 20 MG Oral Capsule" },
        { system: ndc, code: "0245-0571-01" },
      ],
    };
    const dispenseRequest = { quantity: capsules(90), numberOfRepeatsAllowed: 3 };
    expect(
      order({ medicationCodeableConcept, dispenseRequest, dosageInstruction: [dosage(mg(20), daily(2))] }),
    ).toEqual({
      order: "r",
      capsules: 90,
      dailyMg: 40,
      dosesPerDay: 2,
      days: 45,
      refills: 3,
    });
  });

  test.each(["10631-116-31", "10631-0116-31", "10631011631", "1063111631", "10631-116"])(
    "by the NDC %s names the product",
    (code) => {
      expect(order({ medicationCodeableConcept: concept(ndc, code) })).toMatchObject({
        product: "absorica",
        capsuleMg: 20,
        formulation: "lidose",
      });
    },
  );

  test("by the micronised code is micronised; by a shared code the formulation is unknown", () => {
    expect(order({ medicationCodeableConcept: concept(rxnorm, "2262711") })).toMatchObject({
      capsuleMg: 16,
      formulation: "micronised",
    });
    expect(order({})).not.toHaveProperty("formulation");
  });

  test("by ATC is recognised", () => {
    expect(order({ medicationCodeableConcept: concept(atc, "D10BA01") })).toEqual({ order: "r", refills: 0 });
  });

  test("whose codes contradict each other in strength is of unknown strength", () => {
    const coding = [...isotretinoin20.coding, ...concept(rxnorm, "197845").coding];
    expect(order({ medicationCodeableConcept: { coding } })).toEqual({ order: "r", refills: 0 });
  });

  test("may name a contained Medication, one of the import, or its ingredient", () => {
    const medicationCodeableConcept = undefined;
    const contained = [{ resourceType: "Medication", id: "m", code: isotretinoin20 }];
    expect(
      order({ medicationCodeableConcept, contained, medicationReference: { reference: "#m" } }),
    ).toMatchObject({ capsuleMg: 20 });
    const { orders, account } = importing([
      { resourceType: "Medication", id: "m", ingredient: [{ itemCodeableConcept: concept(rxnorm, "6064") }] },
      {
        ...request,
        id: "r",
        subject: { reference: "Patient/p" },
        medicationReference: { reference: "Medication/m" },
      },
    ]);
    expect(orders).toEqual([{ order: "r", refills: 0 }]);
    expect(account[1]).toMatchObject({ leftAside: { reason: "used-by-reference" } });
  });

  test.each([
    "order",
    "plan",
    "proposal",
    "original-order",
    "instance-order",
    "reflex-order",
    "filler-order",
  ])("with the intent %s is judged", (intent) => {
    expect(ordered({ intent, status: "draft" }).orders).toHaveLength(1);
  });

  test.each([
    [{ intent: "option" }, "not-an-order"],
    [{ intent: undefined }, "not-an-order"],
    [{ status: "cancelled" }, "status"],
    [{ status: "completed", intent: "option" }, "not-an-order"],
    [{ status: "entered-in-error" }, "entered-in-error"],
    [{ doNotPerform: true }, "do-not-perform"],
    [{ medicationCodeableConcept: undefined }, "no-code"],
  ])("with %j orders nothing", (fields, reason) => {
    expect(ordered(fields)).toMatchObject({ orders: [], found: [], leftAside: { reason } });
  });

  test.each(["completed", "stopped", "on-hold", "unknown", undefined])(
    "with the status %s orders nothing, and is an earlier treatment",
    (status) => {
      const one = ordered({ status });
      expect(one).toMatchObject({ orders: [], leftAside: { reason: "isotretinoin-not-an-order" } });
      expect(one.found).toEqual([tookIsotretinoin]);
      expect(one.entries[0]?.happened).toEqual({ day: day("2026-03-01") });
      expect(ordered({ status, authoredOn: undefined }).undated).toEqual([
        { ...tookIsotretinoin, resource: "MedicationRequest/r" },
      ]);
    },
  );

  test("carries what it is for: the worst of several reasons, else the words", () => {
    const acne = concept("http://hl7.org/fhir/sid/icd-10-cm", "L70.0");
    const lupus = concept(snomed, "52042003", "Lupus nephritis");
    expect(order({ reasonCode: [acne, lupus] })?.indication).toEqual({
      id: "lupus-nephritis",
      text: "Lupus nephritis",
    });
    expect(order({ reasonCode: [acne] })?.indication).toMatchObject({ id: "acne-severe" });
    expect(order({ reasonCode: [{ text: "big pores" }] })?.indication).toEqual({ text: "big pores" });
    expect(order({ reasonCode: [concept("x", "L70.0")] })?.indication).toEqual({ text: "x|L70.0" });
    const contained = [{ resourceType: "Condition", id: "c", code: acne }];
    expect(order({ contained, reasonReference: [{ reference: "#c" }] })?.indication).toMatchObject({
      id: "acne-severe",
    });
  });
});

describe("the amount of an order", () => {
  const requested = (dispenseRequest: object) => order({ dispenseRequest });

  test.each([
    { value: 90 },
    { value: 90, system: ucum, code: "1" },
    { value: 90, unit: "each" },
    { value: 90, unit: "EA" },
    { value: 90, system: ucum, code: "{each}" },
    { value: 90, unit: "Caps" },
    { value: 90, unit: "Tablets" },
    {
      value: 90,
      unit: "Capsule",
      system: "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl",
      code: "C48480",
    },
  ])("%j is read as capsules", (quantity) => {
    expect(requested({ quantity })).toEqual({ order: "r", capsuleMg: 20, capsules: 90, refills: 0 });
  });

  test.each([
    [{ value: 90, unit: "mL" }, "90 mL"],
    [{ value: 2, system: ucum, code: "{box}" }, "2 {box}"],
    [{ value: 90, unit: "capsule", system: ucum, code: "mg" }, "90 capsule"],
    [{ ...capsules(90), comparator: ">" }, "> 90 CAP"],
    [{ ...capsules(0) }, "0 CAP"],
    [{ value: "ninety", unit: "capsules" }, "ninety capsules"],
    [{}, "?"],
    [[capsules(90)], "?"],
  ])("%j is not, and is named in its own words", (quantity, written) => {
    expect(requested({ quantity })).toEqual({
      order: "r",
      capsuleMg: 20,
      refills: 0,
      unread: [`quantity: ${written}`],
    });
  });

  test("has the repeats that stand there as a number or as text; others are named", () => {
    expect(requested({ numberOfRepeatsAllowed: "3" })).toEqual({ order: "r", capsuleMg: 20, refills: 3 });
    expect(requested({ numberOfRepeatsAllowed: "several" })).toMatchObject({
      refills: 0,
      unread: ["numberOfRepeatsAllowed: several"],
    });
    for (const odd of [-1, {}, true]) {
      expect(requested({ numberOfRepeatsAllowed: odd })?.unread).toHaveLength(1);
    }
    expect(requested({ numberOfRepeatsAllowed: null })).not.toHaveProperty("unread");
  });

  test("has the duration in a unit of time; others are named", () => {
    expect(requested({ expectedSupplyDuration: days(30) })).not.toHaveProperty("unread");
    expect(
      requested({ expectedSupplyDuration: { value: 30 }, quantity: { value: 1, unit: "box" } }),
    ).toMatchObject({ unread: ["quantity: 1 box", "expectedSupplyDuration: 30"] });
  });
});

describe("a dose", () => {
  const dose = (...dosageInstruction: object[]) => order({ dosageInstruction });

  test.each([
    ["twice a day", daily(2), 40, 2],
    ["BID by code", { code: concept(abbreviation, "BID") }, 40, 2],
    ["every 12 hours", { repeat: { frequency: 1, period: 12, periodUnit: "h" } }, 40, 2],
    ["every 8 hours, with the frequency understood", { repeat: { period: 8, periodUnit: "h" } }, 60, 3],
    ["once every two days", { repeat: { frequency: 1, period: 2, periodUnit: "d" } }, 10, 0.5],
    ["7 times a week", { repeat: { frequency: 7, period: 1, periodUnit: "wk" } }, 20, 1],
    ["at 8 and 20 o'clock", { repeat: { timeOfDay: ["08:00:00", "20:00:00"] } }, 40, 2],
  ])("of 20 mg %s is read", (_, timing, dailyMg, dosesPerDay) => {
    expect(dose(dosage(mg(20), timing))).toMatchObject({ dailyMg, dosesPerDay });
  });

  test("in capsules is read where the strength is known", () => {
    expect(dose(dosage(capsules(2), daily(1)))).toMatchObject({ dailyMg: 40, dosesPerDay: 1 });
    expect(dose(dosage({ value: 2, unit: "capsule", system: ucum, code: "1" }, daily(1)))).toMatchObject({
      dailyMg: 40,
    });
    const medicationCodeableConcept = concept(rxnorm, "6064");
    expect(
      order({ medicationCodeableConcept, dosageInstruction: [dosage(capsules(2), daily(1))] }),
    ).not.toHaveProperty("dailyMg");
  });

  test.each([
    ["as a range", { timing: daily(2), doseAndRate: [{ doseRange: { low: mg(20), high: mg(40) } }] }],
    ["per kilogram", dosage({ value: 1, system: ucum, code: "mg/kg" }, daily(1))],
    ["as needed", dosage(mg(20), daily(2), { asNeededBoolean: true })],
    [
      "up to twice a day",
      dosage(mg(20), { repeat: { frequency: 1, frequencyMax: 2, period: 1, periodUnit: "d" } }),
    ],
    [
      "on Mondays",
      dosage(mg(20), { repeat: { frequency: 1, period: 1, periodUnit: "d", dayOfWeek: ["mon"] } }),
    ],
    ["twice by code and once by repeat", dosage(mg(20), { code: concept(abbreviation, "BID"), ...daily(1) })],
    ["as two doses", { timing: daily(1), doseAndRate: [{ doseQuantity: mg(20) }, { doseQuantity: mg(40) }] }],
    ["as a limit", dosage({ ...mg(20), comparator: "<" }, daily(1))],
  ])("%s is not known", (_, instruction) => {
    expect(dose(instruction)).not.toHaveProperty("dailyMg");
  });

  test("adds up over concurrent instructions, and is unknown where one may follow the other", () => {
    const morning = dosage(mg(40), daily(1), { sequence: 1 });
    expect(dose(morning, dosage(mg(20), daily(1), { sequence: 1 }))).toMatchObject({ dailyMg: 60 });
    expect(dose(morning, dosage(mg(20), daily(1), { sequence: 2 }))).not.toHaveProperty("dailyMg");
    expect(dose(dosage(mg(40), daily(1)), dosage(mg(20), daily(1)))).not.toHaveProperty("dailyMg");
  });
});

describe("the days a supply could last", () => {
  const dosageInstruction = [dosage(mg(20), daily(2))];
  const lasting = (dispenseRequest: object, more: object = {}) =>
    order({ dosageInstruction, dispenseRequest, ...more })?.days;
  const unknownStrength = { medicationCodeableConcept: concept(rxnorm, "6064") };

  test("are what the milligrams allow", () => expect(lasting({ quantity: capsules(90) })).toBe(45));
  test("are one capsule a dose where the strength is unknown", () =>
    expect(lasting({ quantity: capsules(90) }, unknownStrength)).toBe(45));
  test("are exact where the dose itself is in capsules", () =>
    expect(
      lasting(
        { quantity: capsules(90) },
        { ...unknownStrength, dosageInstruction: [dosage(capsules(3), daily(1))] },
      ),
    ).toBe(30));
  test("are the longer of stated and counted", () => {
    expect(lasting({ quantity: capsules(90), expectedSupplyDuration: days(30) })).toBe(45);
    expect(lasting({ quantity: capsules(60), expectedSupplyDuration: days(90) })).toBe(90);
    expect(lasting({ expectedSupplyDuration: { value: 4, system: ucum, code: "wk" } })).toBe(28);
  });
  test("are unknown where neither the count nor the dose is", () => {
    expect(lasting({ quantity: { value: 60, unit: "mL" } })).toBeUndefined();
    expect(lasting({ quantity: capsules(60) }, { dosageInstruction: [] })).toBeUndefined();
  });
  test("come again with every refill, and once more after a first fill", () => {
    expect(
      order({ dispenseRequest: { numberOfRepeatsAllowed: 2, initialFill: { quantity: capsules(10) } } })
        ?.refills,
    ).toBe(3);
  });
});

describe("isotretinoin handed over", () => {
  const dispensed = (fields: object) =>
    importingOne({
      resourceType: "MedicationDispense",
      status: "completed",
      medicationCodeableConcept: isotretinoin20,
      ...fields,
    });

  test("is a supply of that day", () => {
    const one = dispensed({ whenHandedOver: "2026-03-02", quantity: capsules(60), daysSupply: days(30) });
    expect(one.found).toEqual([
      { type: "supply-dispensed", body: { capsules: 60, capsuleMg: 20, days: 30 } },
    ]);
    expect(one.entries[0]?.happened).toEqual({ day: day("2026-03-02") });
  });

  test("on no known day is no supply, but an earlier treatment: of the day it was prepared, else of none", () => {
    const prepared = dispensed({ whenPrepared: "2026-03-02", quantity: capsules(60) });
    expect(prepared).toMatchObject({ found: [tookIsotretinoin], leftAside: { reason: "no-day" } });
    expect(prepared.entries[0]?.happened).toEqual({ day: day("2026-03-02") });
    expect(dispensed({ whenHandedOver: "2026-03", quantity: capsules(60) })).toMatchObject({
      found: [],
      undated: [tookIsotretinoin],
      leftAside: { reason: "no-day" },
    });
  });

  test.each(["preparation", "in-progress", "on-hold", "cancelled", "declined"])(
    "is not what is %s",
    (status) => {
      expect(dispensed({ status, whenHandedOver: "2026-03-02" })).toMatchObject({
        found: [],
        leftAside: { reason: "status" },
      });
    },
  );

  const administered = (fields: object) =>
    importingOne({
      resourceType: "MedicationAdministration",
      status: "completed",
      medicationCodeableConcept: isotretinoin20,
      effectiveDateTime: "2026-03-02",
      dosage: { dose: capsules(2) },
      ...fields,
    });

  test("as a dose given is a dose taken, and an earlier treatment of the same day", () => {
    const one = administered({});
    expect(one.found).toEqual([{ type: "dose-taken", body: { mg: 40 } }, tookIsotretinoin]);
    expect(one.entries.map(({ happened }) => happened.day)).toEqual([day("2026-03-02"), day("2026-03-02")]);
    expect(administered({ effectiveDateTime: undefined })).toMatchObject({
      became: ["MedicationAdministration/r~undated"],
      leftAside: { reason: "no-day" },
    });
  });

  test("as a dose begun, or of an unknown amount, still is an earlier treatment; one not given is not", () => {
    for (const [fields, reason] of [
      [{ dosage: undefined }, "unreadable-value"],
      [{ status: "in-progress" }, "status"],
      [{ status: undefined }, "status"],
    ] as const) {
      expect(administered(fields)).toMatchObject({ found: [tookIsotretinoin], leftAside: { reason } });
    }
    for (const status of ["not-done", "entered-in-error"]) {
      expect(administered({ status }).found).toEqual([]);
    }
  });
});

describe("another medicine", () => {
  const doxycycline = concept(rxnorm, "3640");
  const stated = (fields: object) =>
    importingOne({
      resourceType: "MedicationStatement",
      status: "active",
      effectiveDateTime: "2026-02-01",
      ...fields,
    });
  const started = (medicine: string, coding: object[]) => ({
    type: "medicine-started",
    body: { medicine, coding },
  });

  test.each(["active", "recorded", "on-going"])("stated as %s is taken", (status) => {
    expect(stated({ status, medicationCodeableConcept: doxycycline }).found).toEqual([
      started("tetracyclines", doxycycline.coding),
    ]);
  });

  test("is known by a class of the ATC", () => {
    const sarecycline = concept(atc, "J01AA14");
    expect(stated({ medicationCodeableConcept: sarecycline }).found).toEqual([
      started("tetracyclines", sarecycline.coding),
    ]);
  });

  test("that nobody knows is recorded with its code and words", () => {
    const metformin = concept(rxnorm, "6809", "metformin");
    expect(stated({ medicationCodeableConcept: metformin }).found).toEqual([
      { type: "medicine-started", body: { coding: metformin.coding, text: "metformin" } },
    ]);
  });

  test("ordered, even in draft, is taken from the day of the order", () => {
    const one = ordered({ medicationCodeableConcept: doxycycline, status: "draft" });
    expect(one.found).toEqual([started("tetracyclines", doxycycline.coding)]);
    expect(one.entries[0]?.happened).toEqual({ day: day("2026-03-01") });
  });

  test("with a last day has ended; stated as over or stopped without one, nobody knows when, and it is left aside", () => {
    const effectivePeriod = { start: "2026-01-01", end: "2026-01-20" };
    const over = {
      status: "completed",
      effectiveDateTime: undefined,
      medicationCodeableConcept: doxycycline,
    };
    expect(
      stated({ ...over, effectivePeriod }).entries.map(({ type, happened }) => [type, happened.day]),
    ).toEqual([
      ["medicine-started", day("2026-01-01")],
      ["medicine-ended", day("2026-01-20")],
    ]);
    expect(stated(over)).toMatchObject({ found: [], leftAside: { reason: "no-longer-taken" } });
    expect(ordered({ medicationCodeableConcept: doxycycline, status: "stopped" })).toMatchObject({
      found: [],
      leftAside: { reason: "no-longer-taken" },
    });
  });

  test("of which only the swallowed form matters is no concern on the skin, and is one where the route is unknown", () => {
    const prednisone = concept(rxnorm, "8640");
    const onSkin = { route: concept(snomed, "6064005") };
    expect(stated({ medicationCodeableConcept: prednisone, dosage: [onSkin] })).toMatchObject({
      found: [],
      leftAside: { reason: "local-route" },
    });
    for (const dosage of [[], [{}], [onSkin, {}], [{ route: concept(snomed, "26643006") }]]) {
      expect(stated({ medicationCodeableConcept: prednisone, dosage }).found).toHaveLength(1);
    }
  });

  const metformin = concept(rxnorm, "6809");
  const methotrexate = concept(rxnorm, "6851");
  const warfarin = concept(rxnorm, "11289");

  test.each([{ status: "unknown" }, { status: "on-hold" }, { status: "intended" }, { status: undefined }])(
    "stated with %j is taken where it conflicts, and left aside where it does not",
    (fields) => {
      for (const [medicine, found] of [
        [doxycycline, [started("tetracyclines", doxycycline.coding)]],
        [methotrexate, [started("methotrexate", methotrexate.coding)]],
        [warfarin, []],
        [metformin, []],
      ] as const) {
        const one = stated({ ...fields, medicationCodeableConcept: medicine });
        expect(one.found).toEqual(found);
        expect(one.leftAside?.reason).toBe(found.length === 0 ? "status" : undefined);
      }
      expect(stated({ ...fields, medicationCodeableConcept: concept(rxnorm, "1000126") }).found).toEqual([]);
    },
  );

  test.each([
    [{ status: "completed" }, "no-longer-taken"],
    [{ status: "on-hold" }, "status"],
    [{ status: "unknown" }, "status"],
    [{ status: undefined }, "status"],
    [{ intent: undefined }, "not-an-order"],
  ])("ordered with %j is taken where it conflicts, and left aside where it does not", (fields, reason) => {
    const one = ordered({ ...fields, medicationCodeableConcept: doxycycline });
    expect(one.found).toEqual([started("tetracyclines", doxycycline.coding)]);
    expect(one.entries[0]?.happened).toEqual({ day: day("2026-03-01") });
    expect(one.leftAside).toBeUndefined();
    for (const medicationCodeableConcept of [warfarin, metformin]) {
      expect(ordered({ ...fields, medicationCodeableConcept })).toMatchObject({
        found: [],
        leftAside: { reason },
      });
    }
  });

  test.each([{ status: "cancelled" }, { intent: "option" }, { doNotPerform: true }])(
    "ordered with %j is not taken, even where it would conflict",
    (fields) => expect(ordered({ ...fields, medicationCodeableConcept: doxycycline }).found).toEqual([]),
  );
});

describe("isotretinoin that a statement says is or was taken", () => {
  const stated = (fields: object) =>
    importingOne({
      resourceType: "MedicationStatement",
      status: "active",
      medicationCodeableConcept: isotretinoin20,
      ...fields,
    });

  test.each(["active", "completed", "stopped", "on-hold", "unknown", "intended", undefined])(
    "with the status %s is an earlier treatment from its start",
    (status) => {
      const one = stated({ status, effectivePeriod: { start: "2025-01-10" } });
      expect(one.found).toEqual([tookIsotretinoin]);
      expect(one.entries[0]?.happened).toEqual({ day: day("2025-01-10") });
      expect(one.leftAside?.reason).toBe("isotretinoin-not-an-order");
    },
  );

  test("without a day stands undated", () => {
    expect(stated({ effectiveDateTime: "2025" })).toMatchObject({
      undated: [{ ...tookIsotretinoin, resource: "MedicationStatement/r" }],
      became: ["MedicationStatement/r~undated"],
    });
  });

  test("and is over brings the day of the last capsule; while it goes on, a planned end does not", () => {
    const effectivePeriod = { start: "2025-01-10", end: "2025-06-30" };
    for (const status of ["completed", "stopped"]) {
      expect(
        stated({ status, effectivePeriod }).entries.map(({ type, happened }) => [type, happened.day]),
      ).toEqual([
        ["prior-therapy-recorded", day("2025-01-10")],
        ["last-capsule-recorded", day("2025-06-30")],
      ]);
    }
    expect(stated({ effectivePeriod }).found).toEqual([tookIsotretinoin]);
    expect(stated({ status: "completed", effectivePeriod: { end: "2025-06-30" } })).toMatchObject({
      found: [{ type: "last-capsule-recorded" }],
      undated: [tookIsotretinoin],
    });
  });

  test.each([
    ["not-taken", "no-longer-taken"],
    ["entered-in-error", "entered-in-error"],
  ])("with the status %s was not", (status, reason) => {
    expect(stated({ status })).toMatchObject({ found: [], undated: [], leftAside: { reason } });
  });
});

describe("another medicine dispensed", () => {
  const doxycycline = concept(rxnorm, "3640");
  const dispense = {
    resourceType: "MedicationDispense",
    status: "completed",
    whenHandedOver: "2026-01-01",
    medicationCodeableConcept: doxycycline,
    subject: { reference: "Patient/p" },
  };
  const dispensed = (fields: object) => importingOne({ ...dispense, ...fields });
  const timeline = (...resources: readonly object[]) =>
    importing(resources.map((resource, place) => ({ id: `d${place}`, ...resource })))
      .entries.slice(1)
      .map(({ type, happened }) => [type, happened.day]);

  test.each(["completed", "in-progress"])("and %s is taken where it conflicts", (status) => {
    expect(dispensed({ status }).found).toEqual([
      { type: "medicine-started", body: { medicine: "tetracyclines", coding: doxycycline.coding } },
    ]);
  });

  test("without a day of handing over is taken from its preparation, else undated", () => {
    const whenHandedOver = undefined;
    expect(dispensed({ whenHandedOver, whenPrepared: "2026-01-02" }).entries[0]?.happened).toEqual({
      day: day("2026-01-02"),
    });
    expect(dispensed({ whenHandedOver, daysSupply: days(10) })).toMatchObject({
      found: [],
      undated: [{ type: "medicine-started" }],
      became: ["MedicationDispense/r~undated"],
    });
  });

  test("ends when its days are over, where they can be read and believed", () => {
    expect(timeline({ ...dispense, daysSupply: days(9.5) })).toEqual([
      ["medicine-started", day("2026-01-01")],
      ["medicine-ended", day("2026-01-11")],
    ]);
    for (const daysSupply of [{ value: 10 }, days(0), days(1e300), { ...days(10), comparator: ">" }]) {
      expect(timeline({ ...dispense, daysSupply })).toEqual([["medicine-started", day("2026-01-01")]]);
    }
  });

  test("does not end what an order, a statement or another supply says goes on", () => {
    const ends = (...others: readonly object[]) =>
      timeline({ ...dispense, daysSupply: days(10) }, ...others)
        .filter(([type]) => type === "medicine-ended")
        .map(([, on]) => on);
    const { subject, medicationCodeableConcept } = dispense;
    const order = { ...request, subject, medicationCodeableConcept, authoredOn: "2025-12-30" };
    const statement = {
      resourceType: "MedicationStatement",
      status: "active",
      subject,
      medicationCodeableConcept,
    };
    expect(ends()).toEqual([day("2026-01-11")]);
    expect(ends(order)).toEqual([]);
    expect(ends({ ...order, status: "completed" })).toEqual([day("2026-01-11")]);
    expect(ends({ ...order, status: "on-hold" })).toEqual([]);
    expect(ends(statement)).toEqual([]);
    expect(ends({ ...dispense, whenHandedOver: "2026-01-05" })).toEqual([]);
    expect(ends({ ...dispense, whenHandedOver: "2026-01-05", daysSupply: days(90) })).toEqual([
      day("2026-04-05"),
    ]);
    expect(ends({ ...order, authoredOn: "2026-02-01" })).toEqual([day("2026-01-11")]);
    expect(ends({ ...order, medicationCodeableConcept: concept(rxnorm, "6851") })).toEqual([
      day("2026-01-11"),
    ]);
  });

  test("is left aside where nobody knows it, where it only calls for advice, or on the skin", () => {
    for (const code of ["6809", "11289"]) {
      const medicationCodeableConcept = concept(rxnorm, code);
      expect(dispensed({ medicationCodeableConcept })).toMatchObject({
        found: [],
        leftAside: { reason: "only-dispensed-or-given" },
      });
      expect(dispensed({ medicationCodeableConcept, status: "in-progress" })).toMatchObject({
        leftAside: { reason: "status" },
      });
    }
    const dosageInstruction = [{ route: concept(snomed, "6064005") }];
    expect(
      dispensed({ medicationCodeableConcept: concept(rxnorm, "8640"), dosageInstruction }).found,
    ).toEqual([]);
    expect(dispensed({ status: "declined" }).leftAside).toMatchObject({ reason: "status" });
  });
});

describe("a contraceptive", () => {
  const injection = { medicationCodeableConcept: concept(rxnorm, "1000126") };
  const begun = (method: string) => ({ type: "contraception-started", body: { method } });

  test("ordered has started", () => expect(ordered(injection).found).toEqual([begun("injection")]));

  test.each([{ status: "draft" }, { intent: "plan" }, { intent: "proposal" }])(
    "only planned (%j) protects nobody",
    (fields) => {
      expect(ordered({ ...injection, ...fields })).toMatchObject({
        found: [],
        leftAside: { reason: "only-planned" },
      });
    },
  );

  test("is the narrowest that the ATC names: G03AC06 is the injection, other G03AC the pill", () => {
    expect(ordered({ medicationCodeableConcept: concept(atc, "G03AC06") }).found).toEqual([
      begun("injection"),
    ]);
    expect(ordered({ medicationCodeableConcept: concept(atc, "G03AC01") }).found).toEqual([
      begun("progestin-only-pill"),
    ]);
  });

  test("whose codes name two methods is none", () => {
    const coding = [...injection.medicationCodeableConcept.coding, { system: atc, code: "G03AC01" }];
    expect(ordered({ medicationCodeableConcept: { coding } })).toMatchObject({
      found: [],
      leftAside: { reason: "ambiguous-code" },
    });
  });

  test("stated as active with a last day ends on it", () => {
    const effectivePeriod = { start: "2026-01-01", end: "2026-02-01" };
    const one = importingOne({
      resourceType: "MedicationStatement",
      status: "active",
      effectivePeriod,
      ...injection,
    });
    expect(one.entries.map(({ type, happened }) => [type, happened.day])).toEqual([
      ["contraception-started", day("2026-01-01")],
      ["contraception-ended", day("2026-02-01")],
    ]);
  });
});

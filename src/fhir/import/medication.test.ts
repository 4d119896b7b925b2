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
    [{ status: "completed" }, "status"],
    [{ status: "on-hold" }, "status"],
    [{ status: undefined }, "status"],
    [{ status: "entered-in-error" }, "entered-in-error"],
    [{ doNotPerform: true }, "do-not-perform"],
    [{ medicationCodeableConcept: undefined }, "no-code"],
  ])("with %j orders nothing", (fields, reason) => {
    expect(ordered(fields)).toMatchObject({ orders: [], found: [], leftAside: { reason } });
  });

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
    expect(lasting({ quantity: { value: 60 } })).toBeUndefined();
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

  test("is not what was only prepared", () => {
    const one = dispensed({ whenPrepared: "2026-03-02", quantity: capsules(60) });
    expect(one).toMatchObject({
      found: [],
      undated: [{ type: "supply-dispensed" }],
      leftAside: { reason: "no-day" },
    });
  });

  test.each(["preparation", "in-progress", "cancelled", "declined"])("is not what is %s", (status) => {
    expect(dispensed({ status, whenHandedOver: "2026-03-02" })).toMatchObject({
      found: [],
      leftAside: { reason: "status" },
    });
  });

  test("as a dose given is a dose taken", () => {
    const given = {
      resourceType: "MedicationAdministration",
      status: "completed",
      medicationCodeableConcept: isotretinoin20,
    };
    const dosage = { dose: capsules(2) };
    expect(importingOne({ ...given, dosage, effectiveDateTime: "2026-03-02" }).found).toEqual([
      { type: "dose-taken", body: { mg: 40 } },
    ]);
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

  test("with a last day has ended; without one nobody knows when, and it is left aside", () => {
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

  test("that is isotretinoin itself is left aside with a reason of its own", () => {
    expect(stated({ medicationCodeableConcept: isotretinoin20 })).toMatchObject({
      found: [],
      leftAside: { reason: "isotretinoin-not-an-order" },
    });
  });

  test("dispensed once is left aside", () => {
    const dispense = {
      resourceType: "MedicationDispense",
      status: "completed",
      whenHandedOver: "2026-01-01",
    };
    expect(importingOne({ ...dispense, medicationCodeableConcept: doxycycline })).toMatchObject({
      leftAside: { reason: "only-dispensed-or-given" },
    });
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

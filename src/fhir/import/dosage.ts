/** Dosage instructions, read only as far as they are plain. What could mean two things is not known. */
import { conceptOf } from "../codes.ts";
import { field, given, type JsonObject, listAt, numberAt, objectsAt, textAt } from "../json.ts";
import { amountIn, capsulesIn } from "../quantity.ts";
import { convert, tidy } from "../units.ts";

export interface Dosing {
  readonly dosesPerDay?: number;
  readonly dailyMg?: number;
  readonly capsulesPerDay?: number;
}

const abbreviations = "http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation";
const timesPerDay: ReadonlyMap<string, number> = new Map([
  ["QD", 1],
  ["AM", 1],
  ["PM", 1],
  ["BED", 1],
  ["BID", 2],
  ["TID", 3],
  ["QID", 4],
  ["QOD", 0.5],
  ["Q4H", 6],
  ["Q6H", 4],
  ["Q8H", 3],
]);

/**
 * Several instructions add up only where all bear the same sequence number, which FHIR defines as concurrent.
 * Otherwise one may follow the other, and the daily dose is not known.
 */
export function dosingOf(dosages: readonly JsonObject[], capsuleMg: number | undefined): Dosing {
  const read = dosages.map((dosage) => oneDosage(dosage, capsuleMg));
  const first = read[0];
  if (first === undefined) return {};
  if (read.length === 1) return first;
  const sequences = new Set(dosages.map((dosage) => numberAt(dosage, "sequence")));
  if (sequences.size !== 1 || sequences.has(undefined)) return {};
  return given({
    dailyMg: sum(read.map((one) => one.dailyMg)),
    capsulesPerDay: sum(read.map((one) => one.capsulesPerDay)),
  });
}

function oneDosage(dosage: JsonObject, capsuleMg: number | undefined): Dosing {
  const asNeeded =
    field(dosage, "asNeededBoolean") === true || field(dosage, "asNeededCodeableConcept") !== undefined;
  if (asNeeded || field(dosage, "modifierExtension") !== undefined) return {};
  const dosesPerDay = dosesPerDayOf(field(dosage, "timing"));
  const dose = doseOf(dosage);
  const capsules = capsulesIn(dose);
  const mg =
    amountIn(dose, "mg") ??
    (capsules !== undefined && capsuleMg !== undefined ? capsules * capsuleMg : undefined);
  return given({
    dosesPerDay,
    dailyMg: times(mg, dosesPerDay),
    capsulesPerDay: times(capsules, dosesPerDay),
  });
}

/** The one dose; undefined for a range, or for several that may differ. */
function doseOf(dosage: JsonObject): unknown {
  const doses = objectsAt(dosage, "doseAndRate").filter(
    (one) => field(one, "doseQuantity") !== undefined || field(one, "doseRange") !== undefined,
  );
  return doses.length === 1 ? field(doses[0], "doseQuantity") : undefined;
}

/** Doses a day of a Timing; undefined where code and repeat disagree, or only some days of the week are meant. */
function dosesPerDayOf(timing: unknown): number | undefined {
  const repeat = field(timing, "repeat");
  const coded = conceptOf(field(timing, "code")).codings.find((coding) => coding.system === abbreviations);
  const byCode = coded === undefined ? undefined : timesPerDay.get(coded.code);
  const byRepeat = repeatsPerDay(repeat);
  const vague = ["frequencyMax", "periodMax", "dayOfWeek"].some((key) => field(repeat, key) !== undefined);
  if (vague || (byCode !== undefined && byRepeat !== undefined && byCode !== byRepeat)) return undefined;
  return byCode ?? byRepeat;
}

function repeatsPerDay(repeat: unknown): number | undefined {
  const period = numberAt(repeat, "period");
  const unit = textAt(repeat, "periodUnit");
  if (period !== undefined && unit !== undefined) {
    // FHIR: a period without a frequency means once in it.
    const frequency = field(repeat, "frequency") === undefined ? 1 : numberAt(repeat, "frequency");
    const days = unit === "d" || unit === "wk" || unit === "h" ? convert(period, unit, "d") : undefined;
    if (frequency === undefined || frequency <= 0 || days === undefined || days <= 0) return undefined;
    return tidy(frequency / days);
  }
  if (period !== undefined || unit !== undefined || field(repeat, "frequency") !== undefined)
    return undefined;
  const clock = listAt(repeat, "timeOfDay").length;
  const meals = listAt(repeat, "when").length;
  if (clock > 0 && meals > 0) return undefined;
  return clock + meals || undefined;
}

/**
 * The longest a quantity could last: the stated duration or what the capsules allow, whichever is longer. Where the
 * strength or the dose is not known, one capsule a dose.
 */
export function longestDays(
  stated: unknown,
  capsules: number | undefined,
  capsuleMg: number | undefined,
  dosing: Dosing,
): number | undefined {
  const duration = amountIn(stated, "d");
  const counted = capsules === undefined ? undefined : capsulesLast(capsules, capsuleMg, dosing);
  if (duration === undefined) return counted;
  return counted === undefined ? duration : Math.max(duration, counted);
}

function capsulesLast(capsules: number, capsuleMg: number | undefined, dosing: Dosing): number | undefined {
  if (capsuleMg !== undefined && dosing.dailyMg !== undefined)
    return tidy((capsules * capsuleMg) / dosing.dailyMg);
  const aDay = dosing.capsulesPerDay ?? dosing.dosesPerDay;
  return aDay === undefined ? undefined : tidy(capsules / aDay);
}

function times(amount: number | undefined, perDay: number | undefined): number | undefined {
  return amount === undefined || perDay === undefined ? undefined : tidy(amount * perDay);
}

function sum(amounts: readonly (number | undefined)[]): number | undefined {
  let total = 0;
  for (const amount of amounts) {
    if (amount === undefined) return undefined;
    total += amount;
  }
  return tidy(total);
}

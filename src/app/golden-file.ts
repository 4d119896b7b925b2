/** One file of golden examples: its shape, and the cases it holds. Read strictly; an error names file and line. */
import { z } from "zod";
import { type At, type Day, isZone, parseAt, parseDay } from "../core/calendar.ts";
import { type Entry, type EntryType, entryTypes } from "../core/entry.ts";
import { type Verdict, verdicts } from "../core/finding.ts";
import type { Finding } from "../core/judge.ts";
import { type Clinic, clinicSchema, type Knowledge } from "../core/knowledge/schema.ts";
import type { SupplyQuestion } from "../core/question.ts";
import type { UndatedFact } from "../core/record.ts";
import { type SupplyRule, supplyRules } from "../core/rules/index.ts";
import type { Setting } from "../core/setting.ts";
import { zoneOf } from "./decide-supply.ts";
import { type FileProblem, type Parsed, parseText, readRecord } from "./record-file.ts";

type RuleId = SupplyRule["id"];
type Path = readonly (string | number)[];
interface Bilingual {
  readonly en: string;
  readonly ja: string;
}

/** An example with everything it stands on, ready to be judged. */
export interface GoldenCase {
  readonly file: string;
  readonly line: number | undefined;
  readonly name: Bilingual;
  readonly question: SupplyQuestion;
  readonly entries: readonly Entry[];
  readonly undated: readonly UndatedFact[];
  readonly setting: Setting;
  readonly zone: string;
  readonly when: { readonly on: Day } | { readonly at: At };
}
export interface GoldenExample extends GoldenCase {
  readonly rule: RuleId;
  readonly expected: Expected;
}
/** A patient examples begin from: complete, so that the supply passes on its day. */
interface GoldenPatient extends GoldenCase {
  readonly id: string;
}
interface Expected {
  readonly gives: Verdict;
  readonly reason: string;
  /** The verdict of the whole supply, where the example states it. */
  readonly overall?: Verdict;
}

export interface GoldenResult extends GoldenExample {
  readonly got: { readonly gives: Verdict; readonly reason: string; readonly overall: Verdict };
  readonly finding: Finding;
}

/** One file: the protocol or clinic it is for, and what it holds. */
export interface GoldenFile {
  readonly file: string;
  readonly protocol: string;
  readonly patients: readonly GoldenPatient[];
  readonly examples: readonly GoldenExample[];
  /** The knowledge, with the fictional clinics of the file added. */
  readonly knowledge: Knowledge;
}

const words = z.string().min(1);
const dayInput = z.string().transform((text, context): Day => {
  const read = parseDay(text);
  if (read !== undefined) return read;
  context.addIssue({ code: "custom", message: `"${text}" is not a calendar day; write YYYY-MM-DD` });
  return z.NEVER;
});
const atInput = z.string().transform((text, context): At => {
  const read = parseAt(text);
  if (read !== undefined) return read;
  context.addIssue({
    code: "custom",
    message: `"${text}" is not an instant; write 2026-10-20T09:30:00-04:00`,
  });
  return z.NEVER;
});
const zoneInput = z.string().refine(isZone, "not an IANA time zone such as Asia/Tokyo");
const rawEntry = z.record(z.string(), z.unknown());

const supply = {
  product: z.string(),
  capsuleMg: z.number().positive(),
  formulation: z.enum(["conventional", "lidose", "micronised"]),
  capsules: z.number().positive(),
  dailyMg: z.number().positive(),
  dosesPerDay: z.number().positive(),
  days: z.number().positive(),
  refills: z.number().int().nonnegative(),
  unread: z.array(z.string()),
  otherOrders: z.number().int().nonnegative(),
  indication: z.strictObject({ id: z.string().optional(), text: words }),
} as const;
const proposed = z.strictObject(supply).partial();
/** Changes to a patient's supply; `null` takes a part of it away. */
const changed = z.strictObject(
  Object.fromEntries(Object.entries(supply).map(([key, schema]) => [key, schema.nullable().optional()])),
);
const what = {
  en: words,
  ja: words,
  on: dayInput.optional(),
  at: atInput.optional(),
  /** Entry types or ids that are taken away. */
  without: z.array(z.string()).default([]),
  /** Entries that are added. */
  with: z.array(rawEntry).default([]),
  /** What an import found without any day. */
  undated: z
    .array(z.strictObject({ type: z.enum(entryTypes as [EntryType, ...EntryType[]]), body: rawEntry }))
    .default([]),
  zone: zoneInput.optional(),
  clinic: z.string().optional(),
} as const;
const patientSchema = z.strictObject({
  ...what,
  /** Another patient of the file, further changed. */
  like: z.string().optional(),
  supply: changed.optional(),
  entries: z.array(rawEntry).default([]),
});
const exampleSchema = z.strictObject({
  ...what,
  rule: z.enum(supplyRules.map(({ id }) => id) as [RuleId, ...RuleId[]]),
  patient: z.string(),
  supply: changed.optional(),
  /** An edition an administrator confirmed, counting from its own first day. */
  confirmEdition: dayInput.optional(),
  gives: z.enum(verdicts),
  reason: z.string(),
  overall: z.enum(verdicts).optional(),
});
const fileSchema = z
  .strictObject({
    protocol: z.string().optional(),
    clinic: z.string().optional(),
    /** Clinics that exist in these examples alone, such as one with a signed deviation. */
    clinics: z.array(clinicSchema).default([]),
    patients: z.record(z.string(), patientSchema),
    examples: z.array(exampleSchema),
  })
  .refine(({ protocol, clinic }) => (protocol === undefined) !== (clinic === undefined), {
    message: "name either a `protocol` or a `clinic`",
  });
type FileInput = z.output<typeof fileSchema>;

/** Reads one file; what is wrong with it is added to the problems. */
export function readGoldenFile(
  file: string,
  text: string,
  knowledge: Knowledge,
  problems: FileProblem[],
): GoldenFile | undefined {
  const parsed = parseText(file, text);
  if ("says" in parsed) {
    problems.push(parsed);
    return undefined;
  }
  const read = fileSchema.safeParse(parsed.value);
  if (!read.success) {
    for (const { path, message } of read.error.issues) {
      const where = path.map((step) => (typeof step === "symbol" ? String(step) : step));
      problems.push(
        problem(file, parsed, where, `${where.join(".") || "the file"}: ${message}`, "see src/app/golden.ts"),
      );
    }
    return undefined;
  }
  return new Reader(file, parsed, read.data, knowledge, problems).read();
}

function problem(file: string, parsed: Parsed, path: Path, says: string, remedy: string): FileProblem {
  const line = parsed.lineOf(path);
  return { file, says, remedy, ...(line === undefined ? {} : { line }) };
}

/** A written entry, and where in the file it stands. */
interface Written {
  readonly raw: Record<string, unknown>;
  readonly path: Path;
}
interface Base {
  readonly written: readonly Written[];
  readonly supply: Partial<SupplyQuestion>;
  readonly when: GoldenCase["when"] | undefined;
  readonly zone: string | undefined;
  readonly clinic: string | undefined;
}

/** Puts the parts of one file together. */
class Reader {
  readonly #file: string;
  readonly #parsed: Parsed;
  readonly #input: FileInput;
  readonly #knowledge: Knowledge;
  readonly #problems: FileProblem[];

  constructor(file: string, parsed: Parsed, input: FileInput, knowledge: Knowledge, problems: FileProblem[]) {
    this.#file = file;
    this.#parsed = parsed;
    this.#input = input;
    const clinics = Object.fromEntries(input.clinics.map((clinic): [string, Clinic] => [clinic.id, clinic]));
    this.#knowledge =
      input.clinics.length === 0
        ? knowledge
        : { ...knowledge, clinics: { ...knowledge.clinics, ...clinics } };
    this.#problems = problems;
  }

  read(): GoldenFile | undefined {
    const { patients, examples } = this.#input;
    const protocol = this.#input.protocol ?? this.#knowledge.clinics[this.#input.clinic ?? ""]?.on;
    if (protocol === undefined || this.#knowledge.protocols[protocol] === undefined) {
      this.#say(
        ["protocol"],
        "there is no such protocol or clinic",
        "name one of knowledge/protocols or knowledge/clinics",
      );
      return undefined;
    }
    return {
      file: this.#file,
      protocol,
      knowledge: this.#knowledge,
      patients: Object.entries(patients).flatMap(([id, patient]) => {
        const path = ["patients", id];
        const base = this.#patient(id, path, []);
        const found = base && this.#caseOf(protocol, path, patient, base, undefined);
        return found === undefined ? [] : [{ ...found, id }];
      }),
      examples: examples.flatMap((example, index) => {
        const path = ["examples", index];
        const base = this.#patient(example.patient, path, []);
        const changedBase = base && this.#changed(base, path, example);
        const found =
          changedBase && this.#caseOf(protocol, path, example, changedBase, example.confirmEdition);
        if (found === undefined) return [];
        const { gives, reason, overall } = example;
        return [
          {
            ...found,
            rule: example.rule,
            expected: { gives, reason, ...(overall === undefined ? {} : { overall }) },
          },
        ];
      }),
    };
  }

  #say(path: Path, says: string, remedy: string): undefined {
    this.#problems.push(problem(this.#file, this.#parsed, path, says, remedy));
  }

  /** A patient's entries and supply, with those of the patient they are like. */
  #patient(id: string, from: Path, seen: readonly string[]): Base | undefined {
    const patient = this.#input.patients[id];
    if (patient === undefined || seen.includes(id)) {
      return this.#say(
        from,
        `no patient "${id}" to begin from`,
        `choose one of ${Object.keys(this.#input.patients).join(", ")}`,
      );
    }
    const path = ["patients", id];
    const like = patient.like === undefined ? undefined : this.#patient(patient.like, path, [...seen, id]);
    if (patient.like !== undefined && like === undefined) return undefined;
    const own = patient.entries.map((raw, index): Written => ({ raw, path: [...path, "entries", index] }));
    const base: Base = like ?? {
      written: [],
      supply: {},
      when: undefined,
      zone: undefined,
      clinic: undefined,
    };
    return this.#changed({ ...base, written: [...base.written, ...own] }, path, patient);
  }

  #changed(
    base: Base,
    path: Path,
    by: Pick<FileInput["examples"][number], "without" | "with" | "supply" | "on" | "at" | "zone" | "clinic">,
  ): Base {
    let { written } = base;
    for (const [index, name] of by.without.entries()) {
      const left = written.filter(({ raw }) => raw["type"] !== name && raw["id"] !== name);
      if (left.length === written.length) {
        this.#say(
          [...path, "without", index],
          `no entry of type or id "${name}" to take away`,
          "correct the name or leave it out",
        );
      }
      written = left;
    }
    written = [
      ...written,
      ...by.with.map((raw, index): Written => ({ raw, path: [...path, "with", index] })),
    ];
    const merged = { ...base.supply, ...by.supply };
    const kept = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
    const when = by.at !== undefined ? { at: by.at } : by.on !== undefined ? { on: by.on } : base.when;
    return { written, supply: kept, when, zone: by.zone ?? base.zone, clinic: by.clinic ?? base.clinic };
  }

  #caseOf(
    protocol: string,
    path: Path,
    input: Bilingual & Pick<FileInput["examples"][number], "undated">,
    base: Base,
    confirmed: Day | undefined,
  ): GoldenCase | undefined {
    if (base.when === undefined) return this.#say(path, "no day or instant", "add `on:` or `at:`");
    const clinicId = base.clinic ?? this.#input.clinic;
    const clinic = clinicId === undefined ? undefined : this.#knowledge.clinics[clinicId];
    if (clinicId !== undefined && clinic?.on !== protocol) {
      return this.#say(
        path,
        `no clinic "${clinicId}" under ${protocol}`,
        "name a clinic of knowledge/clinics or of this file",
      );
    }
    const setting: Setting = {
      protocol,
      confirmedEditions: confirmed === undefined ? [] : [{ protocol, edition: confirmed, from: confirmed }],
      ...(clinicId === undefined ? {} : { clinic: clinicId }),
      ...(base.zone === undefined ? {} : { zone: base.zone }),
    };
    const question = proposed.parse(base.supply);
    const entries = this.#entries(base.written);
    if (entries === undefined) return undefined;
    return {
      file: this.#file,
      line: this.#parsed.lineOf(path),
      name: { en: input.en, ja: input.ja },
      question: { refills: 0, ...(question as Partial<SupplyQuestion>) },
      entries,
      // Written by hand beside their example; the rule judges what is in them.
      undated: input.undated.map((fact) => ({ ...fact, resource: "undated" }) as UndatedFact),
      setting,
      zone: zoneOf(setting, this.#knowledge),
      when: base.when,
    };
  }

  /** Entries as the record reads them; those without an id get one that keeps the file's order within a day. */
  #entries(written: readonly Written[]): readonly Entry[] | undefined {
    const value = written.map(({ raw }, index) => ({ id: `e${String(index).padStart(4, "0")}`, ...raw }));
    const lineOf: Parsed["lineOf"] = ([index, ...rest]) =>
      this.#parsed.lineOf([...(written[Number(index)]?.path ?? []), ...rest]);
    const read = readRecord(this.#file, { value, lineOf }, { anyActor: true });
    if (!("problems" in read)) return read;
    this.#problems.push(...read.problems);
    return undefined;
  }
}

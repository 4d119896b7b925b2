/** One file of golden examples, and the cases it holds. Read strictly; an error names file and line. */
import type { Day } from "../core/calendar.ts";
import type { HandedOut } from "../core/decide-dispensing.ts";
import type { Entry } from "../core/entry.ts";
import type { Clinic, Knowledge } from "../core/knowledge/schema.ts";
import type { SupplyQuestion } from "../core/question.ts";
import type { UndatedFact } from "../core/record.ts";
import type { Setting } from "../core/setting.ts";
import { zoneOf } from "./decide-supply.ts";
import type { Bilingual, GoldenCase, GoldenFile } from "./golden-case.ts";
import { type GoldenChange, type GoldenFileInput, goldenFileSchema, proposed } from "./golden-schema.ts";
import { type FileProblem, type Parsed, parseText, readRecord } from "./record-file.ts";

export type { GoldenResult } from "./golden-case.ts";

type Path = readonly (string | number)[];

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
  const read = goldenFileSchema.safeParse(parsed.value);
  if (!read.success) {
    for (const { path, message } of read.error.issues) {
      const where = path.map((step) => (typeof step === "symbol" ? String(step) : step));
      problems.push(
        problem(
          file,
          parsed,
          where,
          `${where.join(".") || "the file"}: ${message}`,
          "see src/app/golden-schema.ts",
        ),
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
  readonly dispense: object | undefined;
  readonly when: GoldenCase["when"] | undefined;
  readonly zone: string | undefined;
  readonly clinic: string | undefined;
}

/** Puts the parts of one file together. */
class Reader {
  readonly #file: string;
  readonly #parsed: Parsed;
  readonly #input: GoldenFileInput;
  readonly #knowledge: Knowledge;
  readonly #problems: FileProblem[];

  constructor(
    file: string,
    parsed: Parsed,
    input: GoldenFileInput,
    knowledge: Knowledge,
    problems: FileProblem[],
  ) {
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
      dispense: undefined,
      when: undefined,
      zone: undefined,
      clinic: undefined,
    };
    return this.#changed({ ...base, written: [...base.written, ...own] }, path, patient);
  }

  #changed(base: Base, path: Path, by: GoldenChange): Base {
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
    return {
      written,
      supply: merged(base.supply, by.supply),
      dispense: by.dispense === null ? undefined : merged(base.dispense, by.dispense),
      when: by.at !== undefined ? { at: by.at } : by.on !== undefined ? { on: by.on } : base.when,
      zone: by.zone ?? base.zone,
      clinic: by.clinic ?? base.clinic,
    };
  }

  #caseOf(
    protocol: string,
    path: Path,
    input: Bilingual & Pick<GoldenFileInput["examples"][number], "undated">,
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
    const dispense = this.#dispensed(path, base.dispense);
    if (dispense === "unfit") return undefined;
    const entries = this.#entries(base.written);
    if (entries === undefined) return undefined;
    return {
      file: this.#file,
      line: this.#parsed.lineOf(path),
      name: { en: input.en, ja: input.ja },
      question: { refills: 0, ...(question as Partial<SupplyQuestion>) },
      dispense,
      entries,
      // Written by hand beside their example; the rule judges what is in them.
      undated: input.undated.map((fact) => ({ ...fact, resource: "undated" }) as UndatedFact),
      setting,
      zone: zoneOf(setting, this.#knowledge),
      when: base.when,
    };
  }

  #dispensed(path: Path, dispense: Base["dispense"]): HandedOut | undefined | "unfit" {
    if (dispense === undefined) return undefined;
    if ("number" in dispense) return dispense as HandedOut;
    this.#say(
      [...path, "dispense"],
      "what is handed out has no number",
      "add `number:`, the authorisation's",
    );
    return "unfit";
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

/** The parts of a supply with changes made to them; what became `null` is gone. */
function merged<T extends object | undefined>(base: T, by: object | undefined): T {
  if (by === undefined) return base;
  const parts = Object.entries({ ...base, ...by }).filter(([, value]) => value !== null);
  return Object.fromEntries(parts) as T;
}

/** Which clinics treat or treated a patient, and whose accounts open or opened the record. */
import type { Body } from "../../core/entry.ts";
import type { StoredEntry } from "../../ledger/ledger.ts";
import { withWords } from "../free-text.ts";
import { type Practice, patientStream } from "../practice.ts";
import { reading } from "../unreadable.ts";
import type { NamesOf } from "./access-lines.ts";
import type { Rights } from "./rights-shapes.ts";

type Treating = Omit<Rights["clinics"][number], "title" | "home">;
type Linked = Omit<Rights["links"][number], "name">;

/** Undefined where nobody is registered by that number. */
export async function rightsView(
  practice: Practice,
  patient: string,
  namesOf: NamesOf,
): Promise<Rights | undefined> {
  const { ledger, histories, knowledge } = practice;
  const stream = patientStream(patient);
  const [stored, { home, shared }] = await reading(patient, () =>
    Promise.all([ledger.read(stream), histories.read(stream)]),
  );
  if (home === undefined) return undefined;
  const { clinics, links } = rightsIn(stored);
  const names = await namesOf(links.map(({ account }) => account));
  const isHome = ({ clinic, until }: Treating) => until === null && clinic === home.clinic;
  return {
    patient,
    clinics: clinics
      .map((one) => ({ ...one, title: knowledge.clinics[one.clinic]?.title ?? null, home: isHome(one) }))
      .toSorted((a, b) => Number(b.home) - Number(a.home) || openFirst(a, b)),
    links: links
      .map((one) => ({ ...one, name: names.get(one.account) ?? null }))
      .toSorted((a, b) => openFirst(a, b) || b.as.localeCompare(a.as)),
    shared: [...shared],
  };
}

function openFirst(a: { readonly until: string | null }, b: { readonly until: string | null }): number {
  if (a.until === null || b.until === null) return Number(a.until !== null) - Number(b.until !== null);
  return b.until.localeCompare(a.until);
}

function rightsIn(stored: readonly StoredEntry[]) {
  const clinics = new Map<string, Treating>();
  const links = new Map<string, Linked>();
  for (const { type, body, clinic: writer, recordedAt, private: kept } of stored) {
    // Whoever wrote first registered the patient.
    if (clinics.size === 0)
      clinics.set(writer, { clinic: writer, since: recordedAt, until: null, reason: null });
    if (type === "treatment-relation-started") {
      const whole = withWords(type, body as never, kept) as Body<"treatment-relation-started">;
      const { clinic, reason = null } = whole;
      // A clinic that takes over treats the patient already.
      const known = clinics.get(clinic);
      const since = known?.until === null ? known.since : recordedAt;
      clinics.set(clinic, { clinic, since, until: null, reason });
    } else if (type === "treatment-relation-ended") {
      const { clinic } = body as Body<"treatment-relation-ended">;
      const { since = recordedAt, reason = null } = clinics.get(clinic) ?? {};
      clinics.set(clinic, { clinic, since, until: recordedAt, reason });
    } else if (type === "account-linked") {
      const { account, as } = body as Body<"account-linked">;
      links.set(account, { account, as, since: recordedAt, until: null });
    } else if (type === "account-unlinked") {
      const known = links.get((body as Body<"account-unlinked">).account);
      if (known !== undefined) links.set(known.account, { ...known, until: recordedAt });
    }
  }
  return { clinics: [...clinics.values()], links: [...links.values()] };
}

import { settingOf } from "../../../app/setting-of.ts";
import { type At, dayOf } from "../../../core/calendar.ts";
import { editionAt } from "../../../core/edition.ts";
import { resolveValues, type Values } from "../../../core/knowledge/resolve.ts";
import type { Knowledge } from "../../../core/knowledge/schema.ts";
import { useKnowledge } from "../../api/use-knowledge.ts";
import type { FieldSpec } from "./spec.ts";

/** The values in force at a clinic; undefined where it, its protocol or an edition is not known. */
export function valuesAt(knowledge: Knowledge, clinic: string, at: At): Values | undefined {
  const setting = settingOf(clinic, knowledge);
  const protocol = setting === undefined ? undefined : knowledge.protocols[setting.protocol];
  const edition = protocol === undefined ? undefined : editionAt(protocol, at, []);
  if (protocol === undefined || edition === undefined) return undefined;
  const on = dayOf(at, setting?.zone ?? protocol.zone);
  return resolveValues(knowledge, { protocol: protocol.id, edition: edition.sinceDay, on, clinic });
}

/** The same for a form, once one of its fields asks for it. */
export function useValues(fields: readonly FieldSpec[], clinic: string, at: At): Values | undefined {
  const wanted = fields.some((field) => field.kind === "number" && field.believed !== undefined);
  const knowledge = useKnowledge(wanted);
  return knowledge === undefined || !wanted ? undefined : valuesAt(knowledge, clinic, at);
}

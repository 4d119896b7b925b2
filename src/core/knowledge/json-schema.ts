/** JSON Schemas of the knowledge files, for editors that complete and check YAML as it is written. */
import { z } from "zod";
import { listSchemas } from "./load.ts";
import { clinicSchema, protocolSchema } from "./schema.ts";
import { claimsFileSchema } from "./topics/claims.ts";

/** A JSON Schema for each kind of file: "sources", "products" …, "protocol", "clinic", "claims". */
export function knowledgeJsonSchemas(): Record<string, object> {
  const lists = Object.entries(listSchemas).map(
    ([path, schema]) => [path.replace(/\.yaml$/, ""), schema] as const,
  );
  const kinds: readonly (readonly [string, z.ZodType])[] = [
    ...lists,
    ["protocol", protocolSchema],
    ["clinic", clinicSchema],
    ["claims", claimsFileSchema],
  ];
  return Object.fromEntries(
    kinds.map(([kind, schema]) => [
      kind,
      z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "ref" }),
    ]),
  );
}

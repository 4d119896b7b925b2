/** Holds an answer against what the description says of it. */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { parseAt, parseDay } from "../../core/calendar.ts";
import { describe } from "../openapi/document.ts";
import { routes } from "../routes/index.ts";

interface Described {
  readonly $ref?: string;
  readonly content?: { readonly [type: string]: { readonly schema: object } };
  readonly headers?: { readonly [name: string]: unknown };
}

export const description = describe(routes, readKnowledge());
const base = "isoward:openapi";

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, strictTypes: false });
ajv.addFormat("date", (text) => parseDay(text) !== undefined);
ajv.addFormat("date-time", (text) => parseAt(text) !== undefined);
ajv.addFormat("email", (text) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text));
// The whole document under one name, so that references lead where they say.
ajv.addVocabulary(["openapi", "info", "servers", "tags", "paths", "components"]);
ajv.addSchema({ $id: base, components: description.components });
const validators = new Map<string, ValidateFunction>();

/** What is wrong with a value that a schema of the document describes; empty where nothing is. */
export function wrongWith(value: unknown, schema: object): string {
  const key = JSON.stringify(schema);
  let validate = validators.get(key);
  if (validate === undefined) {
    validate = ajv.compile(JSON.parse(key.replaceAll('"#/components', `"${base}#/components`)) as object);
    validators.set(key, validate);
  }
  return validate(value) ? "" : ajv.errorsText(validate.errors);
}

/** How many answers were held against the document so far. */
export const seen = { answers: 0 };

/** @throws where the document does not know such an answer, or describes another */
export async function conforms(method: string, path: string, response: Response): Promise<void> {
  const found = operationAt(method, path);
  // Where there is no operation the answer is a problem all the same.
  const described: Described | undefined =
    found === undefined
      ? { content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } }
      : resolved(found.responses[response.status]);
  const where = `${method} ${path} → ${response.status}`;
  if (described === undefined)
    throw new Error(`${where} stands in no description: ${await response.clone().text()}`);
  const type = response.headers.get("content-type") ?? "";
  const content = described.content?.[type];
  if (content === undefined) throw new Error(`${where}: ${type} stands in no description`);
  for (const name of Object.keys(described.headers ?? {})) {
    if (name !== "Idempotency-Replayed" && !response.headers.has(name))
      throw new Error(`${where} has no ${name}`);
  }
  seen.answers += 1;
  if (type === "text/event-stream") return;
  const text = await response.clone().text();
  const isJson = /[/+]json\b/.test(type);
  const wrong = wrongWith(isJson ? JSON.parse(text) : text, content.schema);
  if (wrong !== "") throw new Error(`${where}: ${wrong}\n${text.slice(0, 2000)}`);
}

function operationAt(method: string, path: string) {
  const [bare = ""] = path.split("?");
  const asked = bare.split("/");
  const fits = (pattern: string) => {
    const known = pattern.split("/");
    return (
      known.length === asked.length && known.every((part, at) => part.startsWith("{") || part === asked[at])
    );
  };
  const pattern = Object.keys(description.paths).find(fits);
  const operations = pattern === undefined ? undefined : description.paths[pattern];
  return operations?.[method.toLowerCase()] as
    | { readonly responses: { readonly [status: number]: Described } }
    | undefined;
}

function resolved(response: Described | undefined): Described | undefined {
  const name = response?.$ref?.replace("#/components/responses/", "");
  return name === undefined ? response : description.components.responses[name];
}

/** The description of the API in OpenAPI 3.1, made of the routes themselves. */
import type { z } from "zod";
import packageJson from "../../../package.json" with { type: "json" };
import type { Knowledge } from "../../core/knowledge/schema.ts";
import { roleHeader, rolesToChoose } from "../role/role.ts";
import type { Answer, AnswerHeader, Route, Tag } from "../route.ts";
import { problemExample, problemExamples, problemsOf } from "./problems.ts";
import { inline, type JsonSchema, nameOf, refTo, schemasOf } from "./schemas.ts";

const tags: { readonly [T in Tag]: string } = {
  Clinics: "Clinics, and what is to be done today.",
  Patients: "Patients: finding, registering, reading.",
  Commands: "Everything that can be written down, one address a verb.",
  Authorisations: "Supplies by the number they were authorised under.",
  Questions:
    "What is asked between supplies, with or without a patient: explained, cited, in both languages. Nothing is written, and nothing asked is kept.",
  Protocols: "What labels, programmes and clinics ask for, and any two of them side by side.",
  "Sign-in":
    "Who is asking: signing in and out, one-time links, one's own account. The session is in a cookie that no script reads; a program sends it as `Authorization: Bearer`.",
  Changes: "What is written, as it is written.",
  Audit:
    "Who saw and wrote what. Every read of a patient's data is written down before its answer leaves, in a trail that is chained like the record itself.",
  About: "What describes the API.",
};

const intro = `Isoward decides, records and explains isotretinoin treatment. It supports the decisions of licensed prescribers; it never prescribes by itself.

The record only grows: a command writes entries, and a mistake is mended by another. What is refused says why, what would be right, and, where a decision refused, the whole decision with its way out: see the problems.

Whoever asks about a patient or a clinic is signed in, by a session's cookie or its token, and may do what the table of access gives to the roles they were appointed to. What is asked of no record needs no account.`;

const pathParameters: { readonly [name: string]: { readonly says: string; readonly example: string } } = {
  clinic: { says: "A clinic of GET /api/clinics.", example: "tokyo-monthly" },
  patient: { says: "A patient's number: eight letters, as typed or scanned.", example: "K7QX2M9P" },
  number: { says: "An authorisation's number, as typed or scanned.", example: "K7QX-2M9P-8E64" },
  problem: { says: "The name of a kind of problem.", example: "moved" },
  list: { says: "A list that a field of a question chooses from.", example: "activities" },
};

const requestHeaders = {
  "If-Match": {
    says: "The version the caller saw, as in `ETag`. If the record has moved on, nothing is written (412). Left out or `*`, it is written on the newest.",
    schema: { type: "string" },
    example: '"12"',
  },
  "Idempotency-Key": {
    says: "Chosen by the caller, a UUID for instance. The same request sent again under it is not done again, and answered from what it did (`Idempotency-Replayed: true`).",
    schema: { type: "string", minLength: 1, maxLength: 255 },
    example: '"0198f1c2-7d3a-7e2b-9a55-3b1f0c2d4e6f"',
  },
  "Isoward-Clinic": {
    says: "For which clinic, where the account could act for several.",
    schema: { type: "string" },
    example: "tokyo-monthly",
  },
  "Last-Event-ID": {
    says: "The id of the last event seen: it goes on with the next. Browsers send it by themselves.",
    schema: { type: "string", pattern: String.raw`^\d{1,15}$` },
    example: "1042",
  },
} as const;
type RequestHeader = keyof typeof requestHeaders;

const answerHeaders: { readonly [H in AnswerHeader]: { readonly says: string; readonly example: string } } = {
  ETag: { says: "The version of the record, for `If-Match`.", example: '"12"' },
  Location: { says: "Where it is read.", example: "/api/patients/K7QX2M9P" },
  "Content-Disposition": {
    says: "That it is a file to keep, and its name.",
    example: 'attachment; filename="isoward-audit-tokyo-monthly.ndjson"',
  },
  "Idempotency-Replayed": {
    says: "`true` where it had been done before under the same key.",
    example: "true",
  },
};

/** @param knowledge names of clinics and medicines in examples */
export function describe(routes: readonly Route[], knowledge: Knowledge) {
  const known = problemExamples(knowledge);
  const inputs = new Map(
    routes.flatMap((one) => (one.body === undefined ? [] : [[inputName(one), one.body.schema] as const])),
  );
  const paths: Record<string, Record<string, unknown>> = {};
  const shared = sharedResponses();
  for (const one of routes)
    (paths[one.path] ??= {})[one.method] = operation(one, problemsOf(one, known), shared);
  return {
    openapi: "3.1.1",
    info: {
      title: "Isoward",
      version: packageJson.version,
      summary: "Isotretinoin treatment, decided, recorded and explained.",
      description: intro,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/", description: "The server this was read from." }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "isoward.session_token",
          description: "A browser's session; under https the name begins with `__Host-`.",
        },
        token: { type: "http", scheme: "bearer", description: "A session's token, for programs." },
        role: {
          type: "apiKey",
          in: "header",
          name: roleHeader,
          description: `In which of several roles somebody acts, beside a session: one of ${rolesToChoose.join(", ")}. It proves nothing by itself.`,
        },
      },
      schemas: schemasOf(inputs),
      responses: shared.all,
      headers: mapped(answerHeaders, ({ says, example }) => ({
        description: says,
        schema: { type: "string" },
        example,
      })),
      parameters: mapped(requestHeaders, ({ says, schema, example }, name) => ({
        name,
        in: "header",
        description: says,
        schema,
        example,
      })),
      examples: Object.fromEntries(
        [...known].map(([id, found]) => [
          id,
          { summary: found.title.en, value: problemExample(found, "/api/patients/K7QX2M9P/record-weight") },
        ]),
      ),
    },
  };
}

function operation(one: Route, problems: ReadonlyMap<number, readonly string[]>, shared: Shared) {
  const { operationId, tag, summary, says, body, answers } = one;
  const ok = Object.entries(answers).map(([status, answer]) => [status, shared.answer(answer)]);
  const not = [...problems].map(([status, ids]) => [String(status), shared.problems(status, ids)]);
  return {
    operationId,
    tags: [tag],
    summary,
    ...(says === undefined ? {} : { description: says }),
    security: securityOf(one),
    ...(typeof one.access === "string" ? {} : { "x-isoward-access": one.access }),
    parameters: parametersOf(one),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            ...(body.schema.safeParse({}).success
              ? { required: false, description: "`{}` where left out." }
              : { required: true }),
            content: { "application/json": { schema: refTo(inputName(one)), example: body.example } },
          },
        }),
    responses: Object.fromEntries([...ok, ...not]),
  };
}

function securityOf({ access, writes }: Route) {
  if (access === "open") return [];
  const role = writes === undefined ? {} : { role: [] };
  return [
    { session: [], ...role },
    { token: [], ...role },
  ];
}

/** Responses that many operations give, described once. */
function sharedResponses() {
  const all: Record<string, JsonSchema> = {};
  const put = (name: string, response: () => JsonSchema) => {
    all[name] ??= response();
    return { $ref: `#/components/responses/${name}` };
  };
  return {
    all,
    answer(answer: Answer): JsonSchema {
      const name = answer.schema === undefined ? undefined : nameOf(answer.schema);
      return name === undefined ? answered(answer) : put(name, () => answered(answer));
    },
    problems: (status: number, ids: readonly string[]): JsonSchema =>
      put([status, ...ids].join("."), () => ({
        description: ids.map((id) => `\`${id}\``).join(", "),
        content: {
          "application/problem+json": {
            schema: refTo("Problem"),
            examples: Object.fromEntries(ids.map((id) => [id, { $ref: `#/components/examples/${id}` }])),
          },
        },
      })),
  };
}
type Shared = ReturnType<typeof sharedResponses>;

function answered({ says, type, schema, headers, example }: Answer): JsonSchema {
  const ref = (name: AnswerHeader) => [name, { $ref: `#/components/headers/${name}` }];
  return {
    description: says,
    ...(headers === undefined ? {} : { headers: Object.fromEntries(headers.map(ref)) }),
    content: {
      [type ?? "application/json"]: {
        schema: schemaOf(schema),
        ...(example === undefined ? {} : { example }),
      },
    },
  };
}

function schemaOf(schema: z.ZodType | undefined): JsonSchema {
  if (schema === undefined) return {};
  const name = nameOf(schema);
  return name === undefined ? inline(schema) : refTo(name);
}

function parametersOf({ path, query, writes, headers, access }: Route) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    description: pathParameters[name]?.says,
    schema: { type: "string" },
    example: pathParameters[name]?.example,
  }));
  const { properties = {}, required = [] }: Shape = query === undefined ? {} : inline(query);
  const inQuery = Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: required.includes(name),
    description,
    schema,
  }));
  const named: RequestHeader[] = [
    ...(writes === "further" ? (["If-Match"] as const) : []),
    ...(writes === undefined || writes === "repeatable" ? [] : (["Idempotency-Key"] as const)),
    ...(typeof access !== "string" && access.of !== "clinic" ? (["Isoward-Clinic"] as const) : []),
    ...(headers ?? []),
  ];
  return [...inPath, ...inQuery, ...named.map((name) => ({ $ref: `#/components/parameters/${name}` }))];
}

interface Shape {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** `recordWeight` as `RecordWeightInput`. */
function inputName({ operationId }: Route): string {
  return `${operationId[0]?.toUpperCase() ?? ""}${operationId.slice(1)}Input`;
}

function mapped<V, W>(of: Readonly<Record<string, V>>, to: (value: V, name: string) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, to(value, name)]));
}

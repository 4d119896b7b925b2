import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { commandNames } from "../../app/commands/index.ts";
import { problemWords } from "../problem-words.ts";
import { routes } from "../routes/index.ts";
import { description, wrongWith } from "../testing/conforms.ts";
import { openapiFile, openapiText } from "../write-openapi.ts";

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly object[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: { readonly [status: string]: Response };
}
interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: object;
  readonly example?: unknown;
}
interface Response {
  readonly $ref?: string;
  readonly description?: string;
  readonly content?: Content;
}
interface Content {
  readonly [type: string]: {
    readonly schema?: object;
    readonly example?: unknown;
    readonly examples?: { readonly [name: string]: { readonly $ref: string } };
  };
}

const all = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, one]) => ({ path, method, ...(one as Operation) })),
);
const components = description.components as unknown as {
  readonly [kind: string]: { readonly [name: string]: Response & Parameter & { readonly value?: unknown } };
};
const at = (ref: string) => {
  const [, , kind = "", name = ""] = ref.split("/");
  return components[kind]?.[name];
};
const followed = <T extends { readonly $ref?: string }>(one: T) =>
  one.$ref === undefined ? one : (at(one.$ref) as unknown as T);

describe("The description of the API", () => {
  test("is committed as it is served: if not, run npm run schemas", () => {
    expect(readFileSync(openapiFile, "utf8")).toBe(openapiText());
  });

  test("names every operation, once, and says what it does", () => {
    expect(all.length).toBe(routes.length);
    expect(all.length).toBeGreaterThan(75);
    const ids = all.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operationId, summary, tags } of all) {
      expect(operationId).toMatch(/^[a-z][A-Za-z]+$/);
      expect(summary.length, operationId).toBeGreaterThan(3);
      expect(description.tags.map(({ name }) => name)).toContain(tags[0]);
    }
  });

  test("has an address for every command", () => {
    const paths = Object.keys(description.paths);
    const missing = commandNames.filter((name) => !paths.some((path) => path.endsWith(`}/${name}`)));
    expect(missing).toEqual([]);
    expect(commandNames.length).toBeGreaterThan(60);
  });

  test("declares every part of an address, and describes every parameter", () => {
    let looked = 0;
    for (const { path, parameters } of all) {
      const declared = parameters.map(followed);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(declared.filter((one) => one.in === "path").map(({ name }) => name)).toEqual(named);
      for (const one of declared) {
        expect(one.description?.length, `${path} ${one.name}`).toBeGreaterThan(5);
        expect(one.schema, `${path} ${one.name}`).toBeDefined();
        if (one.in === "path") expect(one.required).toBe(true);
        looked += 1;
      }
    }
    expect(looked).toBeGreaterThan(200);
  });

  test("gives every answer a schema and an example that fits it", () => {
    let answers = 0;
    let examples = 0;
    for (const { operationId, responses } of all) {
      for (const [status, response] of Object.entries(responses)) {
        const { description: says, content = {} } = followed(response);
        answers += 1;
        expect(says?.length, `${operationId} ${status}`).toBeGreaterThan(2);
        expect(Object.keys(content).length, `${operationId} ${status}`).toBe(1);
        for (const { schema, example, examples: several = {} } of Object.values(content)) {
          expect(schema, `${operationId} ${status}`).toBeDefined();
          const shown = [
            ...(example === undefined ? [] : [example]),
            ...Object.values(several).map(({ $ref }) => at($ref)?.value),
          ];
          expect(shown.length, `${operationId} ${status}`).toBeGreaterThan(0);
          for (const one of shown) expect(wrongWith(one, schema ?? {}), `${operationId} ${status}`).toBe("");
          examples += shown.length;
        }
      }
    }
    expect(answers).toBeGreaterThan(600);
    expect(examples).toBeGreaterThan(900);
  });

  test("gives every body a schema and an example that fits it", () => {
    const bodies = all.flatMap(({ operationId, requestBody }) =>
      requestBody === undefined ? [] : [{ operationId, ...requestBody.content["application/json"] }],
    );
    for (const { operationId, schema, example } of bodies) {
      expect(example, operationId).toBeDefined();
      expect(wrongWith(example, schema ?? {}), operationId).toBe("");
    }
    expect(bodies.length).toBeGreaterThan(65);
  });

  test("asks for a session wherever a patient or a clinic is named, and says what is done there", () => {
    const named = all.filter(({ path }) => /\{(?:clinic|patient|number)\}/.test(path));
    for (const { operationId, security, responses, ...one } of named) {
      expect(security.length, operationId).toBeGreaterThan(0);
      expect(one, operationId).toHaveProperty("x-isoward-access");
      expect("401" in responses && "403" in responses, operationId).toBe(true);
    }
    expect(named.length).toBeGreaterThan(85);
    for (const id of ["askPlan", "listProtocols", "readDescription"])
      expect(all.find(({ operationId }) => operationId === id)?.security, id).toEqual([]);
  });

  test("shows every problem there is", () => {
    for (const id of Object.keys(problemWords)) expect(components["examples"]?.[id], id).toBeDefined();
    expect(Object.keys(problemWords).length).toBeGreaterThan(15);
  });

  test("leads no reference into nothing", () => {
    const refs = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = ""]) => ref);
    expect(refs.filter((ref) => at(ref) === undefined)).toEqual([]);
    expect(refs.length).toBeGreaterThan(1200);
  });

  test("uses every component it has", () => {
    const text = JSON.stringify(description);
    const idle = Object.entries(components).flatMap(([kind, named]) =>
      Object.keys(named).filter(
        (name) => kind !== "securitySchemes" && !text.includes(`"#/components/${kind}/${name}"`),
      ),
    );
    // What no operation answers: it is said where there is none.
    expect(idle.toSorted()).toEqual(["method-not-allowed", "misdirected"]);
  });
});

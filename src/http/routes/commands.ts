/** Every command of the registry, each under its own address. */
import { z } from "zod";
import type { AnyCommand } from "../../app/commands/command.ts";
import { commandNamed, commandNames } from "../../app/commands/index.ts";
import { execute } from "../../app/execute.ts";
import { commandTitle } from "../../words/command-titles.ts";
import { readJson } from "../body/body.ts";
import { commandExamples } from "../openapi/command-examples.ts";
import { examples } from "../openapi/examples.ts";
import { noteResult } from "../operation/note.ts";
import { Problem } from "../problem.ts";
import { type Route, route } from "../route.ts";
import { writtenShape } from "../shapes.ts";
import { clinicOf, clinicOfPatient, metaOf, patientOf } from "./given.ts";
import { answerTo } from "./written.ts";

export const atSite = z.strictObject({
  site: z.string().optional().describe("Where it is done, if not at the patient's own site."),
});

export const writtenAnswer = {
  200: {
    says: "It is written down, or stood there already: then `entries` is empty.",
    schema: writtenShape,
    headers: ["ETag", "Idempotency-Replayed"],
    example: examples.written,
  },
} as const satisfies Route["answers"];

export const commandRoutes: readonly Route[] = commandNames
  .map((name) => commandNamed(name))
  .filter((command) => command !== undefined)
  .map(addressed);

function addressed(command: AnyCommand): Route {
  const { name, on } = command;
  return route({
    method: "post",
    path: `/api/${on}s/{${on}}/${name}`,
    operationId: operationOf(name),
    access: { doing: `command:${name}`, of: on },
    tag: "Commands",
    summary: commandTitle(name).en,
    says: mayBeGivenBy(command),
    writes: "further",
    query: atSite,
    body: { schema: command.input, example: commandExamples[name] },
    answers: writtenAnswer,
    problems: [],
    notFound: true,
    refuses: true,
    async handle(c, api, { site }, entered) {
      const { practice } = api;
      const subject = on === "patient" ? patientOf(c, api) : clinicOf(c, api);
      if (subject instanceof Problem) return subject;
      const clinicAtHand = async () => (on === "clinic" ? subject : await clinicOfPatient(practice, subject));
      const meta = metaOf(c, api, site === undefined ? undefined : await clinicAtHand(), site, entered);
      if (meta instanceof Problem) return meta;
      const body = await readJson(c);
      if (body instanceof Problem) return body;
      const result = await execute(practice, command, subject, body.value, meta);
      noteResult(c, name, result);
      return await answerTo(result, practice, clinicAtHand, entered);
    },
  });
}

/** `record-weight` as `recordWeight`. */
export function operationOf(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

export function mayBeGivenBy({ roles }: Pick<AnyCommand, "roles">): string {
  return `May be given by: ${roles.join(", ")}.`;
}

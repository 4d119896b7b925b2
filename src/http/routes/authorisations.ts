/** Authorisations by their number: the number leads to the patient. */
import { z } from "zod";
import type { Command } from "../../app/commands/command.ts";
import { dispenseSupply, dispensingInput } from "../../app/commands/dispense-supply.ts";
import { reverseSupply } from "../../app/commands/reverse-supply.ts";
import { voidAuthorisation } from "../../app/commands/void-authorisation.ts";
import { execute } from "../../app/execute.ts";
import type { Pack } from "../../app/handed-out.ts";
import { rerun, shownDifferences } from "../../app/rerun.ts";
import { sightOf } from "../../app/sight.ts";
import { redemptionView } from "../../app/views/redemption.ts";
import { redemptionShape } from "../../app/views/shapes.ts";
import { refuse } from "../../core/refusal.ts";
import { commandTitle } from "../../words/command-titles.ts";
import { readJson } from "../body/body.ts";
import { commandExamples } from "../openapi/command-examples.ts";
import { examples } from "../openapi/examples.ts";
import { noteDecision, noteResult } from "../operation/note.ts";
import { doesNotFit, Problem, refused } from "../problem.ts";
import { etag, json } from "../reply.ts";
import { type Route, route } from "../route.ts";
import { rerunsShape } from "../shapes.ts";
import { atSite, mayBeGivenBy, operationOf, writtenAnswer } from "./commands.ts";
import { clinicOfPatient, metaOf, numberOf, told } from "./given.ts";
import { answerTo } from "./written.ts";

const { product, lot, expiresOn } = dispensingInput.shape;
const amount = z.coerce.number().positive();

/** The pack in a pharmacist's hand, in an address. */
const packQuery: z.ZodType<Pack> = z.strictObject({
  product: product.describe("Where it is not the one that was authorised."),
  capsuleMg: amount.optional().describe("Milligrams in one capsule."),
  capsules: amount.int().optional().describe("Fewer than authorised is a part supply."),
  lot: lot.describe("As printed on the pack."),
  expiresOn: expiresOn.describe("The last day on which the pack may be used."),
});

export const authorisationRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/api/authorisations/{number}",
    operationId: "readAuthorisation",
    access: { doing: "read-authorisation", of: "number" },
    tag: "Authorisations",
    summary: "What was authorised under a number, and whether it may be handed out now",
    says: "The number is read as it was typed or scanned: spaces, dashes, small letters, and O, I, L for 0, 1, 1 are forgiven. What is not said of the pack is asked about.",
    query: packQuery,
    answers: {
      200: {
        says: "The authorisation, and the decision as of now.",
        schema: redemptionShape,
        headers: ["ETag"],
        example: examples.redemption,
      },
    },
    problems: [],
    refuses: true,
    async handle(c, api, pack, { viewer }) {
      const named = numberOf(c, api);
      if (named instanceof Problem) return named;
      const { practice } = api;
      const view = await redemptionView(practice, named.number, pack, viewer);
      if (!("refused" in view)) noteDecision(c, "dispense", view.decision.verdict);
      return "refused" in view
        ? refused(view, told(practice, await clinicOfPatient(practice, named.patient)))
        : json(view, { ETag: etag(view.version) });
    },
  }),
  route({
    method: "get",
    path: "/api/authorisations/{number}/rerun",
    operationId: "rerunDecisions",
    access: { doing: "rerun", of: "number" },
    tag: "Authorisations",
    summary: "The stored decisions of an authorisation, decided again",
    says: "On exactly the entries they read: under the knowledge of then, which must give the same findings, and under today's, which names each rule that differs.",
    answers: {
      200: {
        says: "When it was authorised and, where it was, when it was dispensed.",
        schema: rerunsShape,
        example: examples.reruns,
      },
    },
    problems: [],
    refuses: true,
    async handle(c, api, _query, { viewer }) {
      const named = numberOf(c, api);
      if (named instanceof Problem) return named;
      const found = await rerun(api.practice, named.number);
      if ("refused" in found) return refused(found, told(api.practice, undefined));
      const sight = sightOf(viewer, { shared: [], entries: [] });
      const orNull = (differences: NonNullable<(typeof found)[number]["again"]>) =>
        shownDifferences(differences, sight).map(({ rule, was, is }) => ({
          rule,
          was: was ?? null,
          is: is ?? null,
        }));
      return json({
        reruns: found.map((one) => ({
          ...one,
          again: one.again === undefined ? null : orNull(one.again),
          today: orNull(one.today),
        })),
      });
    },
  }),
  ...[dispenseSupply, reverseSupply, voidAuthorisation].map((declared) => ofNumber(declared as never)),
];

/** A command whose authorisation stands in the address instead of the body. */
function ofNumber(command: Command<unknown> & { readonly input: z.ZodObject }): Route {
  const { name } = command;
  const { number: _inAddress, ...example } = commandExamples[name as "dispense-supply"] ?? {};
  return route({
    method: "post",
    path: `/api/authorisations/{number}/${name}`,
    operationId: `${operationOf(name)}ByNumber`,
    access: { doing: `command:${name}`, of: "number" },
    tag: "Authorisations",
    summary: `${commandTitle(name).en}, by its number`,
    says: mayBeGivenBy(command),
    writes: "further",
    query: atSite,
    body: { schema: command.input.omit({ number: true }), example },
    answers: writtenAnswer,
    problems: [],
    refuses: true,
    async handle(c, api, { site }, entered) {
      const { practice } = api;
      const named = numberOf(c, api);
      if (named instanceof Problem) return named;
      const { patient, number } = named;
      const clinic = site === undefined ? undefined : await clinicOfPatient(practice, patient);
      const meta = metaOf(c, api, clinic, site, entered);
      if (meta instanceof Problem) return meta;
      const body = await readJson(c);
      if (body instanceof Problem) return body;
      const { value } = body;
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        return doesNotFit([{ at: "", says: "not an object" }]);
      }
      if ("number" in value) return doesNotFit([{ at: "number", says: "stands in the address already" }]);
      const result = await execute(practice, command, patient, { ...value, number }, meta);
      noteResult(c, name, result);
      // A number that leads to nobody was never given.
      return result.is === "unknown-patient"
        ? refused(refuse("no-such-authorisation", { number }), told(practice, undefined))
        : await answerTo(result, practice, () => clinicOfPatient(practice, patient), entered);
    },
  });
}

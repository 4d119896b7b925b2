/** Cross-check: what nobody has read at its source never makes anything more permissive. */
import { type Check, judgedIn, unreadOnly } from "./draft.ts";
import { type KnowledgeFile, type KnowledgeProblem, type Path, problemAt } from "./yaml-file.ts";

interface Unread {
  readonly file: KnowledgeFile<unknown>;
  readonly at: Path;
  readonly says: string;
  readonly otherwise: string;
}

/** Accepted methods, accepted indications, complete excipient lists, strengths and factors rest on something read. */
export const unreadPermitsNothing: Check = function* (draft): Generator<KnowledgeProblem> {
  const unread = unreadOnly(draft);
  const found: Unread[] = [];
  const file = draft.lists["contraceptives.yaml"];
  for (const [index, method] of file?.data.contraceptives.entries() ?? []) {
    if (file === undefined || method.class === "not-accepted") continue;
    const otherwise = "class it `not-accepted`";
    if (unread(method.cites))
      found.push({
        file,
        at: ["contraceptives", index, "cites"],
        says: `\`${method.id}\` is accepted`,
        otherwise,
      });
    for (const place of unreadCodes(method.codes)) {
      const at = ["contraceptives", index, "codes", place];
      found.push({
        file,
        at,
        says: `a code makes someone's method the accepted \`${method.id}\``,
        otherwise: "remove the code",
      });
    }
  }
  const listed = draft.lists["indications.yaml"];
  for (const [index, indication] of listed?.data.indications.entries() ?? []) {
    if (listed === undefined || ["none", "harmful", "never"].includes(indication.class)) continue;
    const at = ["indications", index];
    const otherwise = "mark the code's indication `none`, or remove the code";
    for (const place of unreadCodes(indication.codes)) {
      found.push({
        file: listed,
        at: [...at, "codes", place],
        says: `a code makes a diagnosis \`${indication.id}\` (${indication.class})`,
        otherwise,
      });
    }
    if (indication.class === "off-label" || !unread(indication.cites)) continue;
    found.push({
      file: listed,
      at: [...at, "cites"],
      says: `\`${indication.id}\` is ${indication.class}`,
      otherwise: "mark the indication `none`",
    });
  }
  const medicines = draft.lists["medicines.yaml"];
  for (const [index, { id, verdict, cites, byRoute }] of medicines?.data.medicines.entries() ?? []) {
    if (medicines === undefined) continue;
    const at = ["medicines", index];
    const otherwise = "write `verdict: ask`";
    if (verdict === "pass" && unread(cites))
      found.push({ file: medicines, at: [...at, "verdict"], says: `\`${id}\` passes`, otherwise });
    for (const [place, route] of byRoute.entries()) {
      if (route.verdict !== "pass" || !unread(route.cites)) continue;
      const says = `\`${id}\` passes by another route`;
      found.push({ file: medicines, at: [...at, "byRoute", place, "verdict"], says, otherwise });
    }
  }
  const products = draft.lists["products.yaml"];
  for (const [index, product] of products?.data.products.entries() ?? []) {
    if (products === undefined || !product.excipientsComplete || !unread(product.cites)) continue;
    const says = `the excipients of \`${product.id}\` are called complete`;
    found.push({
      file: products,
      at: ["products", index, "excipientsComplete"],
      says,
      otherwise: "write `excipientsComplete: false`",
    });
  }
  for (const [index, { mg, code, cites }] of products?.data.ingredient.strengthCodes.entries() ?? []) {
    if (products === undefined || (code.checked !== "unread" && !unread(cites))) continue;
    const says = `${code.system} ${code.code} is believed to mean ${mg} mg`;
    found.push({
      file: products,
      at: ["ingredient", "strengthCodes", index],
      says,
      otherwise: "remove the code",
    });
  }
  const labs = draft.lists["labs.yaml"];
  for (const [index, analyte] of labs?.data.analytes.entries() ?? []) {
    if (labs === undefined) continue;
    const at = ["analytes", index];
    for (const [place, { from, cites }] of analyte.factors.entries()) {
      if (!unread(cites)) continue;
      const says = `\`${analyte.id}\` is converted from ${from}`;
      found.push({ file: labs, at: [...at, "factors", place], says, otherwise: "remove the factor" });
    }
    for (const place of unreadCodes(analyte.codes)) {
      const says = `a code makes a result one of \`${analyte.id}\``;
      found.push({ file: labs, at: [...at, "codes", place], says, otherwise: "remove the code" });
    }
  }
  const judgedOf = judgedIn(draft);
  const activities = draft.lists["activities.yaml"];
  for (const [index, activity] of activities?.data.activities.entries() ?? []) {
    if (activities === undefined) continue;
    for (const [place, one] of activity.statements.entries()) {
      const { during, cites } = one;
      if (judgedOf(one) !== "supported" || during === "no" || during === "ask" || !unread(cites)) continue;
      found.push({
        file: activities,
        at: ["activities", index, "statements", place],
        says: `\`${activity.id}\` is permitted during treatment`,
        otherwise: "write `during: ask`",
      });
    }
  }
  for (const one of found) {
    const otherwise = `${one.otherwise.charAt(0).toUpperCase()}${one.otherwise.slice(1)}`;
    const remedy = `${otherwise}; or read the source and mark it \`read\`: unread never makes anything more permissive.`;
    yield problemAt(one.file, one.at, `${one.says}, and nobody has read the source of it`, remedy);
  }
};

function unreadCodes(codes: readonly { readonly checked: string }[]): number[] {
  return [...codes.entries()].filter(([, code]) => code.checked === "unread").map(([place]) => place);
}

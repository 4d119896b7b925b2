/** Small parts that many pages share. */
import type { Verdict } from "../../core/finding.ts";
import type { Judged } from "../../core/knowledge/parts.ts";
import type { Permission } from "../../core/knowledge/topics/permission.ts";
import { type Html, html, type Part } from "../html.ts";
import type { View } from "../view.ts";

const toneOfPermission: { readonly [P in Permission]: Verdict } = {
  yes: "pass",
  care: "advise",
  ask: "ask",
  no: "stop",
};
/** The colour of a judgement. */
export const toneOfJudgement: { readonly [J in Judged]: Verdict } = {
  supported: "pass",
  "house-rule": "advise",
  outdated: "ask",
  unsupported: "ask",
  wrong: "stop",
  dangerous: "stop",
};

/** A word or two in the colour of a verdict: the word says it, the colour only helps. */
export function badge(tone: Verdict, words: string): Html {
  return html`<span class="badge" data-verdict="${tone}">${words}</span>`;
}

export function permissionBadge({ text }: View, permission: Permission): Html {
  return badge(toneOfPermission[permission], text.frame.permissions[permission]);
}

export function judgementBadge({ text }: View, judged: Judged): Html {
  return badge(toneOfJudgement[judged], text.frame.judged[judged]);
}

/** A heading with what stands under it; `id` to link to it. */
export function section(id: string, title: string, body: Part, lead?: string): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${
    lead !== undefined && html`<p class="section-lead">${lead}</p>`
  }${body}</section>`;
}

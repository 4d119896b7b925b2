/** What became of each FHIR resource, for a terminal. */
import type { AccountLine } from "../fhir/account.ts";
import { accountSentence } from "../fhir/account-words.ts";
import type { Language } from "../words/words.ts";

/** Short: how many were read and why others were not. Whole: a line for each resource. */
export function accountText(account: readonly AccountLine[], language: Language, whole: boolean): string {
  const used = account.filter(({ became }) => became.length > 0);
  const head =
    language === "ja"
      ? `FHIRリソース ${account.length}件:${used.length}件を読み取り、${account.length - used.length}件は使いませんでした${whole ? "。" : "(--account で内訳)。"}`
      : `${account.length} FHIR resources: ${used.length} read, ${account.length - used.length} left aside${whole ? "." : " (--account lists them)."}`;
  if (!whole) return `${head}\n`;
  const lines = account.map(({ resource, became, leftAside }) => {
    const parts = [
      ...(became.length === 0 ? [] : [`→ ${became.join(", ")}`]),
      ...(leftAside === undefined ? [] : [accountSentence(leftAside, language)]),
    ];
    return `  ${resource}  ${parts.join("  ")}`;
  });
  return [head, ...lines, ""].join("\n");
}

/** Names that sentences of every language look up alike. */
import type { RuleWords, Say } from "./words.ts";

/** An illness by its name; what is treated may be one too. */
export function conditionName(id: string, say: Say): string {
  const name = say.name("condition", id);
  return name === id ? say.name("indication", id) : name;
}

/** The claim of a rule as a heading; the id itself where there is no such rule. */
export function ruleTitle(rules: RuleWords, id: string): string {
  return Object.hasOwn(rules, id) ? rules[id as keyof RuleWords].title : id;
}

/** The items of a list with every name they are asked for by: a medicine also by the name on its pack. */
import { type NamedItem, namedIn } from "../../../app/questions/given.ts";
import type { Knowledge } from "../../../core/knowledge/schema.ts";
import type { ChoiceList } from "../../../core/questions/fields.ts";

export function findableIn(list: ChoiceList, knowledge: Knowledge): readonly NamedItem[] {
  return list === "medicines"
    ? Object.values(knowledge.medicines).map(({ id, name, aliases, brands }) => ({
        id,
        name,
        aliases: [...brands, ...aliases],
      }))
    : namedIn(list, knowledge);
}

/** What a field can choose from the knowledge, found by any of its names. */
import type { ComboboxItem, OptionsFilter } from "@mantine/core";
import { namedIn } from "../../../app/questions/given.ts";
import { findByName } from "../../../core/names/find-by-name.ts";
import { matches } from "../../../core/names/matching.ts";
import type { ChoiceList } from "../../../core/questions/fields.ts";
import type { Language } from "../../../words/words.ts";
import { knowledge } from "../../knowledge.ts";
import { findableIn } from "../find/findable.ts";

export function knownChoices(of: ChoiceList, language: Language): ComboboxItem[] {
  return namedIn(of, knowledge).map(({ id, name }) => ({ value: id, label: name[language] }));
}

/** As names alone, where anything may be typed. */
export function knownNames(of: ChoiceList | undefined, language: Language): string[] {
  return of === undefined ? [] : [...new Set(namedIn(of, knowledge).map(({ name }) => name[language]))];
}

/** The id of what a link or a person named; the text itself where nothing is called so. */
export function knownId(of: ChoiceList, text: string): string {
  const found = findByName(namedIn(of, knowledge), text);
  return found.is === "found" ? found.id : text;
}

/** The name of what an id stands for; the text itself where it is no id. */
export function knownName(of: ChoiceList, id: string, language: Language): string {
  return namedIn(of, knowledge).find((one) => one.id === knownId(of, id))?.name[language] ?? id;
}

const mostShown = 200;

/** Finds options by every name that the knowledge has for them. */
export function byAnyName(of: ChoiceList, isThis: "id" | "name"): OptionsFilter {
  const items = findableIn(of, knowledge);
  return ({ options, search }) => {
    if (search.trim() === "") return options;
    const ranks = new Map(
      matches(items, search, mostShown).flatMap(({ item }, rank) =>
        (isThis === "id" ? [item.id] : [item.name.en, item.name.ja]).map((name) => [name, rank] as const),
      ),
    );
    const rankOf = (option: (typeof options)[number]) =>
      "value" in option ? ranks.get(option.value) : undefined;
    return options
      .filter((option) => rankOf(option) !== undefined)
      .toSorted((a, b) => (rankOf(a) ?? 0) - (rankOf(b) ?? 0));
  };
}

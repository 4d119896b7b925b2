import type { CommandName } from "../../app/commands/index.ts";
import { commands as en } from "../../words/en/commands.ts";
import { commands as ja } from "../../words/ja/commands.ts";
import { useText } from "./language.tsx";

type Titles = { readonly [C in CommandName]: string };
const titles: { readonly en: Titles; readonly ja: Titles } = { en, ja };

/** Commands as labels of buttons and forms. */
export function useCommands(): Titles {
  return useText(titles);
}

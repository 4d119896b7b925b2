/** Words of the forms. */
import { en } from "./text/en.ts";
import { ja } from "./text/ja.ts";

export const formText = { en, ja };

/** Which of our languages a caller would rather read. */
import { type Language, languages } from "../words/words.ts";

/** @param accepts an `Accept-Language` header, such as `ja-JP, en;q=0.8`; English where it asks for neither */
export function languageOf(accepts: string | undefined): Language {
  const wanted = (accepts ?? "").split(",").map((part) => {
    const [tag = "", ...parameters] = part.trim().split(";");
    const q = parameters.find((one) => one.trim().startsWith("q="));
    return { tag: tag.toLowerCase().split("-")[0], weight: q === undefined ? 1 : Number(q.trim().slice(2)) };
  });
  const best = wanted
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .find(({ tag }) => languages.some((language) => language === tag));
  return languages.find((language) => language === best?.tag) ?? "en";
}

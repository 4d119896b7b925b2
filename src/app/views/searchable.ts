/** Text as it is compared when somebody is looked for: width, case, kana and spaces make no difference. */
export function searchable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))
    .replaceAll(/[\s・,.'’-]/g, "");
}

/** A number as somebody typed it: full-width digits are read, and nothing is guessed. */
export function numberOf(text: string): number | undefined {
  const plain = text.normalize("NFKC").replaceAll(/\s/g, "");
  return /^\d{1,9}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined;
}

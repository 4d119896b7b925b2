/** What went wrong on our side, on standard error: where it happened, and no value that stood in the record. */

/** One line of JSON; the caller was told its id. */
export function logged(id: string, cause: unknown): void {
  console.error(JSON.stringify({ id, at: new Date().toISOString(), ...described(cause) }));
}

/** An error without what it quotes: names and values of a patient stand in quotation marks or are numbers. */
export function described(cause: unknown) {
  if (!(cause instanceof Error)) return { error: typeof cause };
  const { name, message, stack = "" } = cause;
  return {
    error: name,
    says: message.replaceAll(/"[^"]*"|'[^']*'|“[^”]*”|\d+(?:[.,:-]\d+)*/g, "…"),
    stack: stack
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line.startsWith("at ")),
  };
}

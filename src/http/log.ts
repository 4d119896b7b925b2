/** What went wrong on our side, on standard error: where it happened, and no value that stood in the record. */

/** One line of JSON; the caller was told its id. */
export function logged(id: string, cause: unknown): void {
  console.error(JSON.stringify({ id, at: new Date().toISOString(), ...described(cause) }));
}

/** Characters of an error's message: one that quotes a caller may quote a megabyte. */
const mostSaid = 2000;

/** An error without what it quotes: names and values of a patient stand in quotation marks or are numbers. */
export function described(cause: unknown) {
  if (!(cause instanceof Error)) return { error: typeof cause };
  const { name, message, stack = "" } = cause;
  // What was cut within quotation marks is closed again: it is what they hold that must not be seen.
  const said = message.length > mostSaid ? `${message.slice(0, mostSaid)}"”'` : message;
  return {
    error: name,
    says: said.replaceAll(/"[^"]*"|'[^']*'|“[^”]*”|\d+(?:[.,:-]\d+)*/g, "…"),
    stack: stack
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line.startsWith("at ")),
  };
}

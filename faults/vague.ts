/** Whether a problem says what is wrong, in both languages, what to do, and where in the request. */

interface Told {
  readonly type?: string;
  readonly status?: number;
  readonly title?: string;
  readonly text?: { readonly en: string; readonly ja: string };
  readonly remedy?: { readonly en: string; readonly ja: string };
  readonly errors?: readonly {
    readonly pointer?: string;
    readonly parameter?: string;
    readonly detail?: string;
  }[];
}

/** Problems that are about a part of the request. */
const ofPlaces: ReadonlySet<string> = new Set(["does-not-fit", "bad-query", "import-refused"]);

/** The request, and the status it was answered with. */
interface Sent {
  readonly status: number;
  readonly path: string;
  readonly body?: string | Uint8Array | undefined;
}

/** What it leaves open; undefined where nothing. */
export function vague(told: unknown, sent: Sent): string | undefined {
  const { type = "", status, title = "", text, remedy, errors = [] } = told as Told;
  if (!type.startsWith("/problems/") || status !== sent.status)
    return `is no problem of this status: ${type}`;
  const words = [title, text?.en, text?.ja, remedy?.en, remedy?.ja];
  if (words.some((one) => one === undefined || one.trim() === "" || hasGap(one, sent)))
    return `does not say what is wrong and what to do: ${words.join(" | ")}`;
  const name = type.slice("/problems/".length);
  if (!ofPlaces.has(name)) return undefined;
  if (errors.length === 0) return `${name} does not say where`;
  for (const { pointer, parameter, detail = "" } of errors) {
    if (detail === "" || (pointer === undefined) === (parameter === undefined))
      return `${name} does not say what is wrong at ${pointer ?? parameter}`;
    if (name === "does-not-fit" && pointer !== undefined && !isThere(pointer, sent.body))
      return `${name} names a place that is not there: ${pointer} (${detail})`;
  }
  return undefined;
}

/** Whether something was left unsaid in the words, that is no part of what was sent. */
function hasGap(words: string, { path, body }: Sent): boolean {
  const gap = /\{\w+\}|undefined/.exec(words)?.[0];
  return gap !== undefined && !decodeURIComponent(path).includes(gap) && !String(body).includes(gap);
}

/** Whether a JSON Pointer leads to something in the body, or to something that is missing in what is there. */
function isThere(pointer: string, body: string | Uint8Array | undefined): boolean {
  if (!/^#(?:\/|$)/.test(pointer)) return false;
  const steps = pointer.split("/").slice(1);
  let at: unknown;
  try {
    at = JSON.parse(typeof body === "string" ? body : new TextDecoder().decode(body));
  } catch {
    at = {};
  }
  for (const step of steps.slice(0, -1)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, name)) return false;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return true;
}

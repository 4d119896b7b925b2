/** Whether a request comes from a page of ours: a browser sends the cookie along whoever asks it to. */

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/** The origin that a request was sent to: the one that was set, or the one it names itself. */
export function ownOrigin(request: Request, publicUrl: string | undefined): string {
  return publicUrl ?? new URL(request.url).origin;
}

/** A page of another site sent it. Browsers say so; what says nothing of where it is from is no browser's. */
export function isFromElsewhere(request: Request, publicUrl: string | undefined): boolean {
  if (reading.has(request.method)) return false;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = request.headers.get("origin");
  return origin !== null && origin !== ownOrigin(request, publicUrl);
}

/** A cookie counts for a write only where the browser says that a page of ours asks. */
export function cookieCounts(request: Request, publicUrl: string | undefined): boolean {
  if (reading.has(request.method)) return true;
  const { headers } = request;
  if (headers.get("sec-fetch-site") === "same-origin") return true;
  if (!headers.has("origin") && !headers.has("sec-fetch-site")) return false;
  return !isFromElsewhere(request, publicUrl);
}

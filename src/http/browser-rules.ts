/**
 * What every answer tells a browser, whoever of us gives it, an error of the connection's included: nothing is guessed,
 * nothing is framed, no address leads away, no other site reads along. Parts with pages of their own say more.
 */

/** Allows nothing at all: a page that needs something names it instead. */
export const nothingAllowed =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

/** Of a browser's devices nothing is asked for, by us or by anybody in a frame. Passkeys stay as they are: our own. */
const noDevices = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
]
  .map((device) => `${device}=()`)
  .join(", ");

const yearS = 365 * 24 * 3600;

/** @param publicUrl with https the browser is told to come by TLS alone, from now on, to this name and those below it */
export function browserRules(publicUrl: string | undefined): readonly (readonly [string, string])[] {
  const overTls = publicUrl?.toLowerCase().startsWith("https:") === true;
  return [
    ["Content-Security-Policy", nothingAllowed],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Permissions-Policy", noDevices],
    ["Referrer-Policy", "no-referrer"],
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", "DENY"],
    ...(overTls ? [["Strict-Transport-Security", `max-age=${yearS}; includeSubDomains`] as const] : []),
  ];
}

/** What a browser calls itself, in two words that its owner knows. */

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, "Edge"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bCriOS\/|\bChrome\/|\bHeadlessChrome\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "Mac"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** @param agent the `User-Agent` @returns no name where it is no browser that is known */
export function deviceOf(agent: string): { readonly name: string | undefined; readonly isPhone: boolean } {
  const known = (list: typeof browsers) => list.find(([pattern]) => pattern.test(agent))?.[1];
  const parts = [known(browsers), known(systems)].filter((part) => part !== undefined);
  return {
    name: parts.length === 0 ? undefined : parts.join(", "),
    isPhone: /\biPhone\b|\bAndroid\b.*\bMobile\b/.test(agent),
  };
}

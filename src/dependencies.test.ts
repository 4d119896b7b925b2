/** What we take from others: pinned, under licences that a hospital can live with, and running nothing when it is installed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageFolder } from "./app/write-schemas.ts";

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}
const json = (path: string): unknown => JSON.parse(readFileSync(join(packageFolder, path), "utf8"));
const { packages } = json("package-lock.json") as { readonly packages: Readonly<Record<string, Locked>> };
const own = json("package.json") as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const installed = Object.entries(packages).filter(([path]) => path !== "");
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/** They ask for nothing but their notice. */
const permissive = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "Python-2.0",
  "PSF-2.0",
  "(MIT OR CC0-1.0)",
  "WTFPL OR ISC",
]);
/** Read one by one. */
const read: readonly { readonly name: RegExp; readonly license: string }[] = [
  // Its own words, on the terms of the BSD licence: notice, and no endorsement. It brings UCUM's table under UCUM's terms.
  { name: /^@lhncbc\/ucum-lhc$/, license: "SEE LICENSE IN LICENSE.md" },
  // Changes to its own files would have to be given away; there are none. It shortens the web app's style when that is built.
  { name: /^lightningcss(-[\w-]+)?$/, license: "MPL-2.0" },
];

describe("What runs in production", () => {
  const production = installed.filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true);

  test("is under licences that permit its use, each named or read", () => {
    const others = production.filter(([path, { license = "" }]) => {
      const isRead = read.some((one) => one.name.test(nameOf(path)) && one.license === license);
      return !permissive.has(license) && !isRead;
    });
    expect(others.map(([path, { license }]) => `${nameOf(path)}: ${license}`)).toEqual([]);
    expect(production.length).toBeGreaterThan(100);
  });

  test("is asked for by us in one version each, without a range", () => {
    const ranged = [own.dependencies, own.devDependencies, own.overrides]
      .flatMap((list) => Object.entries(list))
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(ranged).toEqual([]);
  });
});

describe("All packages", () => {
  test("are pinned by a hash each, to one version", () => {
    const loose = installed.filter(
      ([, { integrity = "", version = "", link }]) =>
        link !== true && !(integrity.startsWith("sha512-") && /^\d/.test(version)),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
    expect(installed.length).toBeGreaterThan(200);
  });

  test("run nothing when they are installed, but those that were allowed to", () => {
    const scripts = new Set(
      installed.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => nameOf(path)),
    );
    expect([...scripts].toSorted()).toEqual(Object.keys(own.allowScripts).toSorted());
  });
});

/** A real browser with a Japanese font: the package's own Chromium, or an installed one where that does not start. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import packed from "@sparticuz/chromium";
import { type Browser, chromium, type Page } from "playwright-core";

const fontFolder = dirname(
  createRequire(import.meta.url).resolve("@fontsource-variable/noto-sans-jp/package.json"),
);

/** Made for one page in a small cloud function: a second context would end the browser, and its checks are off. */
const unwanted = new Set([
  "--single-process",
  "--no-zygote",
  "--disable-web-security",
  "--allow-running-insecure-content",
  // Drawing through an imitated graphics card takes more of the processor than all else together.
  "--ignore-gpu-blocklist",
  "--in-process-gpu",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
]);

export async function openBrowser(): Promise<Browser> {
  try {
    const args = [...packed.args.filter((arg) => !unwanted.has(arg)), "--disable-gpu"];
    return await chromium.launch({ executablePath: await packed.executablePath(), args, headless: true });
  } catch {
    return await chromium.launch({ channel: "chromium", headless: true });
  }
}

const lent = new WeakSet<Page>();

/** From the page's own address, for the content policy lets nothing else in. */
async function lendFont(page: Page): Promise<void> {
  if (lent.has(page)) return;
  lent.add(page);
  await page.route("**/lent-font/*", async (route) => {
    const name = basename(new URL(route.request().url()).pathname);
    if (name !== "font.css") {
      await route.fulfill({ path: join(fontFolder, "files", name), contentType: "font/woff2" });
      return;
    }
    const faces = readFileSync(join(fontFolder, "wght.css"), "utf8").replaceAll("./files/", "");
    const use = ":root { --sans: 'Noto Sans JP Variable', sans-serif !important; }";
    await route.fulfill({ body: `${faces}\n${use}`, contentType: "text/css" });
  });
}

/**
 * Gives the page the font that a Japanese device would have, so that no character shows as a box. Call once the page is
 * there, and again where new characters may have come. Only where somebody looks at it: from here on the browser asks
 * for each file of the page anew, because its requests are looked into.
 */
export async function useLentFont(page: Page): Promise<void> {
  await lendFont(page);
  await page
    .evaluate(() => document.querySelector("link[href='/lent-font/font.css']") !== null)
    .then(async (there) => {
      if (!there) await page.addStyleTag({ url: "/lent-font/font.css" });
    });
  // The font comes in a hundred parts, each fetched when one of its characters is first laid out.
  await page.waitForFunction(async () => {
    await new Promise((resolve) => setTimeout(resolve, 120));
    return document.fonts.status === "loaded";
  });
}

/** What a screen reader would trip over on a page as it stands, and where. */
export async function violations(page: Page): Promise<{ id: string; impact: string; html: string }[]> {
  const found = await new AxeBuilder({ page })
    // One page without frames: only what is wrong is gathered, and no second page is opened.
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  return found.violations.map(({ id, impact, nodes }) => ({
    id,
    impact: impact ?? "",
    html: nodes.map(({ html }) => html.slice(0, 200)).join(" | "),
  }));
}

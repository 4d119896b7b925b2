/** The public site over HTTP: pages without a script, which a visitor reads without an account. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { secureHeaders } from "hono/secure-headers";
import { type At, type Day, dayOf } from "../../core/calendar.ts";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import { placeOf, type Site, siteOf } from "../../site/site.ts";
import { type Language, languages } from "../../words/words.ts";
import { languageOf } from "../language.ts";

/** Where readers are: the rules in force are those of the day there. */
const zone = "Asia/Tokyo";

const file = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");

/** Whether an address is the public site's rather than the app's. */
export function isOfSite(path: string): boolean {
  return placeOf(path) !== undefined || inCapitals(path) !== undefined || Object.hasOwn(files, path);
}

/** The address that was meant where the language was written in capitals, as a phone's keyboard begins a word. */
function inCapitals(path: string): string | undefined {
  const [, first = "", ...rest] = path.split("/");
  const language = languages.find((one) => one !== first && one === first.toLowerCase());
  return language === undefined ? undefined : ["", language, ...rest].join("/");
}

const css = "text/css; charset=utf-8";
const plain = "text/plain; charset=utf-8";
/** What is no page. */
const files: Readonly<Record<string, (site: Site, origin: string) => readonly [type: string, body: string]>> =
  {
    "/site.css": () => [css, `${file("../../web/style/colours.css")}\n${file("../../site/site.css")}`],
    "/site.svg": () => ["image/svg+xml", file("../../web/mark.svg")],
    "/clinical-safety.md": () => [plain, file("../../../docs/clinical-safety.md")],
    "/robots.txt": (_site, origin) => [
      plain,
      `User-agent: *\nDisallow: /api/\nDisallow: /patients/\n\nSitemap: ${origin}/sitemap.txt\n`,
    ],
    "/sitemap.txt": ({ paths }, origin) => [
      plain,
      languages.flatMap((language) => paths.map((path) => `${origin}/${language}${path}\n`)).join(""),
    ],
  };

/**
 * The site as an app that can be asked without a port.
 * @param publicOrigin under which readers find it; where left out, as each of them asked for it
 */
export function siteServer(knowledge: Knowledge, now: () => At, publicOrigin?: string): Hono {
  const app = new Hono();
  const today = siteOfToday(knowledge, now);
  app.use(compress());
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
      referrerPolicy: "no-referrer",
      strictTransportSecurity: false,
      xFrameOptions: "DENY",
    }),
  );
  // Named by the page itself, which changes with the knowledge, the words and the day alike.
  app.use(etag());
  app.use(async (c, next) => {
    await next();
    c.header("Cache-Control", "no-cache");
  });
  app.get("*", (c) => answer(c, today(publicOrigin ?? new URL(c.req.url).origin)));
  app.all("*", (c) => c.text("This address can only be read.\n", 405, { Allow: "GET, HEAD" }));
  return app;
}

function answer(c: Context, { origin, site, kept }: Today): Response | Promise<Response> {
  const url = new URL(c.req.url);
  const listed = Object.hasOwn(files, url.pathname) ? files[url.pathname] : undefined;
  if (listed !== undefined) {
    const [type, body] = listed(site, origin);
    return c.body(body, 200, { "Content-Type": type });
  }
  const meant = inCapitals(url.pathname);
  if (meant !== undefined) return c.redirect(`${meant}${url.search}`, 308);
  const place = placeOf(url.pathname);
  // Beneath the site's addresses and the app's there is nothing: said in the language that the reader would rather read.
  if (place === undefined) {
    c.header("Vary", "Accept-Language", { append: true });
    return c.html(site.notFound(languageOf(c.req.header("accept-language"))), 404);
  }
  const { language, path } = place;
  if (path.endsWith("/")) return c.redirect(`/${language}${withoutSlashes(path)}${url.search}`, 308);
  const page =
    url.search === "" ? keptPage(kept, site, language, path) : site.page(language, path, url.searchParams);
  return page === undefined ? c.html(site.notFound(language), 404) : c.html(page);
}

/** Counted, for a regular expression would go through a row of slashes again from each of them. */
function withoutSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}

/** A page is drawn once a day; what somebody searched for is not kept. */
function keptPage(kept: Map<string, string>, site: Site, language: Language, path: string) {
  const key = `${language}${path}`;
  const page = kept.get(key) ?? site.page(language, path);
  if (page !== undefined) kept.set(key, page);
  return page;
}

interface Today {
  readonly day: Day;
  /** Where readers of it found the site: a page names its own address in full. */
  readonly origin: string;
  readonly site: Site;
  readonly kept: Map<string, string>;
}

function siteOfToday(knowledge: Knowledge, now: () => At): (origin: string) => Today {
  let current: Today | undefined;
  return (origin) => {
    const day = dayOf(now(), zone);
    if (current?.day !== day || current.origin !== origin)
      current = { day, origin, site: siteOf(knowledge, day, origin), kept: new Map() };
    return current;
  };
}

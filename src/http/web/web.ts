/** The built web app, with headers that keep it to itself. */
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { secureHeaders } from "hono/secure-headers";

/**
 * Serves the files of a built web app, and its page for every address that the app itself knows; who stands beneath
 * answers the others. Everything comes from
 * this server and nothing may leave the page: a record that someone opens in it cannot be sent anywhere. Mantine's
 * variables are a CSS file (not its runtime `<style>`), so that styles need no "unsafe-inline" either.
 */
export function webServer(folder: string, beneath: Beneath = nothingBeneath): Hono {
  const app = new Hono();
  app.use(compress());
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
      referrerPolicy: "no-referrer",
      strictTransportSecurity: false,
      xFrameOptions: "DENY",
    }),
  );
  app.use(async (c, next) => {
    await next();
    // Files under assets/ carry a hash of their content in their name.
    const forGood = c.res.ok && c.req.path.startsWith("/assets/");
    c.header("Cache-Control", forGood ? "public, max-age=31536000, immutable" : "no-cache");
  });
  app.get("*", serveStatic({ root: folder }));
  app.get("*", (c, next) =>
    isPage(c) && isOfApp(c.req.path) ? serveStatic({ root: folder, path: "index.html" })(c, next) : next(),
  );
  app.notFound((c) => (isFile(c.req.path) ? nothingBeneath() : beneath(c.req.raw)));
  return app;
}

/** A browser on its way to a page, such as /patients/K7QX2M9P: no file, and something a person reads. */
function isPage(c: Context): boolean {
  return !isFile(c.req.path) && (c.req.header("accept") ?? "").includes("text/html");
}

function isFile(path: string): boolean {
  return path.split("/").at(-1)?.includes(".") === true;
}

/** Where the app's own addresses begin; a test holds them against the app's routes. */
const beginnings: ReadonlySet<string> = new Set([
  "",
  "ask",
  "downtime",
  "protocols",
  "patients",
  "dispense",
  "check",
  "sign-in",
  "account",
  "audit",
  "staff",
]);

function isOfApp(path: string): boolean {
  return beginnings.has(path.split("/")[1] ?? "");
}

/** Who answers at an address that neither holds a file nor belongs to the app. */
export type Beneath = (request: Request) => Response | Promise<Response>;

const nothingBeneath = (): Response =>
  new Response("There is nothing at this address. The app is at /\n", {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });

/** Before any test in a browser: the web app is built, once, so that two files side by side do not both build it. */
import { buildWeb, isWebStale } from "../src/http/build-web.ts";

export default async function webBuilt(): Promise<void> {
  if (isWebStale()) await buildWeb();
}

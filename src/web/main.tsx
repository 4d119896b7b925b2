/** Starts the page. The core needs Temporal: where a browser lacks it, it is loaded before anything else. */
if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");
const { start } = await import("./app.tsx");
start(document.getElementById("root"));

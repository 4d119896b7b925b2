/** Modules that vite.config.ts makes out of knowledge/ and examples/. */
declare module "virtual:knowledge" {
  const knowledge: import("../core/knowledge/schema.ts").Knowledge;
  export default knowledge;
}
declare module "virtual:examples" {
  const examples: readonly import("./examples/example.ts").Example[];
  export default examples;
}

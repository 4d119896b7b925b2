/** Modules that vite.config.ts makes out of knowledge/ and examples/. */
// An ambient module may not import by a relative name, only name a type.
// oxlint-disable typescript/consistent-type-imports
declare module "virtual:knowledge" {
  const knowledge: import("../core/knowledge/schema.ts").Knowledge;
  export default knowledge;
}
declare module "virtual:examples" {
  const examples: readonly import("./examples/example.ts").Example[];
  export default examples;
}

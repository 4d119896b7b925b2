/** Modules that vite.config.ts makes out of knowledge/ and examples/. */
// An ambient module may not import by a relative name, only name a type.
// oxlint-disable typescript/consistent-type-imports
declare module "virtual:knowledge" {
  const knowledge: Omit<import("../core/knowledge/schema.ts").Knowledge, "claims">;
  export default knowledge;
}
declare module "virtual:claims" {
  const claims: import("../core/knowledge/schema.ts").Knowledge["claims"];
  export default claims;
}
declare module "virtual:examples" {
  const examples: readonly import("./examples/example.ts").Example[];
  export default examples;
}

/** Where a ledger is kept: in a folder, or in a PostgreSQL database with its keys in that or another one. */
export type Place = { readonly folder: string } | { readonly database: string; readonly keys?: string };

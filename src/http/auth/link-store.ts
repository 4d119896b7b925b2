/** One-time links in the accounts' own database. */
import type { DBAdapter } from "better-auth";
import type { Link, LinkStore } from "./invitations.ts";

interface Row {
  readonly id: string;
  readonly purpose: Link["purpose"];
  readonly payload: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

export function linkStore(
  adapter: Pick<DBAdapter, "create" | "findOne" | "findMany" | "update" | "incrementOne" | "deleteMany">,
): LinkStore {
  const model = "link";
  return {
    async put(hash, { purpose, payload, expiresAt }) {
      const data = { hash, purpose, payload: JSON.stringify(payload), createdAt: new Date(), expiresAt };
      await adapter.create({ model, data });
    },
    async find(hash) {
      const row = await adapter.findOne<Row>({ model, where: [{ field: "hash", value: hash }] });
      if (row === null) return undefined;
      const { purpose, payload, expiresAt, usedAt } = row;
      return { purpose, payload: JSON.parse(payload) as Link["payload"], expiresAt, usedAt };
    },
    async use(hash) {
      // One statement: of two at once, the row lets one through.
      const where = [
        { field: "hash", value: hash },
        { field: "usedAt", value: null },
      ];
      const used = await adapter.incrementOne({ model, where, increment: {}, set: { usedAt: new Date() } });
      return used !== null;
    },
    async release(hash) {
      await adapter.update({ model, where: [{ field: "hash", value: hash }], update: { usedAt: null } });
    },
    async withdraw(purpose, account) {
      const unused = [
        { field: "purpose", value: purpose },
        { field: "usedAt", value: null },
      ];
      if (account === undefined) {
        await adapter.deleteMany({ model, where: unused });
        return;
      }
      for (const { id, payload } of await adapter.findMany<Row>({ model, where: unused })) {
        const isTheirs = (JSON.parse(payload) as Link["payload"])["account"] === account;
        if (isTheirs) await adapter.deleteMany({ model, where: [{ field: "id", value: id }] });
      }
    },
  };
}

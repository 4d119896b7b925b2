/** Sessions as better-auth keeps them. */
import { demoRoleOf } from "./demo.ts";
import type { Engine } from "./engine.ts";
import { type WayIn, waysIn } from "./events.ts";
import type { KeptSession, Sessions } from "./sign-in.ts";

interface Row {
  readonly [field: string]: unknown;
  readonly id: string;
  readonly token: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date;
}

/** @param demo whether people of the demo count: on another server nobody is one of them, whatever was left behind */
export function sessionsIn({ context }: Engine, demo: boolean): Sessions {
  const { internalAdapter } = context;
  return {
    async find(token) {
      const found = await internalAdapter.findSession(token);
      if (found === null || (!demo && demoRoleOf(found.user.id) !== undefined)) return undefined;
      return keptSession(found.session, found.user.name);
    },
    end: (token) => internalAdapter.deleteSession(token),
    async touch(token, updatedAt) {
      await internalAdapter.updateSession(token, { updatedAt });
    },
  };
}

/** @param name of the one whose session it is */
export function keptSession(row: Row, name: string): KeptSession {
  const { id, token, userId, createdAt, updatedAt, expiresAt, startedAt } = row;
  return {
    id,
    token,
    account: userId,
    name,
    how: wayOf(row["how"]),
    secondFactor: row["secondFactor"] === true,
    startedAt: startedAt instanceof Date ? startedAt : createdAt,
    expiresAt,
    usedAt: updatedAt,
  };
}

function wayOf(how: unknown): WayIn {
  return waysIn.find((known) => known === how) ?? "password";
}

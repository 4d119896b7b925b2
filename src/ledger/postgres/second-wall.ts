/**
 * The second wall: servers work as a role that owns nothing. It cannot change what was written, nor take away what
 * keeps it from that, and row-level security (migrations/ledger-2.sql) holds for it, as for the owner.
 */
import pg from "pg";
import type { Owners, ReadModel } from "../ledger.ts";
import type { Client } from "./connect.ts";
import { codeOf } from "./errors.ts";

export const serverRole = "isoward_server";

/** Makes the role where that may be done, and grants it what a server needs. */
export async function raiseWall(client: Client): Promise<void> {
  const { isThere, isOwner, isGranted } = await found(client);
  try {
    if (!isThere) await client.query(`CREATE ROLE ${serverRole} NOLOGIN NOSUPERUSER NOBYPASSRLS`);
    if (isOwner && !isGranted) await client.query(grants);
    if (!(await found(client)).isMember) await client.query(`GRANT ${serverRole} TO CURRENT_USER`);
  } catch (cause) {
    // 42501: this user may not. 42710, 23505, XX000: another server of the same cluster is just doing it.
    if (!["42501", "42710", "23505", "XX000"].includes(codeOf(cause))) throw cause;
  }
}

/** As what a server works, and whether the wall holds it. */
export interface Wall {
  /** Its own user where there is no role that it can work as: an owner is held too, and could take the wall away. */
  readonly role: string | undefined;
  /** False for whoever sees past any wall: a superuser, or who has BYPASSRLS. */
  readonly isHeld: boolean;
}

/** What stands, of a connection that is used for nothing else afterwards. */
export async function wallStands(client: Client): Promise<Wall> {
  const { isThere, isMember, isGranted } = await found(client);
  const role = isThere && isMember && isGranted ? serverRole : undefined;
  if (role !== undefined) await client.query(`SET ROLE ${role}`);
  const { rows } = await client.query<{ held: number }>(
    "SELECT row_security_active('ledger.entries') AS held",
  );
  return { role, isHeld: rows[0]?.held === 1 };
}

const grants = `
  GRANT USAGE ON SCHEMA ledger, views TO ${serverRole};
  GRANT SELECT, INSERT ON ledger.entries, ledger.remembered TO ${serverRole};
  GRANT SELECT, INSERT, UPDATE ON ledger.heads, ledger.about TO ${serverRole};
  GRANT SELECT, UPDATE ON ledger.counter TO ${serverRole};
  GRANT SELECT ON ledger.schema_version TO ${serverRole};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA views TO ${serverRole};
`;

async function found(client: Client) {
  const { rows } = await client.query<
    Record<"isThere" | "isOwner" | "isGranted" | "isMember", number | null>
  >(
    `SELECT r.oid IS NOT NULL AS "isThere", pg_has_role(c.relowner, 'USAGE') AS "isOwner",
       r.oid IS NOT NULL AND has_table_privilege(r.oid, c.oid, 'INSERT') AS "isGranted",
       r.oid IS NOT NULL AND pg_has_role(r.oid, 'SET') AS "isMember"
     FROM pg_class c LEFT JOIN pg_roles r ON r.rolname = $1 WHERE c.oid = 'ledger.about'::regclass`,
    [serverRole],
  );
  const [row] = rows;
  return {
    isThere: row?.isThere === 1,
    isOwner: row?.isOwner === 1,
    isGranted: row?.isGranted === 1,
    isMember: row?.isMember === 1,
  };
}

/** Who sees the rows of a read model's table: what it is given once all tables are made. */
export function wallOf(name: string, table: ReadModel, owners: Owners | undefined): string {
  const rowsOf = table.rowsOf ?? ("clinic" in table.columns ? "clinic" : "stream");
  const ofRow = rowsOf === "clinic" ? isOwnClinic : seesStream(`${name}.stream`, owners, "false");
  const { about } = table;
  const named = `${pg.escapeLiteral(owners?.prefix ?? "")} || ${name}.${about}`;
  const sees = about === undefined ? ofRow : `${ofRow} OR ${seesStream(`(${named})`, owners, "false")}`;
  return `ALTER TABLE views.${name} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    CREATE POLICY of_clinics ON views.${name} USING ((SELECT ledger.sees_all()) OR ${sees});
    DO $$ BEGIN
      IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${serverRole}') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON views.${name} TO ${serverRole};
      END IF;
    END $$;`;
}

/** The same for entries: a stream is seen as a whole or not at all, for half a record is worse than none. */
export const wallOfEntries = (owners: Owners | undefined): string =>
  `CREATE POLICY of_clinics ON ledger.entries
     USING ((SELECT ledger.sees_all()) OR ${seesStream("entries.stream", owners, `clinic = '' OR ${isOwnClinic}`)})`;

/** It stands in the way of dropping what it asks. */
export const withoutWallOfEntries = "DROP POLICY IF EXISTS of_clinics ON ledger.entries";

const isOwnClinic = "clinic = ANY ((SELECT ledger.clinics())::text[])";

/**
 * A stream that belongs to clinics is seen by those; of another it is asked what `otherwise` says. `OFFSET 0` keeps the
 * planner from reading all owners into a hash for one row's sake, which took a hundred times as long.
 */
function seesStream(stream: string, owners: Owners | undefined, otherwise: string): string {
  const isOpened = `${stream} = ANY ((SELECT ledger.streams())::text[])`;
  if (owners === undefined) return `${isOpened} OR ${otherwise}`;
  return `${isOpened} OR CASE WHEN starts_with(${stream}, ${pg.escapeLiteral(owners.prefix)})
    THEN EXISTS (SELECT FROM views.${owners.table} o WHERE o.stream = ${stream} AND o.${isOwnClinic} OFFSET 0)
    ELSE ${otherwise} END`;
}

/** Statements that may touch the read models and nothing else, prepared once and kept. */
import { constants, type DatabaseSync, type StatementSync } from "node:sqlite";

const { SQLITE_OK, SQLITE_DENY, SQLITE_READ, SQLITE_SELECT, SQLITE_FUNCTION, SQLITE_RECURSIVE } = constants;
const { SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE } = constants;

const reading = new Set([SQLITE_SELECT, SQLITE_FUNCTION, SQLITE_RECURSIVE]);
const writing = new Set([SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE]);

export interface Views {
  statement(sql: string): StatementSync;
}

/** Refuses a statement when it is prepared: also one that would end the transaction, or open another file. */
export function viewsOnly(database: DatabaseSync, mayWrite: boolean): Views {
  const authorize = (action: number, table: string | null) => {
    if (reading.has(action)) return SQLITE_OK;
    const isView = table === "" || table?.startsWith("view_") === true;
    return isView && (action === SQLITE_READ || (mayWrite && writing.has(action))) ? SQLITE_OK : SQLITE_DENY;
  };
  const statements = new Map<string, StatementSync>();
  return {
    statement(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      database.setAuthorizer(authorize);
      try {
        const statement = database.prepare(sql);
        statements.set(sql, statement);
        return statement;
      } finally {
        database.setAuthorizer(null);
      }
    },
  };
}

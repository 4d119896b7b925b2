/** Where a ledger is kept: in a folder, or in a PostgreSQL database with its keys in that or another one. */
export type Place = Folder | Database;

interface Sealed {
  /** The file of master keys that seal the keys of private parts, where there is one. */
  readonly masterKeys?: string;
}

export interface Folder extends Sealed {
  readonly folder: string;
}

export interface Database extends Sealed {
  readonly database: string;
  readonly keys?: string;
}

/** Takes a ledger's entries in the order of their positions and says what is wrong with them. */
import { entryHash, genesis, type Head, headsHash, serverStream } from "./chain.ts";
import type { Root, RootBody } from "./root.ts";

export interface Fault {
  /**
   * `hash`: not what was hashed. `gap`: entries are missing between others. `missing-tail`: a stream's newest are.
   * `missing-stream`: all of one are. `root`: the heads were not those that were sealed. `file`: the store is damaged.
   */
  readonly what: "hash" | "gap" | "missing-tail" | "missing-stream" | "root" | "file";
  readonly stream?: string;
  readonly version?: number;
  readonly says: string;
}

/** An entry as it is hashed. */
export interface ChainRow {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly header: string;
  readonly body: string;
  readonly sealed: Uint8Array | null;
  readonly hash: string;
}

/** More than this many faults are counted but not named. */
const mostFaults = 1000;

/** How far a stream was gone through. */
export interface Standing extends Head {
  /** What the next entry may hang on: the hash as it is kept, and as it should be. None where entries are missing. */
  readonly before: readonly string[];
}

export type NoteFault = (
  what: Fault["what"],
  says: string,
  where?: Pick<Fault, "stream" | "version">,
) => void;

/** The next entry of a stream, held against those before it. @param last undefined at its beginning */
export function linked(
  last: Standing | undefined,
  row: Omit<ChainRow, "position">,
  fault: NoteFault,
): Standing {
  const { stream, version, hash } = row;
  const header = parsed(row.header) as { id?: unknown } | undefined;
  const expected = (last?.version ?? 0) + 1;
  let before = last?.before ?? [genesis(stream)];
  if (version !== expected) {
    if (version > expected)
      fault("gap", said(expected, version - 1, "version"), { stream, version: expected });
    else fault("gap", `version ${version} comes after version ${expected - 1}`, { stream, version });
    before = [];
  }
  const should = before.map((hung) => entryHash(hung, row));
  if (before.length > 0 && !should.includes(hash))
    fault("hash", "the entry is not the one that was appended", { stream, version });
  else if (header?.id !== row.id)
    fault("hash", "the entry is filed under an id that is not its own", { stream, version });
  return { stream, version, hash, before: [...new Set([hash, ...should])] };
}

export function chainCheck() {
  const faults: Fault[] = [];
  const standing = new Map<string, Standing>();
  let count = 0;
  let names: string[] = [];
  let position = 0;
  let entries = 0;
  let roots = 0;
  let rootFailed = false;

  const fault: NoteFault = (what, says, where = {}) => {
    count += 1;
    if (faults.length < mostFaults) faults.push({ what, ...where, says });
  };

  const heads = (): Head[] => {
    if (names.length !== standing.size) names = [...standing.keys()].toSorted();
    return names.map((name) => standing.get(name) as Standing);
  };

  const takeRoot = (row: ChainRow) => {
    roots += 1;
    const sealed = parsed(row.body) as Partial<RootBody> | undefined;
    if (rootFailed || (sealed?.position === row.position - 1 && headsHash(heads()) === sealed.heads)) return;
    // All later roots seal the same change again.
    rootFailed = true;
    const { stream, version } = row;
    fault("root", "the streams before this root are not those that were sealed in it", { stream, version });
  };

  return {
    fault,
    take(row: ChainRow) {
      const { stream } = row;
      entries += 1;
      if (row.position !== position + 1)
        fault("gap", `${said(position + 1, row.position - 1, "position")} of the ledger`);
      position = row.position;
      const header = parsed(row.header) as { id?: unknown; type?: unknown } | undefined;
      if (stream === serverStream && header?.type === "root") takeRoot(row);

      standing.set(stream, linked(standing.get(stream), row, fault));
    },
    /** @param kept the heads as the store keeps them beside the entries */
    finish(kept: Iterable<Head>) {
      const unknown = new Set(standing.keys());
      for (const head of kept) {
        unknown.delete(head.stream);
        compare(head, standing.get(head.stream), fault);
        const found = standing.get(head.stream);
        if (found !== undefined && found.version > head.version)
          fault("hash", `the heads stop at version ${head.version}`, found);
        else if (found?.version === head.version && found.hash !== head.hash)
          fault("hash", "the heads name another entry as the newest", head);
      }
      for (const stream of unknown) fault("hash", "the heads do not know the stream", { stream });
    },
    /** @param hashAt the hash the ledger keeps for a version of a stream */
    against(root: Root, hashAt: (stream: string, version: number) => string | undefined) {
      const named = root.heads.map(([stream, version, hash]) => ({ stream, version, hash }));
      if (headsHash(named) !== root.hash || named.length !== root.streams) {
        fault("root", "the root that was given was changed since it was exported");
        return;
      }
      for (const head of named) {
        compare(head, standing.get(head.stream), fault);
        const hash = hashAt(head.stream, head.version);
        if (hash !== undefined && hash !== head.hash)
          fault("hash", `not the entry that stood there on ${root.takenAt}`, {
            stream: head.stream,
            version: head.version,
          });
      }
    },
    result: () => ({ entries, streams: standing.size, roots, position, faultCount: count, faults }),
  };
}

/** Where a stream was said to stand, held against how far it was gone through. */
export function compare(head: Omit<Head, "hash">, found: Head | undefined, fault: NoteFault): void {
  const { stream } = head;
  if (found === undefined) fault("missing-stream", `all ${head.version} entries are missing`, { stream });
  else if (found.version < head.version)
    fault("missing-tail", said(found.version + 1, head.version, "version"), {
      stream,
      version: found.version + 1,
    });
}

const said = (from: number, to: number, what: string): string =>
  from >= to ? `${what} ${from} is missing` : `${what}s ${from} to ${to} are missing`;

/** Undefined where it is no JSON: then its hash does not hold either. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

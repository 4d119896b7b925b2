/** Stands between a ledger and its server and cuts the line where a test wants it cut. */
import { connect, createServer, type Socket } from "node:net";

/** Where the line is cut: before a COMMIT gets through to the server, or before its answer gets back. */
export type Cut = "before COMMIT" | "after COMMIT";

export interface CuttingProxy {
  /** The address of the same database through the proxy. */
  readonly url: string;
  /** Cuts the line at the next COMMIT, and at each one after it while `times` are left. */
  cut(where: Cut, times?: number): void;
  /** How often it has cut. */
  readonly cuts: number;
  /** Takes no connections any more, and breaks those there are; or takes them again. */
  away(isAway: boolean): void;
  /** Leads to the same database of another server from now on, as a name that moves does. */
  leadTo(url: string): void;
  close(): Promise<void>;
}

export async function startProxy(url: string): Promise<CuttingProxy> {
  let target = new URL(url);
  const lines = new Set<Socket>();
  let next: { readonly where: Cut; left: number } | undefined;
  let cuts = 0;
  let isAway = false;
  const server = createServer((near) => {
    if (isAway) {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const line of [near, far]) {
      lines.add(line);
      line.on("error", end);
      line.on("close", () => {
        lines.delete(line);
        end();
      });
    }
    const passing = (where: Cut, word: string, to: Socket) => (data: Buffer) => {
      if (next?.where === where && next.left > 0 && data.includes(word)) {
        next.left -= 1;
        cuts += 1;
        end();
      } else to.write(data);
    };
    // The statement named "commit" is bound with its name, and answered with its tag.
    near.on("data", passing("before COMMIT", "\0commit\0", far));
    far.on("data", passing("after COMMIT", "COMMIT\0", near));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("there is no free port");
  const through = new URL(url);
  through.port = String(address.port);
  const breakAll = () => {
    for (const line of lines) line.destroy();
  };
  return {
    url: through.href,
    cut(where, times = 1) {
      next = { where, left: times };
    },
    get cuts() {
      return cuts;
    },
    away(away) {
      isAway = away;
      if (away) breakAll();
    },
    leadTo(other) {
      target = new URL(other);
      breakAll();
    },
    async close() {
      breakAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Tells of commits, of this server's and the others': by what the database says, and by looking again now and then. */
import { type Client, connect, type Login, pauseMs } from "./connect.ts";
import { channel } from "./write.ts";

/** A notification may be lost with its connection: nobody waits longer than this for what was committed. */
const lookAgainMs = 1000;

/** Calls back at each commit, and once a second besides. */
export function listen({ url, role }: Login, onChange: () => void): { stop(): Promise<void> } {
  let stopped = false;
  let client: Client | undefined;
  let attempt = 0;
  let again: NodeJS.Timeout | undefined;

  const retry = () => {
    client = undefined;
    if (stopped || again !== undefined) return;
    again = setTimeout(
      () => {
        again = undefined;
        starting = start();
      },
      pauseMs((attempt += 1)),
    );
    again.unref();
  };
  const start = async () => {
    try {
      const fresh = await connect(url, { role, onLost: retry });
      fresh.on("notification", onChange);
      await fresh.query(`LISTEN ${channel}`);
      client = fresh;
      attempt = 0;
      if (stopped) await fresh.end();
      onChange();
    } catch {
      retry();
    }
  };
  let starting = start();
  const looking = setInterval(onChange, lookAgainMs).unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(looking);
      clearTimeout(again);
      await starting;
      await client?.end().catch(() => {});
    },
  };
}

/** Asks whoever sits at the terminal. What is secret is not shown while it is typed; a pipe is read line by line. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

export interface Asking {
  plain(question: string): Promise<string>;
  hidden(question: string): Promise<string>;
  close(): void;
}

export function asking(): Asking {
  let shows = true;
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (shows) process.stderr.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY });
  const waiting: ((line: string) => void)[] = [];
  const early: string[] = [];
  let ended = false;
  lines.on("line", (line) => {
    const next = waiting.shift();
    if (next === undefined) early.push(line);
    else next(line);
  });
  lines.on("close", () => {
    ended = true;
    for (const next of waiting) next("");
  });
  // Whoever presses Control-C while typing a password wants to leave.
  lines.on("SIGINT", () => process.exit(130));
  const line = (question: string) =>
    new Promise<string>((resolve) => {
      process.stderr.write(question);
      const first = early.shift();
      if (first !== undefined || ended) resolve(first ?? "");
      else waiting.push(resolve);
    });
  return {
    plain: line,
    async hidden(question) {
      shows = false;
      const answer = await line(question);
      shows = true;
      process.stderr.write("\n");
      return answer;
    },
    close: () => lines.close(),
  };
}

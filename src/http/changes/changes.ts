/**
 * What is written, as server-sent events: which stream, which version, what type of entry; never what it says. One
 * reader follows the ledger for everybody who listens, so that a hundred open pages cost the writer no more than one.
 */
import type { Ledger, StoredEntry } from "../../ledger/ledger.ts";

const heartbeatMs = 15_000;
/** Events that wait for a slow listener; with more it is cut off, and takes up again where it was. */
const mostWaiting = 10_000;

interface Listener {
  take(event: Event): void;
  end(): void;
}

interface Event {
  readonly position: number;
  readonly text: string;
}

/** @param closing ends every stream when it aborts */
export function changesOf(ledger: Ledger, closing: AbortSignal) {
  const listeners = new Set<Listener>();
  let following: AbortController | undefined;
  /** The position of what was last handed to every listener. */
  let position = 0;

  const follow = async (own: AbortController) => {
    try {
      for await (const entry of ledger.follow(position, own.signal)) {
        ({ position } = entry);
        const event = { position, text: eventOf(entry) };
        for (const listener of listeners) listener.take(event);
      }
    } finally {
      // The ledger was closed. Where only nobody listened any more, another may follow by now.
      if (following === own) endAll();
    }
  };
  const endAll = () => {
    for (const listener of listeners) listener.end();
  };
  closing.addEventListener("abort", endAll);

  return {
    /** Returns what will have been handed over before the next event. */
    join(listener: Listener): number {
      listeners.add(listener);
      if (following === undefined) {
        position = ledger.position();
        following = new AbortController();
        follow(following).catch(() => {});
      }
      return position;
    },
    leave(listener: Listener): void {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      following?.abort();
      following = undefined;
    },
    /**
     * A stream of events in UTF-8.
     *
     * @param after the position of the last event seen; undefined begins with what comes next
     */
    listen(after: number | undefined): ReadableStream<Uint8Array> {
      const gone = new AbortController();
      if (closing.aborted) gone.abort();
      const events = eventsAfter(this, ledger, after, gone);
      return new ReadableStream<Uint8Array>({
        async pull(controller) {
          const { done, value } = await events.next();
          if (done === true) controller.close();
          else controller.enqueue(encoder.encode(value));
        },
        cancel: () => gone.abort(),
      });
    },
  };
}

export type Changes = ReturnType<typeof changesOf>;

async function* eventsAfter(
  changes: Changes,
  ledger: Ledger,
  after: number | undefined,
  gone: AbortController,
) {
  const { signal } = gone;
  let waiting: Event[] = [];
  let wake = () => {};
  const listener: Listener = {
    take(event) {
      if (waiting.push(event) > mostWaiting) listener.end();
      wake();
    },
    end: () => gone.abort(),
  };
  const heart = setInterval(() => {
    if (waiting.length === 0) listener.take({ position: Number.POSITIVE_INFINITY, text: ": still here\n\n" });
  }, heartbeatMs).unref();
  signal.addEventListener("abort", () => wake());
  try {
    yield "retry: 2000\n\n";
    if (signal.aborted) return;
    const from = changes.join(listener);
    if (after !== undefined && after < from) {
      // What was written before; what is handed over meanwhile waits its turn.
      for await (const entry of ledger.follow(after, signal)) {
        yield eventOf(entry);
        if (entry.position >= from) break;
      }
    }
    while (!signal.aborted) {
      if (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const due = waiting;
      waiting = [];
      if (due.length > 0) yield due.map(({ text }) => text).join("");
    }
  } finally {
    clearInterval(heart);
    changes.leave(listener);
  }
}

/** An entry as an event. The data stands on one line: JSON has no line breaks of its own. */
function eventOf({ position, stream, version, type, clinic }: StoredEntry): string {
  return `id: ${position}\nevent: entry\ndata: ${JSON.stringify({ stream, version, type, clinic })}\n\n`;
}

const encoder = new TextEncoder();

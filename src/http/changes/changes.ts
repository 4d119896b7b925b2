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

/** The one reader, while anybody listens. */
interface Following {
  readonly stop: AbortController;
  /** The position it begins at. */
  readonly from: Promise<number>;
  /** Of what was last handed to every listener; undefined until it has begun. */
  position: number | undefined;
}

/** @param closing ends every stream when it aborts */
export function changesOf(ledger: Ledger, closing: AbortSignal) {
  const listeners = new Set<Listener>();
  let following: Following | undefined;

  const begin = (): Following => {
    const stop = new AbortController();
    const from = ledger.position();
    const own: Following = { stop, from, position: undefined };
    from.then((position) => follow(own, position)).catch(() => {});
    return own;
  };
  const follow = async (own: Following, from: number) => {
    own.position = from;
    try {
      for await (const entry of ledger.follow(from, own.stop.signal)) {
        const { position } = entry;
        own.position = position;
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

  /** The position after which everything is handed to the listener. */
  const join = async (listener: Listener): Promise<number> => {
    // Before anything is waited for, so that nothing is handed over meanwhile that it does not get.
    listeners.add(listener);
    following ??= begin();
    return following.position ?? (await following.from);
  };
  const leave = (listener: Listener) => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    following?.stop.abort();
    following = undefined;
  };

  return {
    /**
     * A stream of events in UTF-8: whatever is written once this has resolved is in it.
     *
     * @param after the position of the last event seen; undefined begins with what comes next
     */
    async listen(after: number | undefined): Promise<ReadableStream<Uint8Array>> {
      const gone = new AbortController();
      const queue = queueOf(gone);
      gone.signal.addEventListener("abort", () => leave(queue.listener));
      const from = await join(queue.listener).catch((cause: unknown) => {
        gone.abort();
        throw cause;
      });
      if (closing.aborted) gone.abort();
      const missed = after !== undefined && after < from ? ledger.follow(after, gone.signal) : none();
      const events = eventsOf(missed, from, queue, gone.signal);
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

async function* none(): AsyncGenerator<StoredEntry> {}

/** Events that wait for one listener. */
function queueOf(gone: AbortController) {
  let waiting: Event[] = [];
  let wake = () => {};
  gone.signal.addEventListener("abort", () => wake());
  const listener: Listener = {
    take(event) {
      if (waiting.push(event) > mostWaiting) gone.abort();
      wake();
    },
    end: () => gone.abort(),
  };
  return {
    listener,
    /** All that wait, as soon as there is one or the listener is gone. */
    async next(): Promise<readonly Event[]> {
      if (waiting.length === 0 && !gone.signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const due = waiting;
      waiting = [];
      return due;
    },
    beat() {
      if (waiting.length === 0) listener.take({ position: 0, text: ": still here\n\n" });
    },
  };
}

/** What was missed up to `from`, then what is handed over; that waits its turn meanwhile. */
async function* eventsOf(
  missed: AsyncIterable<StoredEntry>,
  from: number,
  queue: ReturnType<typeof queueOf>,
  signal: AbortSignal,
) {
  const heart = setInterval(queue.beat, heartbeatMs).unref();
  try {
    yield "retry: 2000\n\n";
    for await (const entry of missed) {
      yield eventOf(entry);
      if (entry.position >= from) break;
    }
    while (!signal.aborted) {
      const due = await queue.next();
      if (due.length > 0) yield due.map(({ text }) => text).join("");
    }
  } finally {
    clearInterval(heart);
  }
}

/** An entry as an event. The data stands on one line: JSON has no line breaks of its own. */
function eventOf({ position, stream, version, type, clinic }: StoredEntry): string {
  return `id: ${position}\nevent: entry\ndata: ${JSON.stringify({ stream, version, type, clinic })}\n\n`;
}

const encoder = new TextEncoder();

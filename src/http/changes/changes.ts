/**
 * What is written, as server-sent events: which stream, which version, what type of entry; never what it says. One
 * reader follows the ledger for everybody who listens, so that a hundred open pages cost the writer no more than one.
 */
import type { Ledger, StoredEntry } from "../../ledger/ledger.ts";
import type { Change, Tell } from "./told.ts";

const heartbeatMs = 15_000;
/** Events that wait for a slow listener; with more it is cut off, and takes up again where it was. */
const mostWaiting = 10_000;

interface Listener {
  take(event: Event): void;
  end(): void;
}

/** A change, or a sign of life. */
type Event = Change | "still here";

/**
 * What somebody who listens may be told, asked each time that something is: undefined once they may listen no longer,
 * because they signed out or were dismissed.
 */
export type Rights = () => Promise<Tell | undefined>;

const everything: Rights = () => Promise.resolve((change) => Promise.resolve(change));

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
        const change = changeOf(entry);
        own.position = change.position;
        for (const listener of listeners) listener.take(change);
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
     * @param rights of whoever listens; everything where left out
     */
    async listen(
      after: number | undefined,
      rights: Rights = everything,
    ): Promise<ReadableStream<Uint8Array>> {
      const gone = new AbortController();
      const queue = queueOf(gone);
      gone.signal.addEventListener("abort", () => leave(queue.listener));
      const from = await join(queue.listener).catch((cause: unknown) => {
        gone.abort();
        throw cause;
      });
      if (closing.aborted) gone.abort();
      const missed = after !== undefined && after < from ? ledger.follow(after, gone.signal) : none();
      const events = eventsOf({ missed, from, queue, rights }, gone);
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
      if (waiting.length === 0) listener.take("still here");
    },
  };
}

interface Listening {
  readonly missed: AsyncIterable<StoredEntry>;
  readonly from: number;
  readonly queue: ReturnType<typeof queueOf>;
  readonly rights: Rights;
}

/** What was missed up to `from`, then what is handed over; that waits its turn meanwhile. */
async function* eventsOf({ missed, from, queue, rights }: Listening, gone: AbortController) {
  const heart = setInterval(queue.beat, heartbeatMs).unref();
  try {
    yield "retry: 2000\n\n";
    for await (const entry of missed) {
      const text = await textOf([changeOf(entry)], rights);
      if (text === undefined) return;
      if (text !== "") yield text;
      if (entry.position >= from) break;
    }
    while (!gone.signal.aborted) {
      const text = await textOf(await queue.next(), rights);
      if (text === undefined) return;
      if (text !== "") yield text;
    }
  } finally {
    clearInterval(heart);
    gone.abort();
  }
}

/** Undefined where whoever listens may do so no longer. */
async function textOf(due: readonly Event[], rights: Rights): Promise<string | undefined> {
  const tell = due.length === 0 ? undefined : await rights();
  if (tell === undefined) return due.length === 0 ? "" : undefined;
  const texts = await Promise.all(
    due.map(async (event) => {
      if (event === "still here") return ": still here\n\n";
      const told = await tell(event);
      return told === undefined ? "" : eventOf(told);
    }),
  );
  return texts.join("");
}

function changeOf({ position, stream, version, type, clinic }: StoredEntry): Change {
  return { position, stream, version, type, clinic };
}

/** A change as an event. The data stands on one line: JSON has no line breaks of its own. */
function eventOf({ position, stream, version, type, clinic }: Change): string {
  return `id: ${position}\nevent: entry\ndata: ${JSON.stringify({ stream, version, type, clinic })}\n\n`;
}

const encoder = new TextEncoder();

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readyPatient } from "../../app/testing/ready-patient.ts";
import { type AnApi, anApi } from "../testing/an-api.ts";

interface Event {
  readonly id: number;
  readonly data: {
    readonly stream: string;
    readonly version: number;
    readonly type: string;
    readonly clinic: string;
  };
}

describe("Changes", () => {
  let api: AnApi;
  let patient = "";
  beforeAll(async () => {
    api = await anApi();
    patient = await readyPatient(api.practice);
  });
  afterAll(() => api.close());
  const weigh = (kg: number) => api.post(`/api/patients/${patient}/record-weight`, "nurse", { kg });

  /** Opens the stream as a browser does. */
  async function listen(lastEventId?: number) {
    const gone = new AbortController();
    const response = await api.app.request("/api/changes", {
      signal: gone.signal,
      ...(lastEventId === undefined ? {} : { headers: { "Last-Event-ID": String(lastEventId) } }),
    });
    const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    const decoder = new TextDecoder();
    let text = "";
    const events: Event[] = [];
    const more = async () => {
      const { done, value } = await reader.read();
      text += decoder.decode(value);
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const lines = new Map(
          text
            .slice(0, end)
            .split("\n")
            .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
        );
        text = text.slice(end + 2);
        if (lines.get("event") === "entry")
          events.push({
            id: Number(lines.get("id")),
            data: JSON.parse(lines.get("data") ?? "") as Event["data"],
          });
      }
      return !done;
    };
    return {
      response,
      events,
      /** Waits until so many events came, or the stream ends. */
      async until(count: number) {
        while (events.length < count && (await more())) {}
        return events;
      },
      close: () => reader.cancel(),
    };
  }

  test("tell what is written from now on, and nothing of what it says", async () => {
    const listening = await listen();
    expect(listening.response.headers.get("content-type")).toBe("text/event-stream");
    const first = listening.until(1);
    const { body } = await weigh(60.5);
    const [event] = await first;
    expect(event?.data).toEqual({
      stream: `patient/${patient}`,
      version: body.version,
      type: "weight-measured",
      clinic: "tokyo-monthly",
    });
    expect(event?.id).toBe(await api.practice.ledger.position());
    await listening.close();
  });

  test("go on after the last event that was seen, with none missing and none twice", async () => {
    const before = await api.practice.ledger.position();
    const busy = await listen();
    for (let kg = 61; kg < 64; kg += 1) await weigh(kg);
    const late = await listen(before);
    const writing = (async () => {
      for (let kg = 64; kg < 84; kg += 1) await weigh(kg);
    })();
    const events = await late.until(23);
    await writing;
    expect(events.map(({ id }) => id)).toEqual(Array.from({ length: 23 }, (_, at) => before + 1 + at));
    expect((await busy.until(23)).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    await Promise.all([busy.close(), late.close()]);
  });

  test("tell everything from the beginning to whoever asks for it", async () => {
    const all = await listen(0);
    const events = await all.until(await api.practice.ledger.position());
    expect(events.map(({ id }) => id)).toEqual(Array.from({ length: events.length }, (_, at) => at + 1));
    expect(events.length).toBeGreaterThan(40);
    await all.close();
  });

  test("come from one reader of the ledger for everybody, which rests when nobody listens", async () => {
    const follow = vi.spyOn(api.practice.ledger, "follow");
    const all = await Promise.all(Array.from({ length: 20 }, () => listen()));
    const heard = all.map((one) => one.until(1));
    await weigh(90);
    for (const events of await Promise.all(heard)) expect(events).toHaveLength(1);
    expect(follow).toHaveBeenCalledTimes(1);
    await Promise.all(all.map((one) => one.close()));
    await vi.waitFor(() => expect(follow.mock.calls[0]?.[1].aborted).toBe(true));
    follow.mockRestore();
  });

  test("tell everything that is written while the position is asked for, and once", async () => {
    const ask = api.practice.ledger.position;
    const asked = vi.spyOn(api.practice.ledger, "position").mockImplementation(async () => {
      const position = await ask();
      // The store is slow to answer.
      await new Promise((resolve) => setTimeout(resolve, 20));
      return position;
    });
    const before = await ask();
    const both = [listen(), listen()];
    await weigh(91);
    await weigh(92);
    const seen = await Promise.all(both.map(async (one) => (await one).until(2)));
    for (const events of seen) expect(events.map(({ id }) => id)).toEqual([before + 1, before + 2]);
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
    await Promise.all(both.map(async (one) => (await one).close()));
  });

  test("are asked for anew after the ledger could not answer", async () => {
    const asked = vi.spyOn(api.practice.ledger, "position").mockRejectedValueOnce(new Error("not now"));
    expect((await api.app.request("/api/changes")).status).toBe(500);
    asked.mockRestore();
    api.bugs.length = 0;
    const again = await listen();
    const heard = again.until(1);
    await weigh(93);
    expect(await heard).toHaveLength(1);
    await again.close();
  });

  test("are asked for after a position that can be read", async () => {
    for (const id of ["last", "-1", "1.5", "99999999999999999999"]) {
      const { status } = await api.get("/api/changes", { headers: { "Last-Event-ID": id } });
      expect(status, id).toBe(400);
    }
  });

  test("are not streamed to a HEAD", async () => {
    const follow = vi.spyOn(api.practice.ledger, "follow");
    const response = await api.app.request("/api/changes", { method: "HEAD" });
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(follow).not.toHaveBeenCalled();
    follow.mockRestore();
  });

  test("end when the server does", async () => {
    const own = await anApi();
    const response = await own.app.request("/api/changes");
    const reader = response.body?.getReader();
    await reader?.read();
    const next = reader?.read();
    own.closing.abort();
    expect((await next)?.done).toBe(true);
    await own.close();
  });
});

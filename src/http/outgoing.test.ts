import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OutgoingCall, OutgoingRefused, outgoing } from "./outgoing.ts";

describe("A call to another server", () => {
  let asked = 0;
  let other: Server;
  let origin = "";
  beforeAll(async () => {
    other = createServer((request, answer) => {
      asked += 1;
      if (request.url === "/elsewhere") answer.writeHead(302, { Location: "http://elsewhere.invalid/" });
      answer.end("yes");
    });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  });
  afterAll(() => other.close());

  test("is refused and told of, where nobody listed whom it goes to", async () => {
    const calls: OutgoingCall[] = [];
    const call = outgoing([], (one) => calls.push(one));
    await expect(call(`${origin}/架空?name=x`)).rejects.toBeInstanceOf(OutgoingRefused);
    await expect(call(origin.replace("127.0.0.1", "localhost"))).rejects.toBeInstanceOf(OutgoingRefused);
    expect(asked).toBe(0);
    expect(calls).toMatchObject([
      { to: "unlisted", outcome: "refused" },
      { to: "unlisted", outcome: "refused" },
    ]);
  });

  test("is made where it is listed, and told of by name, without what was said", async () => {
    const calls: OutgoingCall[] = [];
    const call = outgoing([{ name: "neighbour", origin }], (one) => calls.push(one));
    const answer = await call(`${origin}/patients/K7?name=x`, { method: "POST", body: "secret" });
    expect(await answer.text()).toBe("yes");
    expect(calls).toMatchObject([{ to: "neighbour", method: "POST", outcome: "answered", status: 200 }]);
    expect(JSON.stringify(calls)).not.toMatch(/K7|secret/);
  });

  test("does not go on to where the answer points", async () => {
    const calls: OutgoingCall[] = [];
    const call = outgoing([{ name: "neighbour", origin }], (one) => calls.push(one));
    await expect(call(`${origin}/elsewhere`)).rejects.toThrow("fetch failed");
    expect(calls).toMatchObject([{ outcome: "failed" }]);
  });
});

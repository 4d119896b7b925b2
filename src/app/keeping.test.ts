import { expect, test } from "vitest";
import { Keeping } from "./keeping.ts";

/** Work that ends when it is told to. */
function work() {
  let end: (value: string) => void = () => {};
  const done = new Promise<string>((resolve) => {
    end = resolve;
  });
  return { do: () => done, end };
}

test("What was worked out is kept, and dropped when it is told to", async () => {
  const keeping = new Keeping<string, string>();
  expect(await keeping.keep("a", () => Promise.resolve("first"))).toBe("first");
  await keeping.keep("b", () => Promise.resolve("other"));
  keeping.drop("a");
  expect([keeping.get("a"), keeping.get("b")]).toEqual([undefined, "other"]);
  keeping.dropAll();
  expect(keeping.get("b")).toBeUndefined();
});

test("What was dropped while it was worked out is given back and not kept", async () => {
  for (const drop of [
    (keeping: Keeping<string, string>) => keeping.drop("a"),
    (keeping: Keeping<string, string>) => keeping.dropAll(),
  ]) {
    const keeping = new Keeping<string, string>();
    const slow = work();
    const kept = keeping.keep("a", slow.do);
    drop(keeping);
    slow.end("of before");
    expect(await kept).toBe("of before");
    expect(keeping.get("a")).toBeUndefined();
  }
});

test("Of two who work on one value that counts which began last, whoever ends first", async () => {
  for (const isReversed of [false, true]) {
    const keeping = new Keeping<string, string>();
    const [early, late] = [work(), work()];
    const both = [keeping.keep("a", early.do)];
    keeping.drop("a");
    both.push(keeping.keep("a", late.do));
    const ends = [() => early.end("early"), () => late.end("late")];
    for (const end of isReversed ? ends.toReversed() : ends) end();
    expect(await Promise.all(both)).toEqual(["early", "late"]);
    expect(keeping.get("a")).toBe("late");
  }
});

test("Work that fails keeps nothing, and leaves what was kept", async () => {
  const keeping = new Keeping<string, string>();
  await keeping.keep("a", () => Promise.resolve("kept"));
  await expect(keeping.keep("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(keeping.get("a")).toBe("kept");
});

import { describe, expect, test } from "vitest";
import { expectedVersion, idempotencyKey } from "./precondition.ts";

describe("If-Match", () => {
  test("names a version as ETag does", () => {
    expect(expectedVersion('"12"')).toBe(12);
    expect(expectedVersion(' "0" ')).toBe(0);
  });
  test("is any version where it is left out, or a star", () => {
    expect(expectedVersion(undefined)).toBeUndefined();
    expect(expectedVersion("*")).toBeUndefined();
  });
  test("matches nothing where the tag is weak", () => {
    expect(expectedVersion('W/"12"')).toBe(-1);
  });
  test("is sent back where it can be no version", () => {
    for (const header of ["12", '"twelve"', '"-1"', '"1", "2"', '"1.5"', '"9999999999999999"', ""]) {
      expect(expectedVersion(header), header).toMatchObject({ status: 400, type: "bad-header" });
    }
  });
});

describe("Idempotency-Key", () => {
  test("may be quoted or not", () => {
    expect(idempotencyKey("a-b")).toBe("a-b");
    expect(idempotencyKey('"a-b"')).toBe("a-b");
    expect(idempotencyKey(String.raw`"a\"b\\"`)).toBe(String.raw`a"b\ `.trim());
    expect(idempotencyKey(undefined)).toBeUndefined();
  });
  test("is sent back where it is empty, too long or not printable", () => {
    for (const header of ["", '""', "x".repeat(256), "schlüssel", "a\tb"]) {
      expect(idempotencyKey(header), header).toMatchObject({ status: 400, type: "bad-header" });
    }
  });
});

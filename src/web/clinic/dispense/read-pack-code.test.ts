import { describe, expect, test } from "vitest";
import { day } from "../../../core/calendar.ts";
import { packCode } from "./read-pack-code.ts";

const item = "0104012345678901";
const pack = { is: "pack", lot: "A1234", expiresOn: day("2028-03-31") };

describe("A pack's code as it is scanned", () => {
  test("gives lot and expiry, in any order, with or without what scanners add", () => {
    for (const scanned of [
      `${item}1728033110A1234`,
      `${item}1728033110A1234\u001d21SERIAL99`,
      `${item}21SERIAL99\u001d1728033110A1234`,
      `${item}10A1234\u001d17280331`,
      `]d2${item}1728033110A1234`,
      "(01)04012345678901(17)280331(10)A1234",
      "(01)04012345678901(21)SERIAL99(17)280331(10)A1234",
    ]) {
      expect(packCode(scanned), JSON.stringify(scanned)).toEqual(pack);
    }
  });

  test("ends with its month where it names no day", () => {
    expect(packCode(`${item}1728030010A1234`)).toEqual(pack);
  });

  test("is unclear where the separators were lost on the way, or half of it is missing", () => {
    for (const scanned of [
      `${item}10A123417280331`,
      `${item}1728033110A123421SERIAL99`,
      `${item}21SERIAL991728033110A1234`,
      `${item}17280331`,
      `${item}10A1234`,
      `${item}1728133110A1234`,
      item,
    ]) {
      expect(packCode(scanned), scanned).toEqual({ is: "unclear" });
    }
  });

  test("is not what somebody typed as a lot", () => {
    for (const typed of ["A1234", "0104012345678902", "01", "17280331", "K7QX-2M9P-8E64", ""]) {
      expect(packCode(typed), typed).toBeUndefined();
    }
  });
});

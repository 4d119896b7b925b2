/** UCUM units. The tables are unpacked at the first conversion, not when this file is imported. */
import { UcumLhcUtils } from "@lhncbc/ucum-lhc";

const longestUnit = 60;

/**
 * Converts a value between UCUM units of the same dimension; undefined where UCUM knows no way: mass to amount of
 * substance, or U/L to [IU]/L, which UCUM calls arbitrary. Only exact UCUM codes are believed, never a guess.
 */
export function convert(value: number, from: string, to: string): number | undefined {
  if (from === to) return value;
  // No UCUM unit has a blank in it; the library would complain on the console.
  if (from === "" || from.length > longestUnit || /\s/.test(from)) return undefined;
  const { status, toVal, msg } = converted(from, value, to);
  if (status !== "succeeded" || toVal === null || msg.length > 0 || !Number.isFinite(toVal)) return undefined;
  return tidy(toVal);
}

/** The library looks units up in plain objects, and throws on what every object has, such as "constructor". */
function converted(from: string, value: number, to: string) {
  try {
    return UcumLhcUtils.getInstance().convertUnitTo(from, value, to);
  } catch {
    return { status: "failed", toVal: null, msg: [] } as const;
  }
}

/** Drops the noise of binary fractions (5.000000000000001) and keeps twelve digits. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

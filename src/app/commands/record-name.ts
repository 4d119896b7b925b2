import { z } from "zod";
import { refuse } from "../../core/refusal.ts";
import { entry } from "../entries.ts";
import { command, nothing, write } from "./command.ts";
import { whyNothingSaid } from "./recording.ts";

const text = (most: number) => z.string().trim().min(1).max(most).optional();

/** A new name, reading or telephone number: kept privately, and gone once the person is erased. */
export const recordName = command({
  name: "record-name",
  on: "patient",
  roles: ["prescriber", "designee", "nurse", "pharmacist", "front-desk", "administrator"],
  input: z.strictObject({ name: text(200), kana: text(200), phone: text(40) }),
  decide(input, { personal }) {
    const empty = whyNothingSaid(input, ["name", "kana", "phone"]);
    if (empty !== undefined) return { refusal: empty };
    if (personal.erased) return { refusal: refuse("personal-data-erased", {}) };
    const { name = personal.name, kana = personal.kana, phone = personal.phone } = input;
    if (name === personal.name && kana === personal.kana && phone === personal.phone) return nothing;
    // What stays as it was is written again, so that the newest entry holds the whole.
    const whole = Object.entries({ name, kana, phone }).filter(
      (said): said is [string, string] => said[1] !== undefined,
    );
    return write(entry("name-recorded", {}, { private: Object.fromEntries(whole) }));
  },
});

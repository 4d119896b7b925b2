import { expect, test } from "vitest";
import { rolesFor } from "../../../app/access.ts";
import { printsSheet } from "./prints-sheet.ts";

test("The way to the sheet is shown to those who may print it", () => {
  expect([...printsSheet].toSorted()).toEqual(rolesFor("print-downtime-sheet").toSorted());
});

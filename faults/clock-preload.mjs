/**
 * Loaded into a server before anything else (`node --import`): its clock is off by as many milliseconds as the file
 * FAULTS_CLOCK says, in each of its threads, and jumps when that changes.
 */
import { readFileSync } from "node:fs";

const file = process.env.FAULTS_CLOCK ?? "";
const Right = Date;
const rightNow = Right.now;
let offMs = 0;

const look = () => {
  offMs = Number(readFileSync(file, "utf8")) || 0;
};
look();
setInterval(look, 10).unref();

globalThis.Date = class Date extends Right {
  constructor(...given) {
    if (given.length === 0) super(rightNow() + offMs);
    else super(...given);
  }

  static now() {
    return rightNow() + offMs;
  }
};

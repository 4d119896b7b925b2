/** Processor time of another process: what a machine that has other work to do measures best. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Seconds a process has used so far, all its threads together. */
export function processorSeconds(pid: number): number {
  try {
    // After the name, which may hold spaces, the 12th and 13th field are user and system time in hundredths.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    const text = execFileSync("ps", ["-o", "time=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return text.split(/[:-]/).reduce((seconds, part) => seconds * 60 + Number(part), 0);
  }
}

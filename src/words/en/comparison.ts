/** Two protocols side by side: what stands around their values. */
export const comparison = {
  strictest: {
    a: "The first is stricter",
    b: "The second is stricter",
    same: "The same",
    mixed: "Each asks for something the other does not",
    other: "Different, neither stricter",
  },
  floor: "Floor: nobody may loosen it",
  setBy: (name: string) => `set by ${name}`,
  signed: (name: string, because: string) => `looser than the protocol, signed by ${name}: ${because}`,
  mayLoosen: (value: string, impossible: boolean) =>
    `a clinic may sign for up to ${value}${impossible ? ", only where pregnancy is not possible" : ""}`,
  besides: (value: string) => `by the other edition: ${value}`,
  edition: (day: string) => `edition of ${day}`,
  beside: (day: string, before: string) =>
    `edition of ${day}, not confirmed: the edition of ${before} counts beside it, and of two values the stricter`,
  works: (protocol: string) => `a clinic under ${protocol}`,
  checked: {
    read: "read at source",
    secondary: "second-hand",
    unread: "not yet checked at source",
    derived: "computed",
    decided: "decided by Isoward",
  },
  sources: "Sources",
  differences: (n: number) => (n === 1 ? "1 difference" : `${n} differences`),
  same: (n: number) => (n === 1 ? "1 value the same" : `${n} values the same`),
  stricterCount: (n: number, name: string) => `${n} stricter in ${name}`,
} as const;

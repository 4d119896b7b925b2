/** The sources of several values together, each named once. */

interface Cited {
  readonly cites: readonly string[];
}
interface Branch {
  readonly joined: { value?: readonly string[] };
  readonly next: WeakMap<Cited, Branch>;
}

const root: WeakMap<Cited, Branch> = new WeakMap();

/** Joins the cites of values, remembering the answer: values live as long as the knowledge they came from. */
export function citesOf(...values: readonly Cited[]): readonly string[] {
  let branches = root;
  let branch: Branch | undefined;
  for (const value of values) {
    branch = branches.get(value);
    if (branch === undefined) branches.set(value, (branch = { joined: {}, next: new WeakMap() }));
    branches = branch.next;
  }
  if (branch === undefined) return [];
  branch.joined.value ??= [...new Set(values.flatMap(({ cites }) => cites))];
  return branch.joined.value;
}

/** What was measured, as a page and a picture. */
import type { Authorised, ListRead, Measured, PageRead, Times, Upkeep, Written } from "./measured.ts";
import type { ThreadTime } from "./profile.ts";
import { type Bar, type Panel, picture } from "./svg.ts";

/** What issue and design ask for. */
const aims = { perSecond: 5_000, p99Ms: 50, pageMs: 10 } as const;

export function page(measured: Measured): string {
  const { day, machine, cores, connections, loadBefore, authorised, pages, list, rest, isQuick } = measured;
  const busyMachine = loadBefore > 0.7;
  return [
    "# Speed",
    "",
    `Measured by \`npm run bench\` in one run on ${day}: ${machine}, ${cores} cores, which the load generator shares with`,
    "the server and PostgreSQL. Numbers of another machine or another run are not comparable; ratios within this one are.",
    ...(isQuick
      ? ["", "**This was `--quick`: it shows that all of it runs. Its numbers say nothing.**"]
      : []),
    ...(busyMachine
      ? [
          "",
          `**The machine was doing other work (load ${loadBefore.toFixed(1)} before it began): times are longer than they need be.**`,
        ]
      : []),
    "",
    "![The same as a picture](speed.svg)",
    "",
    "## Durable authorisations over HTTP",
    "",
    `${connections} connections, each another prescriber with an account and a session that is checked at every request; each`,
    "authorisation is another patient's, decided, stored with its decision, and synced to disk before it is answered.",
    "",
    ...table(
      [
        "store",
        "a second",
        "p50",
        "p99",
        "server's processor time each",
        "fixed JSON",
        "the store's own inserts",
      ],
      authorised.map(authorisedRow),
    ),
    "",
    ...authorised.flatMap((one) => [boundOf(one), ""]),
    `Aim: ${number(aims.perSecond)} a second on SQLite with p99 under ${aims.p99Ms} ms: ${authorisedAim(authorised)}.`,
    "",
    "## A patient's page",
    "",
    "One connection, one page after another, among so many patients. Each read is written into the audit trail and synced to",
    `disk before it is answered, so no page can be faster than one synced insert (${insertsOf(authorised)}).`,
    "",
    ...table(
      [
        "patients",
        "store",
        "first read p50 / p99",
        "read again p50 / p99",
        "start to first answer",
        "memory at rest",
        "disk a patient",
      ],
      pages.map(pageRow),
    ),
    "",
    `${entries(pages)} Put in straight at the ledger at ${pages.map(({ seededPerSecond }) => number(seededPerSecond)).join(", ")} entries a second.`,
    ...pages.filter(isWatched).map((one) => `On ${one.store}, ${threadsOf(one.threads)}.`),
    `Aim: under ${aims.pageMs} ms, flat: ${pageAim(pages)}.`,
    "",
    "## Today's list",
    "",
    ...table(
      [
        "patients",
        "first since the start",
        "nothing written since p50 / p99",
        "after one entry p50 / p99",
        "others waited meanwhile",
        "answer",
      ],
      [listRow(list)],
    ),
    "",
    `${list.entriesPerPatient.toFixed(0)} entries a patient on an average.`,
    ...[list].filter(isWatched).map((one) => `Read again and again, ${threadsOf(one.threads)}.`),
    `Aim: under ${aims.pageMs} ms: ${list.unchanged.p50Ms < aims.pageMs && list.afterEntry.p50Ms < aims.pageMs ? "met" : "not met"}.`,
    "",
    "## What an administrator does",
    "",
    ...table(
      ["store", "entries", "backup file", "backup, verified", "verify", "restore until it can be opened"],
      measured.upkeep.map(upkeepRow),
    ),
    "",
    "## What a patient takes",
    "",
    ...writtenLines(measured.written),
    "",
    "## The rest",
    "",
    ...table(
      ["what", "value"],
      [
        [
          `\`isoward serve\` on the demo (${rest.patients} patients): start to first answer`,
          ms(rest.startMs),
        ],
        ["its memory at rest, three seconds later", `${rest.residentMb.toFixed(0)} MB`],
        ["decisions a second on one core, every rule", number(measured.decided["decisions"] ?? 0)],
        [
          "the named subset of rules beside json-rules-engine",
          `${((measured.decided["subset"] ?? 0) / (measured.decided["peer"] ?? 1)).toFixed(0)} times as fast`,
        ],
      ],
    ),
    "",
    "Times of stages come from V8's sampling profiler (`--cpu-prof`) on a second server under the same load, which it slows",
    "down; they are shares, not milliseconds. Patients are those of the golden examples, each with a name under a key of its own.",
    "",
  ].join("\n");
}

export function drawing({ authorised, pages, list }: Measured): string {
  const rates = authorised.flatMap(({ store, load, fixed, inserted }): Bar[] => [
    bar(`authorisations, ${store}`, load.perSecond, "own", number),
    bar("fixed JSON from the same server", fixed.perSecond, "beside", number),
    bar(`${store}'s own synced inserts`, inserted.rowsPerSecond, "beside", number),
  ]);
  const stages = authorised.flatMap(({ store, threads }): Panel[] => {
    const main = threads.find(({ thread }) => thread === "main");
    if (main === undefined) return [];
    const bars = main.stages
      .slice(0, 8)
      .map(({ stage, share }) => bar(stage, share * 100, "own", (value) => `${value.toFixed(0)} %`));
    return [{ title: `Where the main thread spends an authorisation: ${store}`, bars }];
  });
  const waits: Bar[] = [
    ...pages.map(({ store, patients, warm }) =>
      bar(`a page among ${number(patients)} patients, ${store}`, warm.p50Ms, "own", ms),
    ),
    bar("today's list, nothing written since", list.unchanged.p50Ms, "own", ms),
    bar("today's list, after one entry", list.afterEntry.p50Ms, "own", ms),
  ];
  return picture("How fast Isoward is", [
    { title: "A second", bars: rates, aim: { value: aims.perSecond, says: `aim ${number(aims.perSecond)}` } },
    ...stages,
    {
      title: "Milliseconds, in the middle (p50)",
      bars: waits,
      aim: { value: aims.pageMs, says: `aim ${aims.pageMs}` },
    },
  ]);
}

function authorisedRow({ store, load, fixed, fixedBytes, inserted, patients }: Authorised): string[] {
  const times = (other: number) => `${(other / load.perSecond).toFixed(1)} times as many`;
  return [
    `${store}, ${number(patients)} patients`,
    `**${number(load.perSecond)}**`,
    ms(load.p50Ms),
    ms(load.p99Ms),
    `${load.serverMs.toFixed(2)} ms`,
    `${number(fixed.perSecond)} (${number(fixedBytes)} bytes), ${times(fixed.perSecond)}`,
    `${number(inserted.rowsPerSecond)} rows in groups of ${inserted.group}, ${times(inserted.rowsPerSecond)}`,
  ];
}

function boundOf({ store, threads, load, entryBytes }: Authorised): string {
  const busiest = threads.toSorted((a, b) => b.busy - a.busy)[0];
  const bound =
    busiest === undefined || busiest.busy < 0.85
      ? "no thread of the server is busy all the time: it waits for the store"
      : `it is bound by its ${busiest.thread} thread`;
  return `**${store}**: ${bound}. ${threadsOf(threads)}. The load generator used ${load.ownCores.toFixed(2)} of a core. An authorisation is kept in ${number(entryBytes)} bytes.`;
}

function threadsOf(threads: readonly ThreadTime[]): string {
  return threads
    .map(({ thread, busy, stages }) => {
      const most = stages
        .filter(({ share }) => share >= 0.03)
        .map(({ stage, share }) => `${stage} ${percent(share)}`);
      return `the ${thread} thread is busy ${percent(busy)} of the time (${most.join(", ")})`;
    })
    .join("; ");
}

function pageRow(one: PageRead): string[] {
  return [
    number(one.patients),
    one.store,
    both(one.cold),
    both(one.warm),
    ms(one.startMs),
    `${one.restMb.toFixed(0)} MB`,
    `${(one.diskBytesPerPatient / 1024).toFixed(1)} kB`,
  ];
}

function listRow(list: ListRead): string[] {
  return [
    number(list.patients),
    ms(list.coldMs),
    both(list.unchanged),
    both(list.afterEntry),
    `${ms(list.othersWaitedMs)} at most`,
    `${(list.bytes / 1024).toFixed(0)} kB`,
  ];
}

function upkeepRow({ store, entries, backupBytes, backupMs, verifyMs, restoreMs }: Upkeep): string[] {
  const mb = backupBytes / 1e6;
  const rate = (took: number) => `${(took / 1000).toFixed(1)} s, ${(mb / (took / 1000)).toFixed(0)} MB/s`;
  return [store, number(entries), `${number(mb)} MB`, rate(backupMs), rate(verifyMs), rate(restoreMs)];
}

function writtenLines({ patients, supplies, entries, bytes, bytesOf }: Written): string[] {
  const a = (count: number) =>
    supplies === 0 ? "" : ` (${(count / supplies).toFixed(0)} for each supply handed out)`;
  return [
    `Written by the demo's clinics for ${number(patients)} patients with ${number(supplies)} supplies: ${number(entries)} entries${a(entries)},`,
    `${number(bytes / 1024)} kB as they are hashed. ${bytesOf.map(({ what, bytes: each, count }) => `${number(count)} × ${what}: ${number(each)} bytes each`).join("; ")}.`,
    "On disk come the indexes and the read models; the tables above say how much a patient takes with them.",
  ];
}

function authorisedAim(authorised: readonly Authorised[]): string {
  const own = authorised.find(({ store }) => store === "SQLite");
  if (own === undefined) return "not measured";
  const { perSecond, p99Ms } = own.load;
  if (perSecond >= aims.perSecond && p99Ms < aims.p99Ms) return "met";
  return `not met: ${percent(perSecond / aims.perSecond)} of it, p99 ${ms(p99Ms)}`;
}

function pageAim(pages: readonly PageRead[]): string {
  const own = pages.filter(({ store }) => store === "SQLite");
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return "not measured";
  const isFast = own.every(({ warm, cold }) => warm.p50Ms < aims.pageMs && cold.p50Ms < aims.pageMs);
  const growth = last.warm.p50Ms / first.warm.p50Ms;
  return `${isFast ? "met" : "not met"}; at ${number(last.patients)} patients a page takes ${growth.toFixed(2)} times as long as at ${number(first.patients)}`;
}

function entries(pages: readonly PageRead[]): string {
  const [first] = pages;
  return `${first?.entriesPerPatient ?? 0} entries a patient.`;
}

const isWatched = ({ threads }: { readonly threads: readonly ThreadTime[] }) => threads.length > 0;

const insertsOf = (authorised: readonly Authorised[]) =>
  authorised.map(({ store, inserted }) => `${ms(inserted.oneMs)} on ${store}`).join(", ");

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

function bar(label: string, value: number, kind: Bar["kind"], says: (value: number) => string): Bar {
  return { label, value, kind, says: says(value) };
}

const number = (value: number) => Math.round(value).toLocaleString("en");
const ms = (value: number) => `${value < 100 ? value.toFixed(1) : number(value)} ms`;
const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
const both = ({ p50Ms, p99Ms }: Times) => `${p50Ms.toFixed(1)} / ${p99Ms.toFixed(1)} ms`;

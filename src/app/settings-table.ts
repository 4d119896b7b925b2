/** The settings as docs/operations.md has them: a table made of what checks them, so that it cannot go stale. */
import { optionOf, type SettingName, secretSettings, settingsShape, variableOf } from "./settings.ts";

/** One that a hospital might set. */
const examples: { readonly [N in SettingName]: string } = {
  data: "/var/lib/isoward",
  host: "0.0.0.0",
  port: "4321",
  publicUrl: "https://isoward.example.org",
  trustProxy: "true",
  database: "postgres://isoward:…@db.example.org/isoward",
  keys: "postgres://isoward:…@keys.example.org/isoward_keys",
  masterKeys: "/run/secrets/isoward/master.keys",
  demo: "true",
  retentionYears: "10",
  brokenGlassHours: "8",
  sessionIdleMinutes: "15",
  log: "json",
  metricsToken: "`openssl rand -hex 24`",
};

const begin = "<!-- settings -->";
const end = "<!-- /settings -->";

/** The page with its table as it should be. @throws where there is no place for it */
export function withSettings(page: string): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`the page has no ${begin} … ${end}`);
  return `${before}${begin}\n${table()}\n${end}${after}`;
}

function table(): string {
  const rows = (Object.keys(settingsShape) as SettingName[]).map((name) => {
    const shape = settingsShape[name];
    const found = shape.safeParse(undefined);
    const standard = found.success && found.data !== undefined ? `\`${String(found.data)}\`` : "–";
    const option = secretSettings.has(name) ? "" : `, \`${optionOf(name)}\``;
    const example = examples[name].startsWith("`") ? examples[name] : `\`${examples[name]}\``;
    return `| \`${name}\` | \`${variableOf(name)}\`${option} | ${standard} | ${example} | ${shape.description} |`;
  });
  return ["| in the file | elsewhere | default | example | what |", "|---|---|---|---|---|", ...rows].join(
    "\n",
  );
}

/** `isoward settings`: every setting with its value, where that came from, and what it is for. */
import { Command } from "commander";
import { settingWords } from "../app/setting-words.ts";
import { masked, type SettingName, settingsShape, variableOf } from "../app/settings.ts";
import type { Language } from "../words/words.ts";
import { languageOption } from "./options.ts";
import { type Read, settingOptions, settingsGiven } from "./settings-given.ts";

interface Options {
  readonly lang: Language;
  readonly json: boolean;
}

const words = {
  en: { byDefault: "default", unset: "not set" },
  ja: { byDefault: "既定値", unset: "未設定" },
} as const;

export function settingsCommand(): Command {
  const command = new Command("settings").description(
    "Every setting: its value, where that came from, and what it is for",
  );
  return languageOption(settingOptions(command))
    .option("--json", "print JSON", false)
    .exitOverride()
    .action(({ lang, json, ...flags }: Options) => {
      const read = settingsGiven(flags);
      if (read === undefined) return;
      if (json) console.log(JSON.stringify(listed(read), null, 2));
      else
        console.log(
          listed(read)
            .map((one) => shown(one, lang))
            .join("\n"),
        );
    });
}

interface Listed {
  readonly name: SettingName;
  readonly variable: string;
  /** Masked where it is a secret; null where it is not set. */
  readonly value: string | number | boolean | null;
  /** Such as `ISOWARD_PORT`; null where it is the default, or not set. */
  readonly from: string | null;
  readonly says: ReturnType<typeof settingWords>;
}

function listed({ settings, origins }: Read): Listed[] {
  return (Object.keys(settingsShape) as SettingName[]).map((name) => {
    const value = settings[name];
    return {
      name,
      variable: variableOf(name),
      value: value === undefined ? null : typeof value === "string" ? masked(name, value) : value,
      from: origins.get(name) ?? null,
      says: settingWords(name),
    };
  });
}

function shown({ name, value, from, says }: Listed, lang: Language): string {
  const { byDefault, unset } = words[lang];
  const stands = value === null ? unset : `${value}  (${from ?? byDefault})`;
  return `${name}: ${stands}\n  ${says[lang]}`;
}

/** `isoward authorise PATIENT` */
import { Command } from "commander";
import type { Role } from "../core/entry.ts";
import { orSay, withApi } from "./api.ts";
import { aboveZero, asRole, type Shared, shared, wholeNumber } from "./options.ts";
import { sayWritten } from "./written.ts";

interface Options extends Shared {
  readonly product: string;
  readonly capsuleMg: number;
  readonly dailyMg: number;
  readonly dosesPerDay: number;
  readonly days: number;
  readonly capsules?: number;
  readonly as: Role;
}

export function authoriseCommand(): Command {
  const command = new Command("authorise")
    .description("Authorise one supply, if the decision passes")
    .argument("<patient>", "the patient's number")
    .requiredOption("--product <id>", "a product of knowledge/products.yaml, such as isotroin")
    .requiredOption("--capsule-mg <mg>", "strength of one capsule", aboveZero)
    .requiredOption("--daily-mg <mg>", "milligrams a day", aboveZero)
    .option("--doses-per-day <n>", "doses a day", wholeNumber, 2)
    .requiredOption("--days <n>", "days of the supply", wholeNumber)
    .option("--capsules <n>", "capsules in all (default: what the days take)", wholeNumber);
  return asRole(shared(command), ["prescriber"]).action((patient: string, options: Options) =>
    orSay(async () => {
      const { product, capsuleMg, dailyMg, dosesPerDay, days, capsules } = options;
      const supply = {
        product,
        capsuleMg,
        dailyMg,
        dosesPerDay,
        days,
        ...(capsules === undefined ? {} : { capsules }),
      };
      const path = `/api/patients/${encodeURIComponent(patient)}/authorise-supply`;
      const answer = await withApi(options.data, (api) => api.send("POST", path, supply, options.as));
      return sayWritten(answer, options);
    }),
  );
}

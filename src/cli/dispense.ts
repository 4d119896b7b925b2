/** `isoward dispense NUMBER` */
import { Command } from "commander";
import type { Role } from "../core/entry.ts";
import { orSay, withApi } from "./api.ts";
import { asRole, type Shared, shared, wholeNumber } from "./options.ts";
import { sayWritten } from "./written.ts";

interface Options extends Shared {
  readonly lot: string;
  readonly expiresOn: string;
  readonly capsules?: number;
  readonly as: Role;
}

export function dispenseCommand(): Command {
  const command = new Command("dispense")
    .description("Redeem an authorisation, once: everything is decided again as of now")
    .argument("<number>", "the authorisation's number, in any spacing")
    .requiredOption("--lot <lot>", "lot of the pack")
    .requiredOption("--expires-on <day>", "last day the pack may be used, YYYY-MM-DD")
    .option("--capsules <n>", "fewer than authorised: a part supply, the rest lapses", wholeNumber);
  return asRole(shared(command), ["pharmacist", "prescriber"]).action((number: string, options: Options) =>
    orSay(async () => {
      const { lot, expiresOn, capsules, as } = options;
      const path = `/api/authorisations/${encodeURIComponent(number)}/dispense-supply`;
      const pack = { lot, expiresOn, ...(capsules === undefined ? {} : { capsules }) };
      const answer = await withApi(options.data, (api) => api.send("POST", path, pack, as));
      return sayWritten(answer, options);
    }),
  );
}

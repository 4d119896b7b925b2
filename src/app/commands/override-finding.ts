import { z } from "zod";
import { decideSupply } from "../../core/decide.ts";
import { refuse } from "../../core/refusal.ts";
import { entry } from "../entries.ts";
import { supplyInput } from "./authorise-supply.ts";
import { command, nothing, write } from "./command.ts";

/** Sets one stopping finding aside for one supply, with reasons. It keeps its verdict and no longer counts. */
export const overrideFinding = command({
  name: "override-finding",
  on: "patient",
  roles: ["prescriber"],
  input: z.strictObject({
    rule: z.string(),
    reason: z.string(),
    /** Why: it stands beside the finding wherever the finding is shown. */
    because: z.string().trim().min(1).max(4000),
    /** The supply it is for, where one is proposed already. */
    supply: supplyInput.partial().optional(),
  }),
  decide({ rule, reason, because, supply }, state) {
    const { findings } = decideSupply({ refills: 0, ...supply } as never, state.context);
    const finding = findings.find((one) => one.rule === rule && one.reason === reason);
    if (finding === undefined || finding.verdict !== "stop") {
      return { refusal: refuse("nothing-to-settle", { rule, reason }) };
    }
    if (finding.floor) return { refusal: refuse("floor-stands", { rule, reason }) };
    if (finding.overridden !== undefined) return nothing;
    return write(entry("finding-overridden", { rule, reason, because }));
  },
});

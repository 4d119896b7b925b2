import { Button } from "@mantine/core";
import { useState } from "react";
import type { DecisionJson } from "../../../app/decision-json.ts";
import { Dialog } from "../../kit/dialog.tsx";
import { gateOf } from "../../kit/gate-of.ts";
import { useRole } from "../../shell/role.tsx";
import { useText } from "../../text/language.tsx";
import { entryForms } from "../forms/entry-forms.ts";
import { CommandForm } from "../forms/form.tsx";
import { orderText } from "./order-text.ts";

type Finding = DecisionJson["findings"][number];

/** A prescriber sets one stopping finding aside, for one supply and with a reason. A floor cannot be. */
export function SetAside({ finding, decision }: { finding: Finding; decision: DecisionJson }) {
  const text = useText(orderText);
  const role = useRole();
  const [open, setOpen] = useState(false);
  const possible =
    role === "prescriber" &&
    gateOf(decision) === "supply" &&
    finding.verdict === "stop" &&
    finding.floor !== true &&
    finding.overridden === undefined;
  if (!possible) return undefined;
  return (
    <>
      <Button className="screen-only" variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {text.aside}
      </Button>
      {open ? (
        <Dialog heading={text.asideHeading} onClose={() => setOpen(false)}>
          <p>
            <strong>{text.asideMore}</strong>
          </p>
          <CommandForm
            of={{
              form: entryForms["finding-overridden"],
              fixed: { rule: finding.rule, reason: finding.reason, supply: supplyOf(decision) },
            }}
            takesFocus
            label={text.asideYes}
            onDone={() => setOpen(false)}
            onCancel={() => setOpen(false)}
          />
        </Dialog>
      ) : undefined}
    </>
  );
}

/** The supply the decision is about, as far as it is said. */
function supplyOf({ question }: DecisionJson): object {
  return Object.fromEntries(Object.entries(question).filter(([key]) => amounts.has(key)));
}

const amounts: ReadonlySet<string> = new Set([
  "product",
  "capsuleMg",
  "capsules",
  "dailyMg",
  "dosesPerDay",
  "days",
]);

import { Button } from "@mantine/core";
import { IconUserExclamation } from "@tabler/icons-react";
import { useActing } from "../../shell/role.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import classes from "./notice.module.css";
import { dispenseText } from "./text.ts";

const handsOut: ReadonlySet<string> = new Set(["pharmacist", "prescriber"]);
const idOfSwitch = "act-as-pharmacist";

export function useMayHandOut(): boolean {
  return handsOut.has(useActing().role);
}

/** Brings whoever may not hand out to the button that changes it. */
export function toRoleSwitch(): void {
  document.getElementById(idOfSwitch)?.focus();
}

/** Where somebody else is at the counter: who may hand out, and the way to be that. */
export function RoleNotice({ onSwitched }: { onSwitched: () => void }) {
  const text = useText(dispenseText);
  const { language } = useLanguage();
  const { role, act } = useActing();
  const mayHandOut = useMayHandOut();
  const { roles } = shortWords[language];
  if (mayHandOut) return undefined;
  return (
    <div className={classes.notice} data-tone="ask">
      <IconUserExclamation size={26} stroke={1.8} aria-hidden />
      <p>{text.wrongRole(roles[role])}</p>
      <Button id={idOfSwitch} onClick={() => void act("pharmacist").then(onSwitched)}>
        {text.switchRole(roles.pharmacist)}
      </Button>
    </div>
  );
}

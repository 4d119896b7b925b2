import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useText } from "../text/language.tsx";
import classes from "./account.module.css";
import { accountText } from "./text.ts";

/** The codes, to be printed: on paper they stand alone. */
export function RecoveryCodes({ codes, name }: { codes: readonly string[]; name: string }) {
  const text = useText(accountText);
  return (
    <div className={classes.codes}>
      <h3>{text.codes}</h3>
      <p className={classes.small}>{text.codesLead(name)}</p>
      <ul>
        {codes.map((code) => (
          <li key={code} className={classes.code}>
            {code}
          </li>
        ))}
      </ul>
      <Button
        className="screen-only"
        variant="default"
        leftSection={<IconPrinter size={18} stroke={1.8} aria-hidden />}
        onClick={() => print()}
      >
        {text.print}
      </Button>
    </div>
  );
}

import { Button } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import type { MadeLink } from "../api/staff.ts";
import { useText } from "../text/language.tsx";
import type { When } from "../text/use-when.ts";
import classes from "./made-link.module.css";
import { madeLinkText } from "./made-link-text.ts";

/** A one-time link, shown this once: to be copied and handed over. */
export function MadeLinkShown({ made, when, onDone }: { made: MadeLink; when: When; onDone: () => void }) {
  const text = useText(madeLinkText);
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(made.address);
      setCopied(true);
    } catch {
      // Not every browser lets a page do it: then it is marked, to be copied by hand.
      setCopied(false);
    }
  };
  return (
    <div className={classes.made}>
      <p>{text.once}</p>
      <input
        className={classes.address}
        readOnly
        aria-label={text.address}
        value={made.address}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <p className={classes.until}>{text.until(when.fullAt(made.until))}</p>
      <div className={classes.buttons}>
        <Button
          size="md"
          leftSection={
            copied === true ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />
          }
          onClick={() => void copy()}
        >
          {text.copy}
        </Button>
        <Button size="md" variant="default" onClick={onDone}>
          {text.done}
        </Button>
      </div>
      <p role="status" className={classes.copied}>
        {copied === undefined ? "" : copied ? text.copied : text.notCopied}
      </p>
    </div>
  );
}

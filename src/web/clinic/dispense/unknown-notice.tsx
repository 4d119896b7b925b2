import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useText } from "../../text/language.tsx";
import { Notice } from "./problem-notice.tsx";
import { dispenseText } from "./text.ts";

/** No answer came: nothing is known, and asking again under the same key finds out without doing it twice. */
export function UnknownNotice({ onAsk }: { onAsk: () => void }) {
  const text = useText(dispenseText);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
  }, []);
  return (
    <Notice heading={text.unknown} tone="ask">
      <p>{text.unknownMore}</p>
      <Button ref={button} onClick={onAsk}>
        {text.ask}
      </Button>
    </Notice>
  );
}

import { Button } from "@mantine/core";
import { IconDeviceDesktop, IconDeviceMobile } from "@tabler/icons-react";
import { useState } from "react";
import { Card } from "../kit/card.tsx";
import { useZone } from "../shell/place.tsx";
import { useText } from "../text/language.tsx";
import { useWhen } from "../text/use-when.ts";
import classes from "./account.module.css";
import { deviceOf } from "./device.ts";
import { type Account, type Session, useChange } from "./mine.ts";
import { Done, Refused } from "./said.tsx";
import { accountText } from "./text.ts";
import { useDoing } from "./use-doing.ts";

/** Where the account is open, and a way to close it there. */
export function SessionsCard({ mine }: { mine: Account }) {
  const text = useText(accountText);
  const change = useChange();
  const { isDoing, cause, run } = useDoing();
  const [ended, setEnded] = useState(false);
  const end = (body: object) => {
    setEnded(false);
    void run(() => change("sessions/end", body)).then(setEnded);
  };
  return (
    <Card id="sessions" heading={text.sessions} className="screen-only">
      <ul className={classes.rows}>
        {mine.sessions.map((one) => (
          <SessionRow
            key={one.session}
            one={one}
            isDoing={isDoing}
            onEnd={() => end({ session: one.session })}
          />
        ))}
      </ul>
      <Refused cause={cause} />
      {mine.sessions.length > 1 ? (
        <div className={classes.buttons}>
          <Button variant="default" disabled={isDoing} onClick={() => end({})}>
            {text.endOthers}
          </Button>
        </div>
      ) : undefined}
      <Done>{ended ? text.ended : undefined}</Done>
    </Card>
  );
}

function SessionRow({ one, isDoing, onEnd }: { one: Session; isDoing: boolean; onEnd: () => void }) {
  const text = useText(accountText);
  const when = useWhen(useZone());
  const { name, isPhone } = deviceOf(one.agent);
  const device = name ?? text.unknownDevice;
  const Icon = isPhone ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <li>
      <Icon size={20} stroke={1.8} aria-hidden />
      <span className={classes.rowName}>
        <span>
          {device}
          {one.current ? <strong className={classes.here}>{text.here}</strong> : undefined}
        </span>
        <span className={classes.small}>
          {[
            text.how[one.how],
            one.address,
            text.lastUsed(when.at(one.usedAt)),
            text.until(when.at(one.until)),
          ]
            .filter((part) => part !== "")
            .join(" · ")}
        </span>
      </span>
      {one.current ? undefined : (
        <Button variant="default" disabled={isDoing} aria-label={text.endNamed(device)} onClick={onEnd}>
          {text.end}
        </Button>
      )}
    </li>
  );
}

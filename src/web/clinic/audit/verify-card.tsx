import { Button } from "@mantine/core";
import { IconCircleCheckFilled, IconCircleXFilled, IconLink } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { type ChainFault, type VerifiedChain, verifyChains } from "../../api/accesses.ts";
import { Card } from "../../kit/card.tsx";
import { Trouble } from "../../kit/trouble.tsx";
import { useText } from "../../text/language.tsx";
import { ChainDrawing } from "./chain-drawing.tsx";
import { auditText } from "./text.ts";
import classes from "./verify-card.module.css";

interface State {
  readonly running: boolean;
  readonly done: number;
  readonly total: number;
  readonly faults: readonly ChainFault[];
  readonly verified?: VerifiedChain | undefined;
  readonly cause?: unknown;
}

const idle: State = { running: false, done: 0, total: 0, faults: [] };
/** Faults that are named; the rest is counted. */
const mostNamed = 20;

/** Goes through every hash, says how far it is, and draws what it found. */
export function VerifyCard({ clinic }: { clinic: string }) {
  const text = useText(auditText);
  const [state, setState] = useState(idle);
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);
  const start = async () => {
    const stop = new AbortController();
    stopping.current = stop;
    setState({ ...idle, running: true });
    try {
      await verifyChains(
        clinic,
        (one) =>
          setState((before) => {
            if (one.is === "progress") return { ...before, done: one.done, total: one.total };
            if (one.is === "fault") return { ...before, faults: [...before.faults, one.fault] };
            return { ...before, running: false, verified: one };
          }),
        stop.signal,
      );
    } catch (cause) {
      setState(stop.signal.aborted ? idle : { ...idle, cause });
    }
  };
  const { running, done, total, faults, verified, cause } = state;
  return (
    <Card id="verify" heading={text.verify}>
      <p className={classes.more}>{text.verifyMore}</p>
      {running ? (
        <div className={classes.running}>
          <progress
            className={classes.progress}
            max={total === 0 ? 1 : total}
            value={done}
            aria-label={text.verify}
          />
          <p className={classes.numbers}>{text.verifying(done, total)}</p>
          <Button variant="default" onClick={() => stopping.current?.abort()}>
            {text.stop}
          </Button>
        </div>
      ) : (
        <Button
          variant={verified === undefined ? "filled" : "default"}
          leftSection={<IconLink size={18} aria-hidden />}
          onClick={() => void start()}
        >
          {verified === undefined ? text.verifyNow : text.verifyAgain}
        </Button>
      )}
      <div role="status">
        {cause === undefined ? undefined : <Trouble cause={cause} />}
        {verified === undefined ? undefined : <Found verified={verified} faults={faults} />}
      </div>
    </Card>
  );
}

function Found({ verified, faults }: { verified: VerifiedChain; faults: readonly ChainFault[] }) {
  const text = useText(auditText);
  const isWhole = verified.faults === 0;
  return (
    <div className={classes.found} data-verdict={isWhole ? "pass" : "stop"}>
      <p className={classes.verdict}>
        {isWhole ? (
          <IconCircleCheckFilled size={22} aria-hidden />
        ) : (
          <IconCircleXFilled size={22} aria-hidden />
        )}
        {isWhole ? text.whole : text.broken}
      </p>
      <ChainDrawing verified={verified} faults={faults} />
      <p>{isWhole ? text.wholeMore(verified.entries, verified.streams) : text.brokenMore(verified.faults)}</p>
      {isWhole ? undefined : (
        <ul className={classes.faults}>
          {faults.slice(0, mostNamed).map(({ what, stream = "", version }) => (
            <li key={`${what} ${stream} ${version}`}>
              <code>{text.entry(stream, version)}</code> {text.faults[what]}
            </li>
          ))}
          {verified.faults > mostNamed ? <li>{text.moreFaults(verified.faults - mostNamed)}</li> : undefined}
        </ul>
      )}
    </div>
  );
}

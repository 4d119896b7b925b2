import type { ChainFault, VerifiedChain } from "../../api/accesses.ts";
import { useText } from "../../text/language.tsx";
import classes from "./chain-drawing.module.css";
import { auditText } from "./text.ts";

type Kind = "audit" | "clinic" | "patients";

/** Rings that are drawn at most: with more chains, each stands for several. */
const mostRings = 12;
const ring = { width: 26, height: 14, step: 20 };

/** What was gone through as chains: one ring a chain, and one that does not hold is torn open. */
export function ChainDrawing(props: { verified: VerifiedChain; faults: readonly ChainFault[] }) {
  const { verified, faults } = props;
  const text = useText(auditText);
  const torn = Map.groupBy(faults, ({ stream = "" }) => kindOf(stream));
  const chains: { readonly [K in Kind]: number } = {
    audit: verified.audit,
    clinic: Math.max(0, verified.streams - verified.audit - verified.patients),
    patients: verified.patients,
  };
  return (
    <dl className={classes.chains}>
      {(Object.keys(chains) as Kind[]).map((kind) => {
        const broken = new Set(torn.get(kind)?.map(({ stream }) => stream)).size;
        return (
          <div key={kind} data-verdict={broken === 0 ? "pass" : "stop"}>
            <dt>{text.chains[kind]}</dt>
            <dd>
              <Rings count={chains[kind]} broken={broken} />
              <span className={classes.count}>
                {text.chainsOf(chains[kind])}
                {broken === 0 ? "" : ` · ${text.faultsIn(torn.get(kind)?.length ?? 0)}`}
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Rings({ count, broken }: { count: number; broken: number }) {
  const shown = Math.min(mostRings, Math.max(1, count));
  const open = broken === 0 ? 0 : Math.max(1, Math.round((broken / Math.max(1, count)) * shown));
  const first = Math.floor((shown - open) / 2);
  const width = ring.step * (shown - 1) + ring.width + 2;
  return (
    <svg className={classes.rings} viewBox={`0 0 ${width} 24`} width={width} height={24} aria-hidden>
      {Array.from({ length: shown }, (_, index) => {
        const isOpen = index >= first && index < first + open;
        const x = 1 + index * ring.step;
        return isOpen ? (
          <g key={index} className={classes.open}>
            <path d={`M ${x + 8} 5 h -1 a 7 7 0 0 0 0 14 h 3`} />
            <path d={`M ${x + 17} 5 h 2 a 7 7 0 0 1 0 14 h -1`} />
          </g>
        ) : (
          <rect
            key={index}
            className={classes.ring}
            x={x}
            y={5}
            width={ring.width}
            height={ring.height}
            rx={7}
          />
        );
      })}
    </svg>
  );
}

function kindOf(stream: string): Kind {
  if (stream.startsWith("audit/")) return "audit";
  return stream.startsWith("clinic/") ? "clinic" : "patients";
}

import { Button } from "@mantine/core";
import { IconArrowsLeftRight, IconPrinter } from "@tabler/icons-react";
import { useMemo } from "react";
import { dayText } from "../../core/calendar.ts";
import { compareProtocols, type NotCompared } from "../../core/knowledge/compare.ts";
import { renderComparison } from "../../words/render-comparison.ts";
import { nameOf } from "../../words/say.ts";
import { Card } from "../kit/card.tsx";
import { knowledge } from "../knowledge.ts";
import { usePage } from "../shell/page.ts";
import { useLanguage, useText } from "../text/language.tsx";
import { sayDay } from "../text/when.ts";
import { type Asked, useAsked } from "./asked.ts";
import { Chooser } from "./chooser.tsx";
import { Compared } from "./compared.tsx";
import classes from "./page.module.css";
import { protocolsText } from "./text.ts";

/** Any two protocols or clinics side by side, differences first. */
export function ProtocolsPage() {
  const text = useText(protocolsText);
  const heading = usePage(text.title);
  const [asked, ask] = useAsked();
  const { a, b, on } = asked;
  const found = useMemo(() => {
    const comparison = compareProtocols(knowledge, { a, b, on });
    return "why" in comparison ? comparison : renderComparison(comparison, knowledge);
  }, [a, b, on]);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <h1 {...heading}>{text.title}</h1>
        <p className={classes.lead}>{text.lead}</p>
      </header>
      <div className={`${classes.choosing} screen-only`}>
        <Chooser asked={asked} onAsk={ask} />
        <div className={classes.actions}>
          <Button
            variant="light"
            leftSection={<IconArrowsLeftRight size={18} aria-hidden />}
            onClick={() => ask({ a: b, b: a })}
          >
            {text.swap}
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
          >
            {text.print}
          </Button>
        </div>
      </div>
      {"why" in found ? <NotComparedCard found={found} ask={ask} /> : <Compared found={found} />}
    </div>
  );
}

function NotComparedCard({ found, ask }: { found: NotCompared; ask: (change: Partial<Asked>) => void }) {
  const text = useText(protocolsText);
  const { language } = useLanguage();
  if (found.why === "unknown") {
    return (
      <Card id="not-compared" heading={text.title}>
        <p role="status">{text.neverHeard(found.given)}</p>
      </Card>
    );
  }
  const name = nameOf(knowledge, "protocol", found.given)?.[language] ?? found.given;
  const day = sayDay(language, dayText(found.since));
  return (
    <Card id="not-compared" heading={text.title}>
      <p role="status">{text.notYet(name, day)}</p>
      <Button className={classes.firstDay ?? ""} variant="light" onClick={() => ask({ on: found.since })}>
        {text.toFirstDay(day)}
      </Button>
    </Card>
  );
}

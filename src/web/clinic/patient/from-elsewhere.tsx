import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { PatientView, TimelineLine } from "../../../app/views/shapes.ts";
import { timelineOf } from "../../api/queries.ts";
import { wroteItself } from "../../api/sending.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import { useWhen } from "../../text/use-when.ts";
import classes from "./from-elsewhere.module.css";
import { patientText } from "./text.ts";

/** Says what somebody else has just written, while the page with it brought itself up to date. */
export function FromElsewhere({ view, zone }: { view: PatientView; zone: string }) {
  const text = useText(patientText);
  const { language } = useLanguage();
  const when = useWhen(zone);
  const { patient, version } = view;
  /** The version up to which everything was seen here, or written here. */
  const [seen, see] = useState(version);
  const [lines, setLines] = useState<readonly TimelineLine[]>([]);
  const known = Math.max(seen, wroteItself(patient));
  useEffect(() => {
    if (version <= known) return undefined;
    const gone = new AbortController();
    timelineOf(patient, undefined, 20, gone.signal).then(
      ({ items }) => setLines(items.filter((line) => line.version > known)),
      // Without the entries there is nothing to say; the page itself is up to date.
      () => {},
    );
    return () => gone.abort();
  }, [patient, version, known]);
  const { roles } = shortWords[language];
  const shown = lines.filter((line) => line.version > known);
  return (
    <div role="status" className="screen-only">
      {shown.length === 0 ? undefined : (
        <div className={classes.notice}>
          <IconRefresh size={19} stroke={2} aria-hidden />
          <div>
            <strong>{text.updated}</strong>
            <ul>
              {shown.map((line) => (
                <li key={line.id}>
                  {line.title[language]} ({roles[line.actor.role as keyof typeof roles] ?? line.actor.role},{" "}
                  {when.at(line.recordedAt)})
                </li>
              ))}
            </ul>
          </div>
          <Button variant="white" size="compact-md" onClick={() => see(version)}>
            {text.ok}
          </Button>
        </div>
      )}
    </div>
  );
}

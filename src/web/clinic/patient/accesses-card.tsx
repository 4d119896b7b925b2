import { useAccesses } from "../../api/accesses.ts";
import { part } from "../../api/request.ts";
import { AccessCard } from "../../kit/access-card.tsx";
import { useText } from "../../text/language.tsx";
import { useWhen } from "../../text/use-when.ts";
import { accessesText } from "./accesses-text.ts";

/** Who saw a patient's data: for the patient, and for those who answer for it. */
export function AccessesCard(props: { patient: string; zone: string; canTakeAlong?: boolean }) {
  const { patient, zone, canTakeAlong = false } = props;
  const text = useText(accessesText);
  const when = useWhen(zone);
  const query = useAccesses(patient);
  return (
    <AccessCard
      id="accesses"
      heading={text.heading}
      lead={text.lead}
      query={query}
      when={when}
      {...(canTakeAlong
        ? {
            aside: (
              <a className="screen-only" href={`/api/patients/${part(patient)}/export`} download>
                {text.takeAlong}
              </a>
            ),
          }
        : {})}
    />
  );
}

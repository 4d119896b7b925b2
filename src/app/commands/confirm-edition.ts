import { dayText } from "../../core/calendar.ts";
import { allEditions } from "../../core/knowledge/resolve.ts";
import { clinicRecording, whyUnknown } from "./recording.ts";

/** That an edition of a protocol is in force: from that day on it counts alone. */
export const confirmEdition = clinicRecording({
  name: "confirm-edition",
  writes: "edition-confirmed",
  roles: ["administrator"],
  known: ({ protocol, edition }, { record }) =>
    record.of("edition-confirmed").some(({ body }) => body.protocol === protocol && body.edition === edition),
  check: ({ protocol: id, edition }, { context: { knowledge } }) => {
    const unknown = whyUnknown("protocol", id, knowledge.protocols);
    const protocol = knowledge.protocols[id];
    if (unknown !== undefined || protocol === undefined) return unknown;
    const editions = allEditions(protocol).map(({ since }) => dayText(since));
    return whyUnknown("edition", dayText(edition), editions);
  },
});

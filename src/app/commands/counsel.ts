import { asked } from "./asked.ts";
import { clinicians, recording, whyAnyUnknown, whyNothingSaid } from "./recording.ts";

/** Topics that were talked through with the patient. */
export const counsel = recording({
  name: "counsel",
  writes: "counselled",
  roles: [...clinicians, "designee"],
  check: (body, { context }) =>
    whyNothingSaid(body, ["topics"]) ?? whyAnyUnknown("topic", body.topics, asked(context.knowledge, topics)),
});

const topics = ["counsellingTopics", "counsellingTopicsIfPregnancyPossible"] as const;

import { bodies } from "../../core/entry.ts";
import { privateTopics } from "../../core/vocabulary.ts";
import { entry } from "../entries.ts";
import { command, nothing, write } from "./command.ts";
import { isSame } from "./recording.ts";

/** What a minor shows whoever has custody, as a whole: what is not named is theirs alone again. */
export const shareWithGuardian = command({
  name: "share-with-guardian",
  on: "patient",
  roles: ["patient"],
  input: bodies["shared-with-guardian"],
  decide(input, { history: { shared } }) {
    const topics = privateTopics.filter((topic) => input.topics.includes(topic));
    return isSame(topics, shared)
      ? nothing
      : write(entry("shared-with-guardian", { topics }, { source: "patient" }));
  },
});

/** Laboratory results: graded, held against the clinic's policy, and what to exclude before acting on them. */
import { advise, ask, pass, stop } from "../../finding.ts";
import { answered, question, worstOf } from "../question.ts";
import { readyResult, resultColumns } from "./given-result.ts";
import { graded, notReadyRemark, resultRemark } from "./said.ts";

export const labs = question({
  id: "labs",
  record: "helps",
  fields: {
    results: { kind: "rows", columns: resultColumns },
    exercisedHard: { kind: "yes-no" },
  },
  answer({ results: rows = [] }, asked) {
    const read = rows.map((row) => ({
      row,
      ready: readyResult(row, asked.knowledge, asked.day, () => undefined),
    }));
    const counted = read.map(({ row, ready }) =>
      "is" in ready ? notReadyRemark(asked, row, ready) : resultRemark(asked, graded(ready)),
    );
    if (counted.length === 0) return answered(ask("nothing-given", {}, [], []), []);
    const facts = {};
    const headline = {
      pass: pass("acceptable", facts, []),
      advise: advise("watched", facts, []),
      ask: ask("asks", facts, [], []),
      wait: ask("asks", facts, [], []),
      stop: stop("stops", facts, [], []),
    }[worstOf(counted)];
    return answered(headline, counted);
  },
});

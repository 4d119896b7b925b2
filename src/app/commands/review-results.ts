import { notBefore } from "../../core/happened.ts";
import { recording } from "./recording.ts";

/** That a prescriber has read the results there are. Quiet where each was read already. */
export const reviewResults = recording({
  name: "review-results",
  writes: "results-reviewed",
  roles: ["prescriber"],
  known: (_body, { record }) => {
    const reviews = record.of("results-reviewed");
    return [...record.of("lab-resulted"), ...record.of("result-unread")].every((result) =>
      reviews.some(
        (review) =>
          notBefore(review.happened, result.happened) && (review.recordedAt ?? 0) >= (result.recordedAt ?? 0),
      ),
    );
  },
});

import { recording, staff } from "./recording.ts";

/** A laboratory result that nobody could read or believe, in its own words: it asks until somebody has judged it. */
export const recordUnreadResult = recording({
  name: "record-unread-result",
  writes: "result-unread",
  roles: staff,
  subject: ({ analyte }) => analyte,
});

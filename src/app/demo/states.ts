/** Every state that the demo shows, so that none vanishes unnoticed. */
export const demoStates = [
  // gather
  "just-registered",
  "baseline-missing",
  "guardian-missing",
  "second-test-due",
  "voided-by-correction",
  "category-corrected",
  "high-triglycerides",
  "reported-herself",
  "soy-allergy",
  // wait
  "contraception-month",
  "contraception-month-minor",
  "resting",
  // prescribe
  "ready-first",
  "ready-first-man",
  "ready-monthly",
  "window-closing-today",
  "supply-reversed",
  // dispense
  "authorised-at-first-site",
  "authorised-at-second-site",
  "authorised-closing-today",
  "authorised-early",
  "overridden",
  // treated
  "month-1",
  "month-2",
  "month-3",
  "month-4",
  "month-5",
  "month-6",
  "minor-with-guardian",
  "part-supply",
  "held-and-resumed",
  // alarm
  "pregnancy-test-positive",
  "contraception-lapsed",
  "period-late",
  "mood-alarm",
  "headache-with-visual-change",
  "abdominal-pain",
  "acne-fulminans",
  "task-after-dispensing",
  "doxycycline",
  // held
  "held",
  "held-by-herself",
  // ended
  "ended",
  "ended-long-ago",
] as const;
export type DemoState = (typeof demoStates)[number];

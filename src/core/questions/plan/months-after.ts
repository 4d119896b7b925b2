/** For how many months something holds after the last capsule. */
import type { Person } from "../activity-standing.ts";
import type { Asked } from "../question.ts";

/** Contraception where pregnancy is possible, as the protocol or the clinic has it, and no blood donation for anybody. */
export function monthsAfter({ canBecomePregnant }: Person, asked: Asked): number {
  const set = canBecomePregnant === false ? [] : [asked.values, asked.protocolValues];
  return Math.max(
    donationMonths(asked),
    ...set.map(({ contraceptionMonthsAfter }) => contraceptionMonthsAfter.value ?? 0),
  );
}

/** As the floor says it of giving blood. */
function donationMonths({ knowledge }: Asked): number {
  const said = knowledge.activities["blood-donation"]?.statements ?? [];
  const months = said.flatMap(({ by, after }) =>
    by === "floor" && after !== undefined && "months" in after ? [after.months] : [],
  );
  return Math.max(0, ...months);
}

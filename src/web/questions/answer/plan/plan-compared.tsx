import type { AnswerJson } from "../../../../app/questions/answer-shape.ts";
import type { PlanJson } from "../../../../app/questions/plan-shape.ts";
import { capsulesText } from "../../../../core/plan/capsules-text.ts";
import { billWords } from "../../../../words/render-bill.ts";
import { sayIn } from "../../../../words/say.ts";
import { Sources } from "../../../kit/sources.tsx";
import { VerdictMark } from "../../../kit/verdict-mark.tsx";
import { knowledge } from "../../../knowledge.ts";
import { useLanguage, useText } from "../../../text/language.tsx";
import { sayDay } from "../../../text/when.ts";
import { type ComparedPlan, comparedOf, isAlternative, verdictOf } from "./compared.ts";
import classes from "./plan-tables.module.css";
import { planText } from "./text.ts";
import { sourcesOf } from "./visits.ts";

/** The plan and the same course at other doses, a line each; a phone moves the table, its first column stays. */
export function PlanCompared({ answer }: { answer: AnswerJson }) {
  const text = useText(planText);
  const { language } = useLanguage();
  const rows = comparedOf(answer);
  if (rows.length === 0) return undefined;
  const say = sayIn(language, knowledge, answer.zone);
  const isPriced = rows.some(({ yen }) => yen !== undefined);
  const heads = [
    text.length,
    text.last,
    text.cumulative,
    text.total,
    text.daily,
    text.count,
    ...(isPriced ? [text.cost] : []),
    text.limits,
  ];
  return (
    <div className={classes.comparison}>
      {/* Wider than a phone: whoever has no mouse moves it with the arrow keys. */}
      <div className={classes.moved} role="region" aria-label={text.compared} tabIndex={0}>
        <table className={classes.compared}>
          <caption className="visually-hidden">{text.compared}</caption>
          <thead>
            <tr>
              <th scope="col">{text.dose}</th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.plan.id} ${row.dailyMg}`} data-asked={row.plan.id === "asked" || undefined}>
                <th scope="row">
                  <span className={classes.dose}>{say.number(row.dailyMg)} mg</span>
                  {row.mgPerKgDaily === undefined ? undefined : (
                    <span className={classes.soft}>{say.number(row.mgPerKgDaily)} mg/kg</span>
                  )}
                  <span className={classes.soft}>{text.names[row.plan.id]}</span>
                </th>
                <td data-number>{say.number(row.plan.days)}</td>
                <td>{sayDay(language, row.plan.lastCapsule)}</td>
                <td data-number>
                  {row.plan.mgPerKg === null ? "–" : `${say.number(row.plan.mgPerKg)} mg/kg`}
                </td>
                <td data-number>{say.number(row.plan.mg)} mg</td>
                <td>
                  <Daily plan={row.plan} />
                  {row.asOneDose === undefined ? undefined : (
                    <>
                      <span className={classes.soft}>{text.asOneDose(row.asOneDose.capsules)}</span>
                      {row.asOneDose.lessYen === undefined ? undefined : (
                        <span className={classes.soft}>
                          {text.lessADay(billWords[language].yen(row.asOneDose.lessYen, say))}
                        </span>
                      )}
                    </>
                  )}
                </td>
                <td data-number>{say.number(row.capsules)}</td>
                {isPriced ? (
                  <td data-number>
                    {row.yen === undefined
                      ? "–"
                      : (row.isYenPart ? text.atLeast : (amount: string) => amount)(
                          billWords[language].yen(row.yen, say),
                        )}
                  </td>
                ) : undefined}
                <td>
                  <Limits row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Sources sources={sourcesOf(answer.remarks.filter(isAlternative), answer.sources)} />
    </div>
  );
}

/** The capsules of a day, or of two that take turns. */
function Daily({ plan }: { plan: PlanJson }) {
  const text = useText(planText);
  const [one, other] = plan.phases.at(-1)?.pattern ?? [];
  if (one === undefined) return "–";
  const capsules = capsulesText(one.capsules);
  return other === undefined ? capsules : text.inTurn(capsules, capsulesText(other.capsules));
}

function Limits({ row }: { row: ComparedPlan }) {
  const { status, concerns } = row;
  const text = useText(planText);
  return (
    <span className={classes.limits}>
      <VerdictMark verdict={verdictOf(row)} size={18} />
      <span>
        <span className={classes.line}>{status === undefined ? text.noStatus : text.status[status]}</span>
        {concerns.map((one) => (
          <span key={one} className={classes.line}>
            {text.concerns[one]}
          </span>
        ))}
      </span>
    </span>
  );
}

import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import { billWords } from "../../../words/render-bill.ts";
import { sayIn } from "../../../words/say.ts";
import { knowledge } from "../../knowledge.ts";
import { useLanguage } from "../../text/language.tsx";
import classes from "./bill.module.css";

/** What it costs, line by line; nothing where that was not asked. */
export function Bill({ answer }: { answer: AnswerJson }) {
  const { language } = useLanguage();
  const { lines, total, taxIncluded, notListed = [] } = answer;
  if (lines === undefined || total === undefined) return undefined;
  const words = billWords[language];
  const say = sayIn(language, knowledge, answer.zone);
  return (
    <table className={classes.bill}>
      <caption className="visually-hidden">{words.heading}</caption>
      <thead>
        <tr>
          <th scope="col">{words.item}</th>
          <th scope="col">{words.quantity}</th>
          <th scope="col">{words.each}</th>
          <th scope="col">{words.amount}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ text, quantity, unitYen, yen }) => (
          <tr key={`${text.en} ${unitYen}`}>
            <th scope="row">{text[language]}</th>
            <td>{say.number(quantity)}</td>
            <td>{words.yen(unitYen, say)}</td>
            <td>{words.yen(yen, say)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {notListed.length > 0 ? words.totalOfListed : words.total}
            <span className={classes.tax}>{words.tax(taxIncluded ?? null)}</span>
          </th>
          <td>{words.yen(total, say)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

import { Link, Navigate } from "react-router";
import type { Link as Linked } from "../../app/access.ts";
import { useText } from "../text/language.tsx";
import classes from "./own-records.module.css";
import { usePage } from "./page.ts";
import { shellText } from "./text.ts";

/** Where a patient or guardian begins: at the one record, or at a list of those that are theirs. */
export function OwnRecords({ links }: { links: readonly Linked[] }) {
  const text = useText(shellText);
  const heading = usePage(text.ownRecords);
  const [first] = links;
  if (first !== undefined && links.length === 1)
    return <Navigate to={`/patients/${first.patient}`} replace />;
  return (
    <div className={classes.page}>
      <h1 {...heading}>{text.ownRecords}</h1>
      <ul className={classes.records}>
        {links.map(({ patient, as }) => (
          <li key={patient}>
            <Link to={`/patients/${patient}`}>
              <strong>{patient}</strong> <span>{text.ownRecordsAs[as]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

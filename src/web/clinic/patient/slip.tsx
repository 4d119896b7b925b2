import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { AuthorisationView, PatientView } from "../../../app/views/shapes.ts";
import { usePlace } from "../../shell/place.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import type { When } from "../../text/use-when.ts";
import { orderText } from "./order-text.ts";
import { saySupply } from "./say-supply.ts";
import classes from "./slip.module.css";

/** A slip to hand to the pharmacist: on paper it stands alone. */
export function Slip(props: { authorisation: AuthorisationView; view: PatientView; when: When }) {
  const { authorisation, view, when } = props;
  const text = useText(orderText);
  const { language } = useLanguage();
  const { clinics } = usePlace();
  const clinic = clinics.find(({ id }) => id === view.clinic);
  const site = clinic?.sites.find(({ id }) => id === view.site);
  const { number, supply, dispenseBefore, authorisedAt, authorisedDay } = authorisation;
  const closing = dispenseBefore === null ? undefined : when.closing(dispenseBefore);
  return createPortal(
    <article className={classes.slip} data-slip>
      <header className={classes.head}>
        <strong>{clinic?.title[language]}</strong>
        <span>{site?.name[language]}</span>
      </header>
      <h1 className={classes.title}>{text.slipTitle}</h1>
      <p className={classes.number}>{number}</p>
      <dl className={classes.facts}>
        <dt>{text.patient}</dt>
        <dd>
          {view.name} {view.kana === null ? "" : `(${view.kana})`}
        </dd>
        <dt>{text.slipBorn}</dt>
        <dd>{when.fullDay(view.birthDate)}</dd>
        <dt>{text.product}</dt>
        <dd>{supply.productName[language]}</dd>
        <dt>{text.supply}</dt>
        <dd>{saySupply(language, supply)}</dd>
        <dt>{text.handOut}</dt>
        <dd>{closing === undefined ? text.noWindow : text.until(closing.onPaper)}</dd>
        <dt>{text.slipBy}</dt>
        <dd>
          {shortWords[language].roles.prescriber},{" "}
          {authorisedAt === null ? when.fullDay(authorisedDay) : when.fullAt(authorisedAt)}
        </dd>
      </dl>
      <p>{text.slipMore}</p>
      {view.fictional ? <p className={classes.demo}>{text.slipDemo}</p> : undefined}
    </article>,
    document.body,
  );
}

/** Shows the slip, prints it alone, and takes it away again. */
export function usePrintedSlip(): { readonly isPrinting: boolean; readonly print: () => void } {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return undefined;
    const root = document.documentElement;
    const over = () => setPrinting(false);
    root.dataset["print"] = "slip";
    addEventListener("afterprint", over);
    const timer = setTimeout(() => print(), 50);
    return () => {
      clearTimeout(timer);
      removeEventListener("afterprint", over);
      delete root.dataset["print"];
    };
  }, [isPrinting]);
  return { isPrinting, print: () => setPrinting(true) };
}

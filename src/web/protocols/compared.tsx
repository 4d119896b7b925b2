import { IconLock, IconShieldUp } from "@tabler/icons-react";
import { parameterTopics } from "../../core/knowledge/parameter-topics.ts";
import {
  comparisonWords,
  parameterWords,
  type ReadComparison,
  type ReadSide,
  type ReadSideValue,
  type ReadValue,
} from "../../words/render-comparison.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { Sources } from "../kit/sources.tsx";
import { useLanguage, useText } from "../text/language.tsx";
import { sayDay } from "../text/when.ts";
import classes from "./compared.module.css";
import { protocolsText } from "./text.ts";

/** The two by name and edition, then every difference by topic, then what is the same. */
export function Compared({ found }: { found: ReadComparison }) {
  const { language } = useLanguage();
  const text = useText(protocolsText);
  const say = comparisonWords[language];
  const differing = found.values.filter(({ stricter }) => stricter !== "same");
  const same = found.values.filter(({ stricter }) => stricter === "same");
  const stricterIn = (which: "a" | "b") => differing.filter(({ stricter }) => stricter === which).length;
  return (
    <>
      <div className={classes.sides}>
        <SideHead side={found.a} letter="A" stricter={stricterIn("a")} />
        <SideHead side={found.b} letter="B" stricter={stricterIn("b")} />
      </div>
      <Card id="differences" heading={say.differences(differing.length)} aside={<On day={found.on} />}>
        {differing.length === 0 ? <p>{text.allSame}</p> : undefined}
        <ByTopic values={differing}>
          {(value) => <Difference key={value.parameter} value={value} found={found} />}
        </ByTopic>
      </Card>
      {same.length === 0 ? undefined : (
        <Card id="same" heading={say.same(same.length)}>
          <Disclosure summary={say.strictest.same}>
            <ByTopic values={same}>{(value) => <Same key={value.parameter} value={value} />}</ByTopic>
          </Disclosure>
        </Card>
      )}
    </>
  );
}

function On({ day }: { day: string }) {
  const { language } = useLanguage();
  return <span className={classes.on}>{sayDay(language, day)}</span>;
}

function SideHead({ side, letter, stricter }: { side: ReadSide; letter: string; stricter: number }) {
  const { language } = useLanguage();
  const say = comparisonWords[language];
  const day = (text: string) => sayDay(language, text);
  const title = side.title[language];
  return (
    <section className={classes.side} aria-label={`${letter}: ${title}`}>
      <p className={classes.sideTitle}>
        <Letter of={letter} />
        {title}
      </p>
      {side.is === "clinic" ? <p>{say.works(side.protocol.title[language])}</p> : undefined}
      <p>
        {side.beside === null
          ? say.edition(day(side.edition))
          : say.beside(day(side.edition), day(side.beside))}
      </p>
      <p className={classes.count}>{say.stricterCount(stricter, letter)}</p>
    </section>
  );
}

function Letter({ of }: { of: string }) {
  return (
    <span className={classes.letter} aria-hidden>
      {of}
    </span>
  );
}

function ByTopic(props: { values: readonly ReadValue[]; children: (value: ReadValue) => React.ReactNode }) {
  const { values, children } = props;
  const { language } = useLanguage();
  const { topics } = parameterWords[language];
  return parameterTopics.map((topic) => {
    const own = values.filter((value) => value.topic === topic);
    return own.length === 0 ? undefined : (
      <div key={topic} className={classes.topic}>
        <h3 className={classes.topicName}>{topics[topic]}</h3>
        <ul className={classes.values}>{own.map(children)}</ul>
      </div>
    );
  });
}

function Difference({ value, found }: { value: ReadValue; found: ReadComparison }) {
  const { language } = useLanguage();
  const say = comparisonWords[language];
  const neither = value.stricter === "mixed" || value.stricter === "other";
  return (
    <li className={classes.value}>
      <div className={classes.what}>
        <span className={classes.title}>{value.title[language]}</span>
        {value.floor ? <Floor /> : undefined}
        {neither ? <span className={classes.neither}>{say.strictest[value.stricter]}</span> : undefined}
      </div>
      <Cell which="a" value={value} side={found.a} />
      <Cell which="b" value={value} side={found.b} />
    </li>
  );
}

function Floor() {
  const text = useText(protocolsText);
  return (
    <span className={classes.floor} title={text.floorMore}>
      <IconLock size={14} stroke={2} aria-hidden />
      {text.floor}
    </span>
  );
}

function Cell({ which, value, side }: { which: "a" | "b"; value: ReadValue; side: ReadSide }) {
  const { language } = useLanguage();
  const text = useText(protocolsText);
  const own = value[which];
  const stricter = value.stricter === which;
  return (
    <div className={classes.cell} data-stricter={stricter || undefined}>
      <span className={classes.whose}>
        <Letter of={which.toUpperCase()} />
        <span className="visually-hidden">{side.title[language]}</span>
        {stricter ? (
          <span className={classes.stricter}>
            <IconShieldUp size={15} stroke={2} aria-hidden />
            {text.strictest}
          </span>
        ) : undefined}
      </span>
      <span className={classes.says}>{own.text[language]}</span>
      <Notes value={own} side={side} />
      <div className="screen-only">
        <Sources sources={own.sources} />
      </div>
    </div>
  );
}

/** Who set it where that is another layer, what was signed, and what holds beside it. */
function Notes({ value, side }: { value: ReadSideValue; side: ReadSide }) {
  const { language } = useLanguage();
  const say = comparisonWords[language];
  const { from, sources, deviation, mayLoosen, besides } = value;
  const unread = sources.length > 0 && sources.every(({ checked }) => checked === "unread");
  const notes = [
    from === null || from.id === side.id ? "" : say.setBy(from.title[language]),
    unread ? say.checked.unread : "",
    besides === undefined ? "" : say.besides(besides[language]),
    mayLoosen === undefined || deviation !== undefined
      ? ""
      : say.mayLoosen(mayLoosen.text[language], mayLoosen.onlyIf !== undefined),
  ].filter((note) => note !== "");
  return (
    <>
      {notes.map((note) => (
        <span key={note} className={classes.note}>
          {note}
        </span>
      ))}
      {deviation === undefined ? undefined : (
        <span className={classes.deviation}>{say.signed(deviation.signedBy, deviation.because)}</span>
      )}
    </>
  );
}

function Same({ value }: { value: ReadValue }) {
  const { language } = useLanguage();
  return (
    <li className={classes.same}>
      <span className={classes.title}>
        {value.title[language]} {value.floor ? <Floor /> : undefined}
      </span>
      <span>{value.a.text[language]}</span>
    </li>
  );
}

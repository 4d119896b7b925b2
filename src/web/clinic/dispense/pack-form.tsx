import { Button, TextInput } from "@mantine/core";
import { type RefObject, useRef, useState } from "react";
import type { Redemption } from "../../../app/views/shapes.ts";
import { dayText } from "../../../core/calendar.ts";
import type { PackAsked } from "../../api/queries.ts";
import { useZone } from "../../shell/place.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { useWhen } from "../../text/use-when.ts";
import type { PackSaid } from "./attempts.ts";
import type { Finding } from "./outlook.ts";
import classes from "./pack-form.module.css";
import { typedExpiry } from "./read-expiry.ts";
import { packCode } from "./read-pack-code.ts";
import { toRoleSwitch, useMayHandOut } from "./role-notice.tsx";
import { dispenseText } from "./text.ts";

/** Lot and expiry of the pack in the hand; Enter moves on, and hands out. */
export function PackForm(props: {
  lotRef: RefObject<HTMLInputElement | null>;
  redemption: Redemption;
  /** What refuses this pack, as far as it has been said. */
  ofPack: readonly Finding[];
  isSending: boolean;
  /** While it is not known what became of it; what was typed is kept. */
  isHidden: boolean;
  /** The decision follows what is said of the pack. */
  onPack: (pack: PackAsked) => void;
  onHandOut: (pack: PackSaid) => void;
}) {
  const { lotRef, redemption, ofPack, isSending, isHidden, onPack, onHandOut } = props;
  const text = useText(dispenseText);
  const { language } = useLanguage();
  const mayHandOut = useMayHandOut();
  const when = useWhen(useZone(redemption.patient.clinic));
  const all = redemption.authorisation.supply.capsules;
  const [lot, setLot] = useState("");
  const [expiry, setExpiry] = useState("");
  const [part, setPart] = useState<string>();
  const [isTried, setTried] = useState(false);
  // What is still being typed or scanned is not wrong yet.
  const [isLotLeft, setLotLeft] = useState(false);
  const [isExpiryLeft, setExpiryLeft] = useState(false);
  const expiryRef = useRef<HTMLInputElement>(null);
  const partRef = useRef<HTMLInputElement>(null);

  const wrongLot = lotError(lot.trim(), text);
  const read = typedExpiry(expiry);
  const capsules = part === undefined ? undefined : amountIn(part, all);
  const tell = (nextLot: string, nextExpiry: string, nextPart: string | undefined) => {
    const next = typedExpiry(nextExpiry);
    const said = nextLot.trim();
    onPack({
      lot: said === "" || lotError(said, text) !== undefined ? undefined : said,
      expiresOn: next.is === "day" ? dayText(next.day) : undefined,
      capsules: nextPart === undefined ? undefined : amountIn(nextPart, all),
    });
  };
  /** A scanner gives the whole code of the pack: lot and expiry at once. */
  const takeLot = () => {
    setLotLeft(true);
    const code = packCode(lot);
    if (code?.is === "pack") {
      setLot(code.lot);
      setExpiry(dayText(code.expiresOn));
      tell(code.lot, dayText(code.expiresOn), part);
    } else tell(lot, expiry, part);
  };

  const submit = () => {
    setTried(true);
    if (lot.trim() === "" || wrongLot !== undefined) lotRef.current?.focus();
    else if (read.is !== "day") expiryRef.current?.focus();
    else if (part !== undefined && capsules === undefined) partRef.current?.focus();
    else if (!mayHandOut) toRoleSwitch();
    else if (!isSending) {
      onHandOut({
        lot: lot.trim(),
        expiresOn: dayText(read.day),
        ...(capsules === undefined ? {} : { capsules }),
      });
    }
  };
  const understood =
    read.is !== "day"
      ? undefined
      : (read.wholeMonth ? text.expiryIsMonth : text.expiryIs)(when.fullDay(dayText(read.day)));
  const expiryError =
    read.is === "nothing" && isTried
      ? text.expiryMissing
      : read.is === "unclear" && (isTried || isExpiryLeft)
        ? text.expiryUnclear
        : undefined;
  return (
    <form
      className={classes.form}
      hidden={isHidden}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={classes.fields}>
        <TextInput
          ref={lotRef}
          size="md"
          label={text.lot}
          description={text.lotHint}
          error={isTried && lot.trim() === "" ? text.lotMissing : isLotLeft ? wrongLot : undefined}
          value={lot}
          onChange={({ currentTarget: { value } }) => {
            setLot(value);
            setLotLeft(false);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing || lot.trim() === "") return;
            event.preventDefault();
            // Leaving the field takes what stands in it.
            expiryRef.current?.focus();
          }}
          onBlur={takeLot}
          inputWrapperOrder={order}
          classNames={{ label: classes.label ?? "" }}
          maxLength={160}
          enterKeyHint="next"
          {...plain}
        />
        <TextInput
          ref={expiryRef}
          size="md"
          label={text.expiry}
          description={
            <span data-understood={understood !== undefined || undefined}>
              {understood ?? text.expiryHint}
            </span>
          }
          error={expiryError}
          value={expiry}
          onChange={({ currentTarget: { value } }) => {
            setExpiry(value);
            setExpiryLeft(false);
            tell(lot, value, part);
          }}
          onBlur={() => setExpiryLeft(true)}
          inputWrapperOrder={order}
          classNames={{ label: classes.label ?? "" }}
          maxLength={24}
          enterKeyHint="done"
          {...plain}
        />
      </div>
      {part === undefined ? undefined : (
        <div className={classes.part}>
          <TextInput
            ref={partRef}
            size="md"
            label={text.partLabel}
            description={`${text.partMore(all)} ${lastsOf(redemption, capsules, text.partLasts)}`}
            error={part !== "" && capsules === undefined ? text.partWrong(all) : undefined}
            value={part}
            onChange={({ currentTarget: { value } }) => {
              setPart(value);
              tell(lot, expiry, value);
            }}
            inputWrapperOrder={order}
            classNames={{ label: classes.label ?? "" }}
            inputMode="numeric"
            maxLength={5}
            {...plain}
          />
        </div>
      )}
      {ofPack.length === 0 ? undefined : (
        <div className={classes.refusal} role="alert">
          {ofPack.map(({ rule, text: says }) => (
            <p key={rule}>{says[language]}</p>
          ))}
        </div>
      )}
      <div className={classes.actions}>
        <Button
          type="submit"
          size="lg"
          className={classes.handOut ?? ""}
          aria-disabled={isSending || undefined}
        >
          {isSending ? text.sending : text.handOut}
        </Button>
        <Button
          variant="subtle"
          size="md"
          onClick={() => {
            const next = part === undefined ? "" : undefined;
            setPart(next);
            tell(lot, expiry, next);
            if (next !== undefined) requestAnimationFrame(() => partRef.current?.focus());
          }}
        >
          {part === undefined ? text.part : text.partOff}
        </Button>
      </div>
    </form>
  );
}

const order: ("label" | "input" | "description" | "error")[] = ["label", "input", "description", "error"];
/** Nothing the device thinks it knows better. */
const plain = {
  autoComplete: "off",
  autoCorrect: "off",
  autoCapitalize: "characters",
  spellCheck: false,
} as const;

function lotError(lot: string, text: (typeof dispenseText)["en"]): string | undefined {
  if (packCode(lot) !== undefined) return text.lotIsCode;
  return lot.length > 40 ? text.lotTooLong : undefined;
}

/** A part of the capsules: fewer than all of them. */
function amountIn(typed: string, all: number): number | undefined {
  const digits = typed.normalize("NFKC").trim();
  const amount = /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
  return amount >= 1 && amount < all ? amount : undefined;
}

function lastsOf(
  { decision }: Redemption,
  capsules: number | undefined,
  say: (days: number) => string,
): string {
  const { days, capsules: asked } = decision.question;
  return capsules !== undefined && asked === capsules && typeof days === "number" ? say(days) : "";
}

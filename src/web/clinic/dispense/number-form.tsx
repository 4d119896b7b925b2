import { ActionIcon, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type RefObject, useEffect, useState } from "react";
import { type TypedNumber, typedNumber } from "../../../app/read-number.ts";
import { useText } from "../../text/language.tsx";
import classes from "./page.module.css";
import { dispenseText } from "./text.ts";

const idOfField = "authorisation-number";

/** The number, however it is typed or scanned. Wrong letters show before anybody is asked. */
export function NumberForm(props: {
  inputRef: RefObject<HTMLInputElement | null>;
  typed: string;
  /** While something is being recorded, nothing else is begun. */
  isFixed: boolean;
  read: TypedNumber;
  onType: (typed: string) => void;
  onEnter: () => void;
  say: (text: string) => void;
}) {
  const { inputRef, typed, isFixed, read, onType, onEnter, say } = props;
  const text = useText(dispenseText);
  // That letters are missing is no mistake while they are being typed.
  const [isOver, setOver] = useState(false);
  const wrong = wrongWith(read, isOver, text);
  useEffect(() => {
    if (wrong !== undefined) say(wrong);
  }, [wrong, say]);

  /** Written as it is printed, once it is whole: easier to compare. Not while an input method composes it. */
  const take = (value: string, isComposing: boolean) => {
    const found = typedNumber(value);
    setOver(false);
    onType(found.is === "number" && !isComposing ? found.number : value);
  };
  return (
    <form
      className={classes.number}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setOver(true);
        onEnter();
        if (read.is !== "number") inputRef.current?.select();
      }}
    >
      <TextInput
        ref={inputRef}
        id={idOfField}
        label={text.number}
        description={typed === "" ? text.numberHint : undefined}
        error={wrong}
        value={typed}
        readOnly={isFixed}
        onChange={(event) => take(event.currentTarget.value, (event.nativeEvent as InputEvent).isComposing)}
        onCompositionEnd={(event) => take(event.currentTarget.value, false)}
        onBlur={() => setOver(typed !== "")}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !isFixed && !event.nativeEvent.isComposing) take("", false);
        }}
        classNames={{ input: classes.numberInput ?? "", label: classes.numberLabel ?? "" }}
        inputWrapperOrder={["label", "input", "description", "error"]}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="next"
        maxLength={80}
        rightSection={
          typed === "" || isFixed ? undefined : (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={44}
              aria-label={text.clear}
              onClick={() => {
                take("", false);
                inputRef.current?.focus();
              }}
            >
              <IconX size={22} aria-hidden />
            </ActionIcon>
          )
        }
        rightSectionWidth={54}
      />
    </form>
  );
}

function wrongWith(
  read: TypedNumber,
  isOver: boolean,
  text: (typeof dispenseText)["en"],
): string | undefined {
  switch (read.is) {
    case "nothing":
    case "number":
      return undefined;
    case "incomplete":
      return isOver ? text.missing(read.missing) : undefined;
    case "foreign":
      return /[\u3040-\u30ff\u4e00-\u9fff]/.test(read.letter) ? text.foreignKana : text.foreign(read.letter);
    case "too-long":
      return text.tooLong(read.letters);
    case "mistyped":
      return text.mistyped;
  }
}

/** The page's state, kept in step with the address, and the answer to it. */

import examples from "virtual:examples";
import { useEffect, useMemo, useReducer } from "react";
import type { Language } from "../../words/words.ts";
import { check } from "./answer-of.ts";
import { linkOfState, stateOfLink } from "./link.ts";
import { checkReducer } from "./state.ts";

export function useCheck(language: Language) {
  const [state, dispatch] = useReducer(checkReducer, undefined, () => stateOfLink(location.hash, examples));
  const checked = useMemo(() => check(state), [state]);

  useEffect(() => {
    const link = `${linkOfState(state) ?? "#"}${state.patient.example === undefined ? "" : "&"}lang=${language}`;
    if (link !== location.hash) history.replaceState(history.state, "", link);
  }, [state, language]);

  useEffect(() => {
    // Someone edited the address, or went back: a link wins over what is on the page.
    const follow = () => dispatch({ do: "open", state: stateOfLink(location.hash, examples) });
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);

  return { state, dispatch, checked, examples };
}

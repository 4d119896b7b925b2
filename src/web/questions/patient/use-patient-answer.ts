/** A question of a patient, answered by the server from the record and from what is added here. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import { type GivenProblem, readGiven } from "../../../app/questions/given.ts";
import type { AnyQuestion } from "../../../core/questions/index.ts";
import { keys } from "../../api/queries.ts";
import { Problem, part, request } from "../../api/request.ts";
import { knowledge } from "../../knowledge.ts";
import { type Given, isEmpty, toAsk, valueAt } from "../given.ts";
import { stillToAsk } from "./only-asked.ts";

export interface PatientAnswer {
  readonly answer: AnswerJson | undefined;
  readonly problems: readonly GivenProblem[];
  /** The answer is to what was asked before. */
  readonly isOld: boolean;
  /** The server could not be asked. */
  readonly cause: Error | null;
  readonly again: () => void;
}

export function usePatientAnswer(patient: string, question: AnyQuestion, given: Given): PatientAnswer {
  const asked = toAsk(question.fields, given);
  const read = readGiven(question.fields, asked, knowledge);
  const missing = stillToAsk(question, asked);
  const problems =
    "problems" in read
      ? // A row that was begun, such as a result without its value, is not whole before all it needs is there.
        read.problems.filter(
          ({ at }) => missing.includes(at) || at.includes(".") || !isEmpty(valueAt(asked, at)),
        )
      : [];
  const query = useQuery({
    queryKey: [...keys.patient(patient), "question", question.id, asked],
    queryFn: ({ signal }) =>
      request<AnswerJson>(`/api/patients/${part(patient)}/questions/${question.id}`, {
        method: "POST",
        body: asked,
        signal,
      }),
    enabled: problems.length === 0,
    placeholderData: keepPreviousData,
  });
  const refused = refusedParts(query.error);
  return {
    answer: problems.length > 0 || query.error !== null ? undefined : query.data,
    problems: problems.length > 0 ? problems : refused,
    isOld: query.isPlaceholderData,
    cause: refused.length > 0 ? null : query.error,
    again: () => void query.refetch(),
  };
}

/** What the server still needs, by the names of the form's fields. */
function refusedParts(cause: Error | null): readonly GivenProblem[] {
  if (!(cause instanceof Problem) || cause.body.status !== 422) return [];
  return (cause.body.errors ?? []).map(({ pointer = "", detail }) => ({
    at: pointer.replace(/^#\//, "").replaceAll("/", "."),
    says: { en: detail, ja: detail },
  }));
}

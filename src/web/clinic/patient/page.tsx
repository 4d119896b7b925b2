import { useState } from "react";
import { Navigate, useParams } from "react-router";
import type { PatientView } from "../../../app/views/shapes.ts";
import { usePatient } from "../../api/queries.ts";
import { Problem } from "../../api/request.ts";
import type { Decided } from "../../api/shapes.ts";
import { useSignIn } from "../../api/sign-in.ts";
import { Card } from "../../kit/card.tsx";
import { DecisionReasons } from "../../kit/decision-reasons.tsx";
import { Trouble } from "../../kit/trouble.tsx";
import { Waiting } from "../../kit/waiting.tsx";
import { QuestionsSection } from "../../questions/patient/section.tsx";
import { usePage } from "../../shell/page.ts";
import { useZone } from "../../shell/place.tsx";
import { type ActingRole, useRole } from "../../shell/role.tsx";
import { shellText } from "../../shell/text.ts";
import { useText } from "../../text/language.tsx";
import { reasonsText } from "../../text/reasons.ts";
import { ClosedRecord } from "../rights/closed-record.tsx";
import { RightsCard } from "../rights/rights-card.tsx";
import { AccessesCard } from "./accesses-card.tsx";
import { AuthorisationCard } from "./authorisation-card.tsx";
import { CourseCard } from "./course-card.tsx";
import { FromElsewhere } from "./from-elsewhere.tsx";
import { OnPatient } from "./on-patient.tsx";
import { OrderCard } from "./order-card.tsx";
import classes from "./page.module.css";
import { PersonHead } from "./person-head.tsx";
import { RecordCard } from "./record-card.tsx";
import { SetAside } from "./set-aside.tsx";
import { StandingCard } from "./standing-card.tsx";
import { Steps } from "./steps.tsx";
import { Tasks } from "./tasks.tsx";
import { patientText } from "./text.ts";

/** One patient: where they stand, what is to be done, why, and the whole record. */
export function PatientPage() {
  const { patient = "" } = useParams();
  return <ThisPatient key={patient} patient={patient} />;
}

function ThisPatient({ patient }: { patient: string }) {
  const text = useText(patientText);
  const role = useRole();
  const query = usePatient(patient);
  const { data } = query;
  // Whoever keeps the clinic's data does not read its records.
  const isKept = query.error instanceof Problem && query.error.body.type === "/problems/not-your-role";
  if (isKept && role === "administrator") return <Navigate to={`/patients/${patient}/data`} replace />;
  const isElsewhere =
    query.error instanceof Problem &&
    ["/problems/no-relation", "/problems/restricted"].includes(query.error.body.type ?? "");
  // What was read before the clinic's treatment ended is not left on the screen.
  if (isElsewhere) return <ClosedRecord patient={patient} />;
  if (data === undefined) {
    return (
      <div className={classes.page}>
        <Untitled>{text.loading}</Untitled>
        {query.error === null ? (
          <Waiting lines={6} />
        ) : (
          <Trouble cause={query.error} onRetry={() => void query.refetch()} />
        )}
      </div>
    );
  }
  return (
    <OnPatient view={data}>
      <Loaded view={data} />
    </OnPatient>
  );
}

function Untitled({ children }: { children: string }) {
  const heading = usePage(children, false);
  return (
    <h1 {...heading} className="visually-hidden">
      {children}
    </h1>
  );
}

const seesRights: ReadonlySet<ActingRole> = new Set([
  "prescriber",
  "designee",
  "nurse",
  "front-desk",
  "auditor",
  "patient",
]);

function Loaded({ view }: { view: PatientView }) {
  const text = useText(patientText);
  const reasons = useText(reasonsText);
  const shell = useText(shellText);
  const zone = useZone(view.clinic);
  const heading = usePage(view.name ?? shell.nameless);
  const role = useRole();
  const isSignedIn = (useSignIn().data?.signedIn ?? null) !== null;
  /** What the order comes to, while a prescriber writes one. */
  const [ordered, setOrdered] = useState<Decided>();
  const isOpen = view.authorisations.some(({ state }) => state === "open");
  const mayOrder = role === "prescriber" && !isOpen && !view.erased && view.standing.group !== "ended";
  const { decision, sources } = mayOrder && ordered !== undefined ? ordered : view;
  return (
    <div className={classes.page}>
      <PersonHead view={view} heading={heading} />
      <FromElsewhere view={view} zone={zone} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <Tasks view={view} zone={zone} />
          <StandingCard view={view} zone={zone} />
          <Steps view={view} decision={decision} zone={zone} canOrder={mayOrder} />
          {mayOrder ? <OrderCard view={view} zone={zone} onDecided={setOrdered} /> : undefined}
          {view.erased ? undefined : <QuestionsSection patient={view.patient} />}
          <Card
            id="reasons"
            heading={view.standing.group === "ended" ? text.newCourse : reasons.heading}
            className={classes.reasons ?? ""}
          >
            <DecisionReasons
              decision={decision}
              sources={sources}
              dense
              renderAction={(finding) => <SetAside finding={finding} decision={decision} />}
            />
          </Card>
        </div>
        <div className={classes.aside}>
          <AuthorisationCard view={view} zone={zone} />
          <CourseCard view={view} zone={zone} />
          <RecordCard view={view} zone={zone} />
        </div>
      </div>
      {seesRights.has(role) && isSignedIn ? (
        <div className={classes.below}>
          <RightsCard patient={view.patient} zone={zone} />
        </div>
      ) : undefined}
      {role === "patient" || role === "auditor" || role === "administrator" ? (
        <div className={classes.below}>
          <AccessesCard patient={view.patient} zone={zone} canTakeAlong={role !== "auditor"} />
        </div>
      ) : undefined}
    </div>
  );
}

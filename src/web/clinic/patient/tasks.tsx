import { Button } from "@mantine/core";
import { IconAlertTriangleFilled } from "@tabler/icons-react";
import type { PatientView } from "../../../app/views/shapes.ts";
import { useSending } from "../../api/sending.ts";
import { useRole } from "../../shell/role.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { useWhen } from "../../text/use-when.ts";
import { NotSent } from "../forms/not-sent.tsx";
import { give } from "../forms/spec.ts";
import classes from "./tasks.module.css";
import { patientText } from "./text.ts";

type Task = PatientView["tasks"][number];

/** What somebody has to look at that no verdict shows. */
export function Tasks({ view, zone }: { view: PatientView; zone: string }) {
  const text = useText(patientText);
  if (view.tasks.length === 0) return undefined;
  return (
    <section className={classes.tasks} aria-label={text.tasks}>
      {view.tasks.map((task) => (
        <OneTask key={task.task} task={task} view={view} zone={zone} />
      ))}
    </section>
  );
}

function OneTask({ task, view, zone }: { task: Task; view: PatientView; zone: string }) {
  const text = useText(patientText);
  const { language } = useLanguage();
  const role = useRole();
  const when = useWhen(zone);
  const sending = useSending(view.patient, view.version);
  const titles = task.rules.map(({ title }) => title[language]).join(language === "ja" ? "、" : ", ");
  return (
    <div className={classes.task}>
      <IconAlertTriangleFilled size={22} aria-hidden />
      <div className={classes.says}>
        <p className={classes.what}>{text.taskSays(task.number)}</p>
        <p>
          {text.taskWhy(titles)}{" "}
          <span className={classes.raised}>{text.taskRaised(when.day(task.raised))}</span>
        </p>
        <NotSent cause={sending.cause} meanwhile={sending.meanwhile} when={when} />
      </div>
      {role === "prescriber" || role === "pharmacist" ? (
        <Button
          className="screen-only"
          color="red"
          loading={sending.isSending}
          onClick={() => void sending.send([give("close-task", { task: task.task })]).catch(() => {})}
        >
          {text.closeTask}
        </Button>
      ) : undefined}
    </div>
  );
}

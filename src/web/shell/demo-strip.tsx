import { IconAlertTriangleFilled } from "@tabler/icons-react";
import { useSignIn } from "../api/sign-in.ts";
import { useText } from "../text/language.tsx";
import { shellText } from "./text.ts";
import classes from "./who-bar.module.css";

/** On pages where nobody is signed in a demo says that it is one too. */
export function DemoStrip() {
  const text = useText(shellText);
  const { data } = useSignIn();
  if (data?.demo !== true) return undefined;
  return (
    <div className={`${classes.strip} screen-only`} data-demo role="region" aria-label={text.demoOwn}>
      <div className={classes.inner}>
        <p className={classes.says}>
          <IconAlertTriangleFilled size={16} aria-hidden />
          {text.demoOwn}
        </p>
      </div>
    </div>
  );
}

import { Button } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { type At, clockText } from "../../core/calendar.ts";
import { useIsLost } from "../api/connection.ts";
import { useText } from "../text/language.tsx";
import classes from "./lost-banner.module.css";
import { useZone } from "./place.tsx";
import { shellText } from "./text.ts";

const retryMs = 5_000;

/** While the server cannot be reached: as of when everything on the page is. */
export function LostBanner() {
  const text = useText(shellText);
  const isLost = useIsLost();
  const client = useQueryClient();
  const zone = useZone();
  useEffect(() => {
    if (!isLost) return undefined;
    const timer = setInterval(() => void client.refetchQueries({ type: "active" }), retryMs);
    const again = () => void client.refetchQueries({ type: "active" });
    addEventListener("online", again);
    return () => {
      clearInterval(timer);
      removeEventListener("online", again);
    };
  }, [isLost, client]);
  const active = client.getQueryCache().findAll({ type: "active" });
  const times = active.map(({ state }) => state.dataUpdatedAt).filter((at) => at > 0);
  return (
    <div role="status" className={`${classes.place} screen-only`}>
      {isLost ? (
        <div className={classes.banner}>
          <IconPlugConnectedX size={20} stroke={2} aria-hidden />
          <p>{times.length === 0 ? text.lostEmpty : text.lost(clockText(Math.min(...times) as At, zone))}</p>
          <Button
            variant="white"
            size="compact-md"
            onClick={() => void client.refetchQueries({ type: "active" })}
          >
            {text.retry}
          </Button>
        </div>
      ) : undefined}
    </div>
  );
}

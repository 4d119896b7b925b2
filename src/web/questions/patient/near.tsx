import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Waiting } from "../../kit/waiting.tsx";
import classes from "./near.module.css";

const Section = lazy(async () => ({ default: (await import("./section.tsx")).QuestionsSection }));

/** Fetched when somebody comes near it: the page's first look does not wait for the questions. */
export function QuestionsNear({ patient }: { patient: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (place.current === null) return undefined;
    const watching = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: "400px" },
    );
    watching.observe(place.current);
    return () => watching.disconnect();
  }, []);
  return (
    <div ref={place} className={`${classes.place} screen-only`}>
      {isNear ? (
        <Suspense fallback={<Waiting lines={3} />}>
          <Section patient={patient} />
        </Suspense>
      ) : undefined}
    </div>
  );
}

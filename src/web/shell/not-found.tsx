import { Link } from "react-router";
import { useText } from "../text/language.tsx";
import { usePage } from "./page.ts";
import { shellText } from "./text.ts";

export function NotFound() {
  const text = useText(shellText);
  const heading = usePage(text.notFound);
  return (
    <div className="failed">
      <h1 {...heading}>{text.notFound}</h1>
      <p>
        <Link to="/">{text.toToday}</Link>
      </p>
    </div>
  );
}

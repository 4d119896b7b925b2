import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { AuditFilter } from "../../api/accesses.ts";
import { part, withQuery } from "../../api/request.ts";
import { Card } from "../../kit/card.tsx";
import { useText } from "../../text/language.tsx";
import { auditText } from "./text.ts";
import classes from "./verify-card.module.css";

/** The trail as a file, for the months of the days that are looked at. */
export function ExportCard({ clinic, filter }: { clinic: string; filter: AuditFilter }) {
  const text = useText(auditText);
  const [from, to] = [filter.from, filter.to].map((day) => day?.slice(0, 7));
  const says =
    from === undefined && to === undefined ? text.exportAll : text.exportMonths(from ?? "", to ?? "");
  return (
    <Card id="export" heading={text.export}>
      <p className={classes.more}>{text.exportMore}</p>
      <Button
        component="a"
        variant="default"
        href={withQuery(`/api/clinics/${part(clinic)}/audit/export`, { from, to })}
        download
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {says}
      </Button>
    </Card>
  );
}

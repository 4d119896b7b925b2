import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useParams } from "react-router";
import { useErasure } from "../../api/accesses.ts";
import { usePeople } from "../../api/queries.ts";
import { part } from "../../api/request.ts";
import { Card } from "../../kit/card.tsx";
import { Trouble } from "../../kit/trouble.tsx";
import { Waiting } from "../../kit/waiting.tsx";
import { usePage } from "../../shell/page.ts";
import { usePlace, useZone } from "../../shell/place.tsx";
import { useText } from "../../text/language.tsx";
import { AccessesCard } from "../patient/accesses-card.tsx";
import { RightsCard } from "../rights/rights-card.tsx";
import { EraseCard } from "./erase-card.tsx";
import classes from "./page.module.css";
import { RestrictCard } from "./restrict-card.tsx";
import { dataText } from "./text.ts";

/** What an administrator does with somebody's data as such, without reading the record. */
export function DataPage() {
  const { patient = "" } = useParams();
  return <OfPatient key={patient} patient={patient} />;
}

function OfPatient({ patient }: { patient: string }) {
  const text = useText(dataText);
  const heading = usePage(text.title);
  const { clinic } = usePlace();
  const zone = useZone(clinic?.id);
  const found = usePeople(clinic?.id, patient);
  const person = found.data?.items.find((one) => one.patient === patient);
  const erasure = useErasure(patient);
  const { data } = erasure;
  return (
    <div className={classes.page}>
      <header>
        <h1 {...heading}>{person?.name ?? text.title}</h1>
        <p className={classes.number}>
          {text.number} <strong>{patient}</strong>
        </p>
      </header>
      <div className={classes.columns}>
        <div className={classes.aside}>
          {data?.erased === true ? undefined : <RightsCard patient={patient} zone={zone} />}
          <AccessesCard patient={patient} zone={zone} />
        </div>
        <div className={classes.aside}>
          {data === undefined ? (
            erasure.error === null ? (
              <Waiting lines={4} />
            ) : (
              <Trouble cause={erasure.error} onRetry={() => void erasure.refetch()} />
            )
          ) : (
            <>
              {data.restricted ? undefined : (
                <Card id="take" heading={text.takeHeading} className="screen-only">
                  <p className={classes.more}>{text.takeMore}</p>
                  <Button
                    component="a"
                    variant="default"
                    href={`/api/patients/${part(patient)}/export`}
                    download
                    leftSection={<IconDownload size={18} aria-hidden />}
                  >
                    {text.take}
                  </Button>
                </Card>
              )}
              {data.erased ? undefined : <RestrictCard view={data} />}
              <EraseCard view={data} zone={zone} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}

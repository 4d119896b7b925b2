import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPractice } from "../../app/open-practice.ts";
import { apiServer } from "../api.ts";

test("An import names a site that there is, and needs no key: the same again changes nothing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-import-route-"));
  const practice = await openPractice(folder);
  const api = apiServer(practice);
  const born = {
    type: "registered",
    happened: "2026-01-05",
    actor: "front-desk",
    body: { birthDate: "1999-01-02" },
  };
  const files = [{ name: "a.json", text: JSON.stringify({ entries: [born] }) }];
  const send = (more: object) =>
    api.request("/api/clinics/tokyo-monthly/import", {
      method: "POST",
      headers: { "content-type": "application/json", "isoward-role": "nurse" },
      body: JSON.stringify({ files, ...more }),
    });
  const wrong = await send({ site: "third" });
  expect(wrong.status).toBe(404);
  expect(await wrong.json()).toMatchObject({ type: "/problems/unknown-id" });
  const first = (await (await send({ site: "first" })).json()) as { readonly patient: string };
  expect(await (await send({ patient: first.patient })).json()).toMatchObject({ written: 0, unchanged: 1 });
  await practice.ledger.close();
  rmSync(folder, { recursive: true });
});

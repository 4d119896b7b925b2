import { createTheme, MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Component, lazy, type ReactNode, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter, Navigate, Route, Routes, useLocation } from "react-router";
import { Problem } from "./api/request.ts";
import { useSignIn } from "./api/sign-in.ts";
import { TodayPage } from "./clinic/today/page.tsx";
import { Waiting } from "./kit/waiting.tsx";
import { NotFound } from "./shell/not-found.tsx";
import { OwnRecords } from "./shell/own-records.tsx";
import { InPlace } from "./shell/place.tsx";
import { PublicShell } from "./shell/public-shell.tsx";
import { InRole, useIsOwn, useRole } from "./shell/role.tsx";
import { Shell } from "./shell/shell.tsx";
import { shellText } from "./shell/text.ts";
import { InLanguage } from "./text/language.tsx";

const theme = createTheme({ cursorType: "pointer", defaultRadius: "md" });

const CheckPage = lazy(async () => ({ default: (await import("./check/page.tsx")).CheckPage }));
const PatientPage = lazy(async () => ({ default: (await import("./clinic/patient/page.tsx")).PatientPage }));
const AskPage = lazy(async () => ({ default: (await import("./questions/ask/index-page.tsx")).AskPage }));
const QuestionPage = lazy(async () => ({
  default: (await import("./questions/ask/question-page.tsx")).QuestionPage,
}));
const ProtocolsPage = lazy(async () => ({
  default: (await import("./protocols/page.tsx")).ProtocolsPage,
}));
const AuditPage = lazy(async () => ({ default: (await import("./clinic/audit/page.tsx")).AuditPage }));
const StaffPage = lazy(async () => ({ default: (await import("./clinic/staff/page.tsx")).StaffPage }));
const DataPage = lazy(async () => ({ default: (await import("./clinic/person-data/page.tsx")).DataPage }));
const DispensePage = lazy(async () => ({
  default: (await import("./clinic/dispense/page.tsx")).DispensePage,
}));

const DowntimePage = lazy(async () => ({
  default: (await import("./clinic/downtime/page.tsx")).DowntimePage,
}));

const SignInPage = lazy(async () => ({ default: (await import("./account/sign-in-page.tsx")).SignInPage }));
const LinkPage = lazy(async () => ({ default: (await import("./account/link-page.tsx")).LinkPage }));
const AccountPage = lazy(async () => ({ default: (await import("./account/account-page.tsx")).AccountPage }));

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The server may be this very machine: whether there is a network says nothing.
      networkMode: "always",
      staleTime: 5_000,
      retry: (failures, cause) => failures < 2 && !(cause instanceof Problem && cause.body.status < 500),
      retryDelay: 700,
    },
    mutations: { networkMode: "always" },
  },
});

export function start(root: HTMLElement | null): void {
  if (root === null) throw new Error("the page has no #root");
  createRoot(root).render(
    <StrictMode>
      {/* Mantine's variables come from its CSS file: no <style> is made at runtime, which the CSP would refuse. */}
      <MantineProvider
        theme={theme}
        forceColorScheme="light"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <Failing>
          <InLanguage>
            <QueryClientProvider client={queries}>
              <BrowserRouter>
                <Pages />
              </BrowserRouter>
            </QueryClientProvider>
          </InLanguage>
        </Failing>
      </MantineProvider>
    </StrictMode>,
  );
}

function Pages() {
  return (
    <Routes>
      <Route element={<PublicShell />}>
        <Route path="ask" element={<Later page={<AskPage />} />} />
        <Route path="ask/:question" element={<Later page={<QuestionPage />} />} />
        <Route path="protocols" element={<Later page={<ProtocolsPage />} />} />
        <Route path="sign-in" element={<Later page={<SignInPage />} />} />
        <Route path="sign-in/first" element={<Later page={<LinkPage />} />} />
      </Route>
      <Route element={<ClinicFrame />}>
        <Route index element={<First />} />
        <Route path="patients/:patient" element={<Later page={<PatientPage />} />} />
        <Route path="patients/:patient/data" element={<Later page={<DataPage />} />} />
        <Route path="staff" element={<Later page={<StaffPage />} />} />
        <Route path="audit" element={<Later page={<AuditPage />} />} />
        <Route path="downtime" element={<Later page={<DowntimePage />} />} />
        <Route path="dispense" element={<Later page={<DispensePage />} />} />
        <Route path="account" element={<Later page={<AccountPage />} />} />
        <Route path="check" element={<Later page={<CheckPage />} />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}

/** What only the clinic's pages know: who acts, and where. */
function ClinicFrame() {
  const { pathname, search } = useLocation();
  const { data, isPending } = useSignIn();
  // Whoever is not in is sent to the door before anything is asked for them.
  if (isPending) return undefined;
  if (data?.needed === true && data.signedIn === null) {
    return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  }
  return (
    <InRole>
      <InPlace>
        <Shell />
      </InPlace>
    </InRole>
  );
}

/** Today; links made when "Check a supply" was the first page lead to where it is now. */
function First() {
  const { hash, search } = useLocation();
  const link = new URLSearchParams(hash.slice(1));
  const { data } = useSignIn();
  const isCheck = ["example", "under", "on", "facts"].some((key) => link.has(key));
  // Whoever works nowhere has no list of the day, but a record.
  const isOwn = useIsOwn();
  const role = useRole();
  if (isCheck) return <Navigate to={{ pathname: "/check", search, hash }} replace />;
  // Who reads what others did has no list of the day either.
  if (role === "auditor") return <Navigate to="/audit" replace />;
  return isOwn ? <OwnRecords links={data?.links ?? []} /> : <TodayPage />;
}

function Later({ page }: { page: ReactNode }) {
  return <Suspense fallback={<Waiting lines={4} />}>{page}</Suspense>;
}

/** A bug must not leave a blank page, still less an answer that is no longer true. */
class Failing extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { broken, brokenMore } = shellText[document.documentElement.lang === "ja" ? "ja" : "en"];
    return (
      <main className="failed" role="alert">
        <h1>{broken}</h1>
        <p>{brokenMore}</p>
        <p>
          <a href="/">Isoward</a>
        </p>
      </main>
    );
  }
}

import { createTheme, MantineProvider } from "@mantine/core";
import { Component, type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { CheckPage } from "./check/page.tsx";
import { en } from "./text/en.ts";
import { ja } from "./text/ja.ts";

const theme = createTheme({ cursorType: "pointer", defaultRadius: "md" });

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
          <CheckPage />
        </Failing>
      </MantineProvider>
    </StrictMode>,
  );
}

/** A bug must not leave a blank page, still less an answer that is no longer true. */
class Failing extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { failed, failedMore } = (document.documentElement.lang === "ja" ? ja : en).page;
    return (
      <main className="failed" role="alert">
        <h1>{failed}</h1>
        <p>{failedMore}</p>
        <p>
          <a href="/" onClick={() => history.replaceState(null, "", "/")}>
            Isoward
          </a>
        </p>
      </main>
    );
  }
}

import { IconStethoscope } from "@tabler/icons-react";
import { useRef } from "react";
import { Link, NavLink, Outlet, useLocation } from "react-router";
import { useLanguage, useText } from "../text/language.tsx";
import { DemoStrip } from "./demo-strip.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Mark } from "./mark.tsx";
import { MenuButton, useMenu } from "./menu-button.tsx";
import classes from "./public-shell.module.css";
import { SkipLink } from "./skip-link.tsx";
import { shellText } from "./text.ts";
import { useTopOfPage } from "./top-of-page.ts";

/** The frame around pages that anybody may read: no patient, no role, no server to be asked. */
export function PublicShell() {
  const text = useText(shellText);
  const { language } = useLanguage();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useTopOfPage(pathname);
  const menu = useMenu();
  return (
    <>
      <SkipLink main={main} />
      <DemoStrip />
      <header className={`${classes.header} screen-only`} data-menu={menu.isOpen || undefined}>
        <div className={classes.bar}>
          <Link className={classes.brand} to="/ask" aria-label="Isoward">
            <Mark />
            <span className={classes.brandName}>Isoward</span>
          </Link>
          <nav id="pages" className={classes.nav} aria-label={text.nav}>
            {/* Pages of the server's own, not of this app. */}
            <a href={`/${language}`}>{text.guide}</a>
            <NavLink to="/ask">{text.ask}</NavLink>
            <NavLink to="/protocols">{text.compare}</NavLink>
          </nav>
          <Link className={classes.clinic} to="/">
            <IconStethoscope size={16} stroke={1.9} aria-hidden />
            {text.forClinic}
          </Link>
          <MenuButton {...menu} controls="pages" />
          <LanguageSwitch />
        </div>
      </header>
      <main id="content" ref={main} className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className={`${classes.footer} screen-only`}>
        <p>{text.support}</p>
        <p>
          <a href={`/${language}`}>{text.publicSite}</a>
        </p>
      </footer>
    </>
  );
}

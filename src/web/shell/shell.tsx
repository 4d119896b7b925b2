import { ActionIcon } from "@mantine/core";
import { IconSearch, IconX } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { Link, NavLink, Outlet, useLocation } from "react-router";
import { useChanges } from "../api/changes.ts";
import { useLanguage, useText } from "../text/language.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { LostBanner } from "./lost-banner.tsx";
import { Mark } from "./mark.tsx";
import { MenuButton, useMenu } from "./menu-button.tsx";
import { PlaceChooser } from "./place-chooser.tsx";
import { useIsOwn, useRole } from "./role.tsx";
import { PatientSearch, useSlash } from "./search.tsx";
import classes from "./shell.module.css";
import { SkipLink } from "./skip-link.tsx";
import { shellText } from "./text.ts";
import { useTopOfPage } from "./top-of-page.ts";
import { WhoBar } from "./who-bar.tsx";

/** The frame around the clinic's pages: where one is, who acts, and whether the server is there. */
export function Shell() {
  useChanges();
  const text = useText(shellText);
  const { language } = useLanguage();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useTopOfPage(pathname);
  return (
    <>
      <SkipLink main={main} />
      <WhoBar />
      <TopBar />
      <LostBanner />
      <main id="content" ref={main} className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      {/* "Check a supply" has a foot of its own. */}
      {pathname === "/check" ? undefined : (
        <footer className={`${classes.footer} screen-only`}>
          <p>{text.support}</p>
          <p>
            <Link to="/protocols">{text.protocols}</Link>
          </p>
          <p>
            <a href={`/${language}`}>{text.publicSite}</a>
          </p>
        </footer>
      )}
    </>
  );
}

function TopBar() {
  const text = useText(shellText);
  const role = useRole();
  const isOwn = useIsOwn();
  /** Who keeps the clinic's data hands nothing out. */
  const keeps = role === "auditor" || role === "administrator";
  const { language } = useLanguage();
  const search = useRef<HTMLInputElement>(null);
  const [searching, setSearching] = useState(false);
  const toSearch = () => {
    setSearching(true);
    // The field may have been hidden until now.
    requestAnimationFrame(() => search.current?.focus());
  };
  useSlash(toSearch);
  const menu = useMenu();
  return (
    <header
      className={`${classes.header} screen-only`}
      data-searching={searching || undefined}
      data-menu={menu.isOpen || undefined}
    >
      <div className={classes.bar}>
        <Link className={classes.brand} to="/" aria-label="Isoward">
          <Mark />
          <span className={classes.brandName}>Isoward</span>
        </Link>
        <nav id="pages" className={classes.nav} aria-label={text.nav}>
          <NavLink to="/" end>
            {isOwn ? text.ownRecord : text.today}
          </NavLink>
          {isOwn || keeps ? undefined : <NavLink to="/dispense">{text.dispense}</NavLink>}
          {isOwn ? undefined : <NavLink to="/check">{text.check}</NavLink>}
          <NavLink to="/ask">{text.ask}</NavLink>
          {keeps ? (
            <>
              <NavLink to="/staff">{text.staff}</NavLink>
              <NavLink to="/audit">{text.audit}</NavLink>
            </>
          ) : undefined}
          {/* Pages of the server's own, not of this app; where the header has no room the link stands in the foot. */}
          <a className={classes.public} href={`/${language}`}>
            {text.guide}
          </a>
        </nav>
        <div className={classes.search}>
          {isOwn ? undefined : <PatientSearch inputRef={search} onDone={() => setSearching(false)} />}
        </div>
        {isOwn ? undefined : (
          <ActionIcon
            className={classes.searchButton ?? ""}
            variant="subtle"
            color="gray"
            size={44}
            aria-label={searching ? text.closeSearch : text.search}
            aria-expanded={searching}
            onClick={searching ? () => setSearching(false) : toSearch}
          >
            {searching ? <IconX size={22} aria-hidden /> : <IconSearch size={22} aria-hidden />}
          </ActionIcon>
        )}
        <div className={classes.place}>
          <PlaceChooser />
        </div>
        <MenuButton {...menu} controls="pages" />
        <LanguageSwitch />
      </div>
    </header>
  );
}

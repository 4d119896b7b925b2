/** The public site: every page by its address, drawn from knowledge and words as plain HTML. */
import type { Day } from "../core/calendar.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import { type Language, languages } from "../words/words.ts";
import { framed } from "./frame.ts";
import { activityPage } from "./pages/activity.ts";
import { claimPage, referencesPage } from "./pages/claim.ts";
import { claimList, claimPath } from "./pages/claims.ts";
import { home } from "./pages/home.ts";
import { indicationPage } from "./pages/indication.ts";
import { indicationPath, indicationsPage } from "./pages/indications.ts";
import { classesOf, classPath, interactionList, medicinePath } from "./pages/interactions.ts";
import { activityPath, mayIList } from "./pages/may-i.ts";
import { classPage, medicinePage } from "./pages/medicine.ts";
import { notFound } from "./pages/not-found.ts";
import { prescribersPage } from "./pages/prescribers.ts";
import { pricesPage } from "./pages/prices.ts";
import { searchPage } from "./pages/search.ts";
import { sourcesPage } from "./pages/sources.ts";
import { studiesPage } from "./pages/studies.ts";
import { symptomPage } from "./pages/symptom.ts";
import { symptomList, symptomPath } from "./pages/symptoms.ts";
import { unapprovedPage } from "./pages/unapproved.ts";
import { understand } from "./pages/understand.ts";
import { type Draw, viewOf } from "./view.ts";

export interface Site {
  /** The address of each page without its language: "" is the first page, "/may-i/waxing" one of many. */
  readonly paths: readonly string[];
  /** A page as HTML; undefined where there is none of that address. */
  page(language: Language, path: string, query?: URLSearchParams): string | undefined;
  notFound(language: Language): string;
}

/**
 * @param day today in Japan, for the rules in force
 * @param origin where the site stands, for the addresses that those who list pages want in full
 */
export function siteOf(knowledge: Knowledge, day: Day, origin = ""): Site {
  const pages = pagesOf(knowledge);
  const ground = { knowledge, day, origin };
  return {
    paths: [...pages.keys()],
    page(language, path, query = new URLSearchParams()) {
      const draw = pages.get(path);
      if (draw === undefined) return undefined;
      const view = viewOf(ground, language, query);
      return framed(view, path, draw(view));
    },
    notFound(language) {
      const view = viewOf(ground, language, new URLSearchParams());
      return framed(view, undefined, notFound(view));
    },
  };
}

/** The language and the page that an address names; undefined where it is none of the site's. */
export function placeOf(address: string): { readonly language: Language; readonly path: string } | undefined {
  const language = languages.find((one) => address === `/${one}` || address.startsWith(`/${one}/`));
  return language === undefined ? undefined : { language, path: address.slice(language.length + 1) };
}

function pagesOf(knowledge: Knowledge): ReadonlyMap<string, Draw> {
  return new Map<string, Draw>([
    ["", home],
    ["/may-i", mayIList],
    ...Object.values(knowledge.activities).map((one): [string, Draw] => [
      activityPath(one.id),
      activityPage(one),
    ]),
    ["/interactions", interactionList],
    ...Object.values(knowledge.medicines).map((one): [string, Draw] => [
      medicinePath(one.id),
      medicinePage(one),
    ]),
    ...classesOf(knowledge).map((id): [string, Draw] => [classPath(id), classPage(id)]),
    ["/symptoms", symptomList],
    ...Object.values(knowledge.symptoms).map((one): [string, Draw] => [
      symptomPath(one.id),
      symptomPage(one),
    ]),
    ["/indications", indicationsPage],
    ...Object.values(knowledge.indications).map((one): [string, Draw] => [
      indicationPath(one.id),
      indicationPage(one),
    ]),
    ["/understand", understand],
    ["/understand/studies", studiesPage],
    ["/claims", claimList],
    ["/claims/references", referencesPage],
    ...Object.values(knowledge.claims).map((one): [string, Draw] => [claimPath(one.id), claimPage(one)]),
    ["/prices", pricesPage],
    ["/unapproved", unapprovedPage],
    ["/prescribers", prescribersPage],
    ["/sources", sourcesPage],
    ["/search", searchPage],
  ]);
}

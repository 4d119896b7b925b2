/** Words of the public site: what a visitor without an account reads. No clinical number stands here. */
import { claims } from "./claims.ts";
import { frame } from "./frame.ts";
import { home } from "./home.ts";
import { indications } from "./indications.ts";
import { interactions } from "./interactions.ts";
import { mayI } from "./may-i.ts";
import { prescribers, sources, unapproved } from "./papers.ts";
import { prices } from "./prices.ts";
import { search } from "./search.ts";
import { symptoms } from "./symptoms.ts";
import { understand } from "./understand.ts";

export const site = {
  frame,
  home,
  mayI,
  interactions,
  symptoms,
  indications,
  understand,
  sources,
  unapproved,
  claims,
  prices,
  prescribers,
  search,
};

/** Words of the public site: what a visitor without an account reads. No clinical number stands here. */
import { frame } from "./frame.ts";
import { home } from "./home.ts";
import { mayI } from "./may-i.ts";

export const site = { frame, home, mayI };

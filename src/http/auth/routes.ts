/** Every route of signing in, of links and of one's own account. */
import type { Route } from "../route.ts";
import { accountRoutes } from "./routes-account.ts";
import { signInRoutes } from "./routes-in.ts";
import { linkRoutes } from "./routes-link.ts";

export const authRoutes: readonly Route[] = [...signInRoutes, ...linkRoutes, ...accountRoutes];

/**
 * The one switch between a server that asks nobody who they are and one that does: where it is on, the clinic's pages
 * lead to the sign-in whoever has not signed in. It goes on together with access control.
 */
export const signInIsNeeded = false;

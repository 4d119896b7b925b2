/** Where something is kept, as it may be shown. */
import type { Place } from "../app/place.ts";
import { masked } from "../app/settings.ts";

/** Without a password. */
export const placeText = (place: Place) =>
  "folder" in place ? place.folder : masked("database", place.database);

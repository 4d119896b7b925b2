import type { Authorisation } from "../core/authorisations.ts";
import type { Day } from "../core/calendar.ts";
import type { HandedOut } from "../core/decide-dispensing.ts";

/** The pack in the hand of whoever dispenses, as far as it was said. */
export interface Pack {
  readonly product?: string | undefined;
  readonly capsuleMg?: number | undefined;
  readonly capsules?: number | undefined;
  readonly lot?: string | undefined;
  readonly expiresOn?: Day | undefined;
}

/** What is handed out: as authorised, where the pack does not say otherwise. Lot and expiry are never assumed. */
export function handedOut(
  { number, body }: Authorisation,
  pack: Pack = {},
): HandedOut & {
  readonly product: string;
  readonly capsuleMg: number;
  readonly capsules: number;
} {
  return {
    number,
    product: pack.product ?? body.product,
    capsuleMg: pack.capsuleMg ?? body.capsuleMg,
    capsules: pack.capsules ?? body.capsules,
    ...(pack.lot === undefined ? {} : { lot: pack.lot }),
    ...(pack.expiresOn === undefined ? {} : { expiresOn: pack.expiresOn }),
  };
}

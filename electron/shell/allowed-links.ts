import { isTrackingPage } from '../../shared/fulfilment/carriers.ts';

/** Where a company orders its API plan and makes its keys (pims-overview: Getting started). */
export const WEEVIO_CLOUD = 'https://cloud.weevio.co/';

const allowedOrigins: readonly string[] = [new URL(WEEVIO_CLOUD).origin];

/**
 * Whether an address may be handed to the system's browser: https, a host from our list, no user name in it; or a carrier's
 * page of one parcel.
 */
export function isAllowedLink(address: string): boolean {
  if (isTrackingPage(address)) return true;
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return allowedOrigins.includes(url.origin) && url.username === '' && url.password === '';
}

import { shell } from 'electron';
import { isAllowedLink } from './allowed-links.ts';

/** Opens an allowed address in the person's browser; anything else does nothing and answers false. */
export function openExternalLink(address: string): boolean {
  if (!isAllowedLink(address)) return false;
  void shell.openExternal(address);
  return true;
}

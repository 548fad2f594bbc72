import { isHtml } from './html-text.ts';

/** Products that answer in a server's place, by the names that their pages and headers carry. */
const interceptors =
  /\b(zscaler|fortiguard|fortinet|fortigate|blue\s?coat|symantec web|forcepoint|websense|cisco umbrella|opendns|palo alto networks|squid|mcafee web gateway|skyhigh|sophos|barracuda|netskope|iboss|smoothwall|lightspeed|contentkeeper|watchguard|sonicwall|check point|trend micro|kerio|untangle|pfsense)\b/i;

/** Phrases of block pages. A bare “blocked” is none: PIMS may say that a customer is blocked. */
const blockPhrases =
  /(access to this (web\s?)?(site|page|url)[\s\S]{0,40}(blocked|denied|restricted)|blocked by (your|the) (organi[sz]ation|administrator|network|company|it)|(web|url|content) filter|internet (usage|access) policy|captive portal|proxy authentication|network (login|sign.?in))/i;

const signInForm = /<input\b[^<>]*\btype\s*=\s*["']?password\b|name\s*=\s*["']?SAMLRe(quest|sponse)\b/i;

/**
 * True if an error page was made by a proxy, a filter or a sign-in gateway rather than by PIMS or the server that
 * it runs on: it holds a sign-in form, a filter's phrases or name, or came with a proxy's headers. An HTML page with
 * none of these (Tomcat's, nginx's) counts as the server's own.
 */
export function isForeignPage(headers: Headers, body: string): boolean {
  if (headers.has('proxy-authenticate') || headers.has('x-squid-error')) return true;
  if (interceptors.test(headers.get('server') ?? '')) return true;
  if (onlyWindowsSignIn(headers.get('www-authenticate'))) return true;
  if (!isHtml(headers.get('content-type'), body)) return false;
  return signInForm.test(body) || blockPhrases.test(body) || interceptors.test(body);
}

/** PIMS takes Basic; a challenge for Windows sign-in alone comes from a gateway before it. */
function onlyWindowsSignIn(challenge: string | null): boolean {
  return challenge !== null && /\b(negotiate|ntlm)\b/i.test(challenge) && !/\bbasic\b/i.test(challenge);
}

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  copy: '©',
};

const HTML_START = /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body|title)\b/i;

/** True if a text is an HTML page rather than JSON or plain words. Its beginning tells. */
export function isHtml(contentType: string | null, text: string): boolean {
  const start = text.slice(0, 4_096).trimStart();
  if (HTML_START.test(start)) return true;
  return start.startsWith('<') && /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? '');
}

/** The readable words of a page: its title, headings and paragraphs, or all of its text when it has none of them. */
export function htmlText(html: string): string {
  const visible = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style|template|noscript|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ');
  const parts = [
    ...visible.matchAll(/<(title|h[1-6]|p|pre|li)\b[^<>]*>([\s\S]*?)(?=<\/?(?:\1|div|body|html)\b|$)/gi),
  ]
    .map((match) => plain(match[2] ?? ''))
    .filter((part) => part !== '');
  const first = parts.slice(0, 20);
  const distinct = first.filter(
    (part, index) => !first.slice(0, index).some((earlier) => earlier.includes(part)),
  );
  return distinct.length > 0 ? distinct.map(asSentence).join(' ') : plain(visible);
}

/** A page's title, empty when it has none. */
export function htmlTitle(html: string): string {
  return plain(/<title\b[^<>]*>([\s\S]{0,1000}?)(?:<\/title|$)/i.exec(html)?.[1] ?? '');
}

function plain(markup: string): string {
  return decodeEntities(markup.replace(/<[^>]*(?:>|$)/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return namedEntities[name.toLowerCase()] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function asSentence(part: string): string {
  return /[.!?:…]$/.test(part) ? part : `${part}.`;
}

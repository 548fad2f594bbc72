/** Texts that must not leave the program, such as secrets, and what is done to a text that has one in it. */
export interface HiddenTexts {
  /** From now on this text, also percent-encoded, in JSON or in base64, is taken out. */
  hide(secret: string): void;
  clean(text: string): string;
}

/** What stands in place of a hidden text. */
export const HIDDEN = '[hidden]';
/** Hiding shorter texts would riddle every line with gaps; no API secret is that short. */
const SHORTEST_SECRET = 4;

export function createHiddenTexts(): HiddenTexts {
  const secrets = new Set<string>();
  return {
    hide(secret) {
      if (secret.length < SHORTEST_SECRET) return;
      for (const form of [
        secret,
        encodeURIComponent(secret),
        JSON.stringify(secret).slice(1, -1),
        Buffer.from(secret, 'utf8').toString('base64'),
      ]) {
        secrets.add(form);
      }
    },
    clean(text) {
      let cleaned = text;
      for (const secret of secrets) cleaned = cleaned.replaceAll(secret, HIDDEN);
      return cleaned;
    },
  };
}

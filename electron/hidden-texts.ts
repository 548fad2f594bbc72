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
  /** How long the secrets are that begin with these characters, the longest first: an order has thousands of lock codes. */
  const lengths = new Map<string, number[]>();

  /** The length of the secret that stands there; undefined when none does. */
  function secretAt(text: string, at: number): number | undefined {
    const those = lengths.get(text.slice(at, at + SHORTEST_SECRET));
    return those?.find((length) => secrets.has(text.slice(at, at + length)));
  }

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
        const start = form.slice(0, SHORTEST_SECRET);
        const those = new Set(lengths.get(start)).add(form.length);
        lengths.set(
          start,
          [...those].sort((a, b) => b - a),
        );
      }
    },
    clean(text) {
      let cleaned = '';
      let done = 0;
      for (let at = 0; at + SHORTEST_SECRET <= text.length; at += 1) {
        const length = secretAt(text, at);
        if (length === undefined) continue;
        cleaned += text.slice(done, at) + HIDDEN;
        done = at + length;
        at = done - 1;
      }
      return cleaned + text.slice(done);
    },
  };
}

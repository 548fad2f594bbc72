export interface BodyReading {
  readonly text: string;
  /** Why the text may not be all: it was cut at the limit, or the connection broke. */
  readonly end: 'complete' | 'too-large' | 'broken';
  /** What broke it. */
  readonly cause?: unknown;
}

/** Reads an answer's body as text, at most `limit` bytes; then it stops reading and lets the connection go. */
export async function readBody(response: Response, limit: number): Promise<BodyReading> {
  if (response.body === null) return { text: '', end: 'complete' };
  const decoder = decoderFor(response.headers.get('content-type'));
  const reader = response.body.getReader();
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { text: text + decoder.decode(), end: 'complete' };
      size += value.byteLength;
      if (size > limit) {
        // Without waiting: a server that never ends must not hold us.
        void reader.cancel().catch(() => undefined);
        return { text, end: 'too-large' };
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch (cause) {
    return { text, end: 'broken', cause };
  }
}

/** UTF-8 unless the answer names another encoding that we know. */
function decoderFor(contentType: string | null): TextDecoder {
  const label = /charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}

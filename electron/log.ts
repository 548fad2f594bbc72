import { inspect } from 'node:util';
import { createHiddenTexts } from './hidden-texts.ts';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What a log line may carry besides its message. */
export type LogDetails = Readonly<Record<string, unknown>>;

/** Takes lines that are already free of secrets: electron-log in the application, an array in tests. */
export type LogSink = (level: LogLevel, message: string, details: LogDetails) => void;

export interface Log {
  debug(message: string, details?: LogDetails): void;
  info(message: string, details?: LogDetails): void;
  warn(message: string, details?: LogDetails): void;
  error(message: string, details?: LogDetails): void;
  /** From now on this text, also percent-encoded or in base64, never reaches the sink. */
  hide(secret: string): void;
}

/**
 * A log that takes known secrets out of every line (design section 8). A sink that throws is ignored: a full
 * disk must not stop an order.
 */
export function createLog(sink: LogSink): Log {
  const { hide, clean } = createHiddenTexts();

  function write(level: LogLevel, message: string, details: LogDetails): void {
    try {
      const shown = Object.entries(details).map(([key, value]) => [clean(key), cleanValue(value, clean)]);
      sink(level, clean(message), Object.fromEntries(shown));
    } catch {
      // Nowhere left to say it.
    }
  }

  return {
    debug: (message, details = {}) => write('debug', message, details),
    info: (message, details = {}) => write('info', message, details),
    warn: (message, details = {}) => write('warn', message, details),
    error: (message, details = {}) => write('error', message, details),
    hide,
  };
}

/** Errors become their text (name, message, stack, cause), everything else its JSON, each without secrets. */
function cleanValue(value: unknown, clean: (text: string) => string): unknown {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return clean(value);
  if (value instanceof Error) {
    const cause: unknown =
      value.cause === undefined ? '' : `\ncaused by ${String(cleanValue(value.cause, clean))}`;
    return clean(`${value.stack ?? `${value.name}: ${value.message}`}${String(cause)}`);
  }
  return clean(asText(value));
}

function asText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return inspect(value);
  }
}

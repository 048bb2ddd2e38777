import { type Logger, pino } from 'pino';

/** The log of the server: JSON lines on standard error, at `CHANDLERY_LOG_LEVEL`, or from warnings up when a person watches. */
export function createServerLog(options: { readonly level: string }): Logger {
  return pino(
    { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
}

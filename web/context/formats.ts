/** Writes numbers, times and sizes as a language does; times are always UTC. */
export interface Formats {
  number(value: number): string;
  /** A day, from RFC 3339. */
  date(time: string): string;
  /** A day and a minute, from RFC 3339. */
  dateTime(time: string): string;
  /** A file size in units of a thousand. */
  size(bytes: number): string;
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Makes the formats of one language, named by its BCP 47 tag. */
export function createFormats(locale: string): Formats {
  const numbers = new Intl.NumberFormat(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return {
    number: (value) => numbers.format(value),
    date: (time) => formatTime(dates, time),
    dateTime: (time) => `${formatTime(times, time)} UTC`,
    size: (bytes) => formatSize(locale, bytes),
  };
}

function formatTime(format: Intl.DateTimeFormat, time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : format.format(date);
}

function formatSize(locale: string, bytes: number): string {
  let value = bytes;
  let rank = 0;
  while (Math.round(value) >= 1000 && rank < units.length - 1) {
    value /= 1000;
    rank += 1;
  }
  const unit = units[rank] ?? 'byte';
  const maximumFractionDigits = rank === 0 || value >= 100 ? 0 : 1;
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits }).format(value);
}

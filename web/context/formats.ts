/** Writes numbers, times and sizes as a language does; times are always UTC. */
export interface Formats {
  number(value: number): string;
  /** A day, from RFC 3339. */
  date(time: string): string;
  /** A day and a minute, from RFC 3339. */
  dateTime(time: string): string;
  /** How long ago a time was, in the largest unit that fits: both RFC 3339. */
  ago(time: string, now: string): string;
  /** A file size in units of a thousand. */
  size(bytes: number): string;
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Makes the formats of one language, named by its BCP 47 tag. */
export function createFormats(locale: string): Formats {
  const numbers = new Intl.NumberFormat(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const ages = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  return {
    number: (value) => numbers.format(value),
    date: (time) => formatTime(dates, time),
    dateTime: (time) => `${formatTime(times, time)} UTC`,
    ago: (time, now) => formatAgo(ages, Date.parse(now) - Date.parse(time)),
    size: (bytes) => formatSize(locale, bytes),
  };
}

function formatTime(format: Intl.DateTimeFormat, time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : format.format(date);
}

const ageUnits = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

function formatAgo(format: Intl.RelativeTimeFormat, ageMs: number): string {
  for (const [unit, unitMs] of ageUnits) {
    if (ageMs >= unitMs) return format.format(-Math.floor(ageMs / unitMs), unit);
  }
  return format.format(-Math.max(Math.floor(ageMs / 1000), 0), 'second');
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

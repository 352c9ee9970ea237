const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * A day, or a moment as ISO 8601 and Python write it; one without a zone is in UTC, whatever the machine's zone is.
 * @returns it as `2026-05-13T00:00:00.000Z`; null where it is none, as the 31st of February.
 */
export function momentOf(text: string): string | null {
  const [, day, time = "00:00", zone = "Z"] = MOMENT.exec(text) ?? [];
  if (day === undefined) return null;
  const midnight = new Date(`${day}T00:00Z`);
  const moment = new Date(`${day}T${time}${zone.replace(/^(.\d\d)(\d\d)$/, "$1:$2")}`);
  // JavaScript takes the 31st of February for the 3rd of March.
  return isTime(midnight) && isTime(moment) && midnight.toISOString().startsWith(day) ? moment.toISOString() : null;
}

function isTime(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

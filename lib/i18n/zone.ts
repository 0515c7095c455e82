/** « heure d’Europe centrale », « Central European Time »: what a clock in this zone is called on that day. */
export function zoneInWords(timeZone: string, locale: string, on: Date): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(on)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

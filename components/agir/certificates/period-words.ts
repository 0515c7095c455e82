import { getFormatter, getTranslations } from 'next-intl/server'

/** `du 1 septembre 2026 au 30 juin 2027`: days of the calendar, the same wherever they are read. */
export async function periodWords(): Promise<(from: string, until: string) => string> {
  const [t, format] = await Promise.all([getTranslations('agirCertificates'), getFormatter()])
  const day = (on: string) =>
    format.dateTime(new Date(`${on}T12:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })
  return (from, until) => t('period', { from: day(from), until: day(until) })
}

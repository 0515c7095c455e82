import type { z } from 'zod'
import { isLate, statusOf, type ConsultationType } from '../rules'
import type { Consultation, ConsultationSummary } from './input'

type Summary = z.input<typeof ConsultationSummary>
type Held = Omit<
  Summary,
  'url' | 'status' | 'late' | 'district' | 'theme' | 'department' | 'participants' | 'locale' | 'type'
> & {
  type: ConsultationType
  slug: string
  locale: string
  districtCode: string | null
  themeId: string | null
  departmentId: string | null
  participantCount: number | null
}
type Whole = Held &
  Pick<
    z.input<typeof Consultation>,
    | 'decided'
    | 'undecided'
    | 'audience'
    | 'modalities'
    | 'legalFrame'
    | 'contact'
    | 'report'
    | 'decision'
    | 'followUp'
  > & { documents: { title: string; url: string | null; file: string | null }[] }

/** What anyone may read of a consultation in a list; `site` is where the city's pages begin. */
export function summaryOf(one: Held, site: string, today: string): Summary {
  const { id, externalUrl, type, title, summary, place, hour, opensOn, closesOn, reportDueOn } = one
  const { reportedOn, decidedOn, followedUpOn, cancelledOn, cancelReason } = one
  return {
    ...{ id, externalUrl, type, title, summary, place, hour, opensOn, closesOn, reportDueOn },
    ...{ reportedOn, decidedOn, followedUpOn, cancelledOn, cancelReason },
    url: `${site}/consultations/${one.slug}`,
    status: statusOf(one, today),
    late: isLate(one, today),
    locale: one.locale as Summary['locale'],
    district: one.districtCode,
    theme: one.themeId,
    department: one.departmentId,
    participants: one.participantCount,
  }
}

/** `origin` is the city's host, under which its files are. */
export function wholeOf(
  one: Whole,
  site: string,
  origin: string,
  today: string,
): z.input<typeof Consultation> {
  const { decided, undecided, audience, modalities, legalFrame, contact, report, decision, followUp } = one
  return {
    ...summaryOf(one, site, today),
    ...{ decided, undecided, audience, modalities, legalFrame, contact, report, decision, followUp },
    documents: one.documents.map(({ title, url, file }) => ({
      title,
      url: url ?? `${origin}/documents/${file}`,
    })),
  }
}

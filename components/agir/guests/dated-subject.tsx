import { DateBlock } from '../dates/date-block'
import { dateWords } from '../dates/date-words'

type Subject = {
  title: string
  slug: string | null
  locale: string
  startsAt: Date
  endsAt: Date
  zone: string
  positionLabel: string | null
}

/** One date of an activity, as it stands at the head of a page that asks something about it. */
export async function DatedSubject({ subject, more }: { subject: Subject; more?: string | null }) {
  const words = await dateWords()
  const { title, locale, startsAt, zone, positionLabel } = subject
  return (
    <div className="flex items-start gap-4 rounded-card border border-line bg-paper p-5">
      <DateBlock startsAt={startsAt} zone={zone} />
      <div className="min-w-0">
        <h2 lang={locale} dir="auto" className="text-lg wrap-anywhere">
          {title}
        </h2>
        <p>
          <time dateTime={startsAt.toISOString()}>{words.whole(subject)}</time>
        </p>
        {(positionLabel || more) && (
          <p className="text-muted">{[positionLabel, more].filter(Boolean).join(' · ')}</p>
        )}
      </div>
    </div>
  )
}

import type { Listing } from '@/lib/agir/finding/queries'
import { ActivityCard } from '../finding/activity-card'
import { LeadCard } from './lead-card'

/** A few things to do under one heading, and the way to all of them. */
export function Shelf({
  id,
  title,
  lead,
  listing,
  more,
  tinted,
  hasLead,
}: {
  id: string
  title: string
  lead?: string
  listing: Pick<Listing, 'cards'>
  more: { href: string; text: string }
  tinted?: boolean
  /** Whether one of them, with a picture if there is one, is told at length. */
  hasLead?: boolean
}) {
  if (listing.cards.length === 0) return null
  const told = hasLead ? leadAmong(listing.cards) : null
  return (
    <section aria-labelledby={id} className={tinted ? 'bg-tint' : ''}>
      <div className="shell py-10 md:py-12">
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
          <h2 id={id}>{title}</h2>
          <a href={more.href} className="inline-flex min-h-11 items-center font-bold">
            {more.text}
          </a>
        </div>
        {lead && <p className="mt-1 max-w-text text-muted">{lead}</p>}
        <ul className="mt-6 grid gap-4 md:grid-cols-2 lg:grid-cols-3">
          {told && (
            <li className="md:col-span-2 lg:row-span-2">
              <LeadCard activity={told} />
            </li>
          )}
          {listing.cards
            .filter(({ id }) => id !== told?.id)
            .map((activity) => (
              <li key={activity.id}>
                <ActivityCard activity={activity} />
              </li>
            ))}
        </ul>
      </div>
    </section>
  )
}

/** What can be seen, else what somebody here answers for, else what comes first. */
const leadAmong = (cards: Listing['cards']) =>
  cards.find(({ image }) => image) ?? cards.find(({ organiser }) => organiser) ?? cards[0]!

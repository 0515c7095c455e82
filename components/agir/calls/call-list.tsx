import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import type { CallDesk } from '@/lib/agir/calls/desk/queries'
import { currentHref } from '@/lib/tenancy/current-site'
import { districtChoices, whenWords } from '../volunteers/words'

type Row = CallDesk['calls'][number]

/** What was asked so far, the last first. */
export async function CallList({ calls, now }: { calls: Row[]; now: Date }) {
  const [t, href, when, districts] = await Promise.all([
    getTranslations('agirCalls'),
    currentHref(),
    whenWords(),
    districtChoices(),
  ])
  const whereOf = (code: string | null) =>
    districts.find(({ value }) => value === code)?.label ?? t('everywhere')
  return (
    <ul className="divide-y divide-line border-y border-line">
      {calls.map((one) => (
        <li key={one.id} className="py-5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 className="text-lg md:text-lg">
              <a href={href(`/appels/${one.id}`)} dir="auto" className="inline-flex min-h-11 items-center">
                {one.title}
              </a>
            </h2>
            <CallState call={one} now={now} />
          </div>
          <p className="text-base text-muted">
            {[when(one), whereOf(one.districtCode), one.organisation ?? t('city')].join(' · ')}
          </p>
          <p className="tabular font-bold">{t('seats', { taken: one.seatsTaken, seats: one.seats })}</p>
        </li>
      ))}
    </ul>
  )
}

type Standing = Pick<Row, 'closedAt' | 'expiresAt' | 'seats' | 'seatsTaken'>

export async function CallState({ call, now }: { call: Standing; now: Date }) {
  const t = await getTranslations('agirCalls')
  if (call.closedAt || call.expiresAt <= now) return <Tag>{t('over')}</Tag>
  if (call.seatsTaken >= call.seats) return <Tag tone="success">{t('full')}</Tag>
  return <Tag tone="action">{t('open')}</Tag>
}

import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { WriteLink } from '../messages/write-link'
import type { Asker } from '@/lib/agir/registrations/organising/queries'

type Props = {
  asker: Asker
  name: string
  position: string | null
  zone: string
  place?: number
  phone?: string
  children?: ReactNode
}

/** Somebody who asks, comes or waits: who, how many, since when and until when, and what they wish to say. */
export async function AskerRow({ asker, name, position, zone, place, phone, children }: Props) {
  const [t, format] = await Promise.all([getTranslations('agirList'), getFormatter()])
  const moment = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
  const { state, party, isNewcomer, at, holdExpiresAt, offerExpiresAt, note } = asker
  const until = state === 'pending' ? holdExpiresAt : state === 'offered' ? offerExpiresAt : null
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {place !== undefined && <span className="tabular text-muted">{t('place', { place })}</span>}
        <span dir="auto" className="font-bold wrap-anywhere">
          {name}
        </span>
        <Tag>{t('party', { count: party })}</Tag>
        {isNewcomer && <Tag tone="accent">{t('newcomer')}</Tag>}
        {state === 'offered' && <Tag tone="warn">{t('offered')}</Tag>}
      </div>
      {position && (
        <p dir="auto" className="text-muted">
          {position}
        </p>
      )}
      <p className="text-base text-muted">
        {t(state === 'pending' ? 'askedAt' : 'since', { moment: moment(at) })}
      </p>
      {until && (
        <p className="text-base">
          {t(state === 'pending' ? 'heldUntil' : 'offeredUntil', { moment: moment(until) })}
        </p>
      )}
      {note && (
        <blockquote dir="auto" className="mt-2 border-s-4 border-line ps-3 whitespace-pre-line wrap-anywhere">
          {note}
        </blockquote>
      )}
      {phone && (
        <p className="mt-1">
          <a href={`tel:${phone}`} dir="ltr" className="inline-flex min-h-11 items-center gap-2">
            <Icon name="phone" className="size-5" />
            {phone}
          </a>
        </p>
      )}
      {asker.hasAccount && <WriteLink registrationId={asker.id} way="person" name={name} />}
      {children && <div data-screen-only>{children}</div>}
    </li>
  )
}

import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ConsoleFrame } from '@/components/administration/frame'
import type { Say } from '@/components/administration/setting-words'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { requirePerson } from '@/lib/auth/require-person'
import { actsAs } from '@/lib/people/rules'
import { type AuditEvent, listAudit } from '@/lib/tenancy/audit/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<{ avant?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('pages.journal.title'), robots: { index: false } }
}

export default async function AuditPage({ searchParams }: Props) {
  const person = await requirePerson()
  const isNamed = actsAs(person, 'admin')
  if (!isNamed && !actsAs(person, 'auditor')) forbidden()
  const { tenant } = await currentSite()
  const [t, format, href] = [await getTranslations('settings'), await getFormatter(), await currentHref()]
  const before = Number((await searchParams).avant)
  const from = Number.isInteger(before) && before > 0 ? before : null
  const { events, older, broken } = await listAudit(tenant, { before: from, isNamed })
  const say = t as unknown as Say
  const columns = (['seq', 'when', 'who', 'what', 'hash'] as const).map((key) => ({
    key,
    label: t(`columns.${key}`),
  }))
  const rows = events.map((event) => ({
    key: String(event.seq),
    cells: {
      seq: event.seq,
      when: format.dateTime(event.at, { dateStyle: 'medium', timeStyle: 'short' }),
      who: <Who event={event} kind={t(`actors.${event.actorKind}`)} />,
      what: (
        <What
          event={event}
          leads={isNamed}
          said={
            t.has(`audit.${event.action}` as 'audit.settings_published')
              ? say(`audit.${event.action}`)
              : event.action
          }
        />
      ),
      hash: <code title={event.hash}>{event.hash.slice(0, 12)}</code>,
    },
  }))
  return (
    <ConsoleFrame
      person={person}
      here="journal"
      title={t('pages.journal.title')}
      lead={t('pages.journal.text')}
    >
      <div className="mb-8">
        {broken === null ? (
          <Notice tone="success" title={t('chainHolds')}>
            {t('chainText')}
          </Notice>
        ) : (
          <Notice tone="danger" title={t('chainBroken', { seq: broken })} />
        )}
      </div>
      <Table caption={t('pages.journal.title')} hideCaption stacks columns={columns} rows={rows} />
      {older !== null && (
        <p className="mt-6">
          <ButtonLink href={`${href('/administration/journal')}?avant=${older}`} variant="secondary">
            {t('older')}
          </ButtonLink>
        </p>
      )}
    </ConsoleFrame>
  )
}

/** The product has no name of its own. */
function Who({ event: { actorKind, actorName }, kind }: { event: AuditEvent; kind: string }) {
  if (actorKind === 'system' || !actorName) return kind
  return (
    <span>
      <bdi className="wrap-anywhere">{actorName}</bdi> ({kind})
    </span>
  )
}

type Said = { event: AuditEvent; said: string; leads: boolean }

async function What({ event: { subject, reason }, said, leads }: Said) {
  const [t, href] = [await getTranslations('settings'), await currentHref()]
  const [kind = '', id = ''] = subject.split(/:(.*)/s)
  const named = kind === 'version' ? t('version', { version: Number(id) }) : shortened(id || kind)
  return (
    <span>
      {said}{' '}
      {kind === 'ticket' && leads ? (
        <a href={href(`/administration/assistance/${id}`)}>{named}</a>
      ) : (
        kind !== 'city' && <bdi className="wrap-anywhere text-muted">{named}</bdi>
      )}
      {reason && <span className="block text-muted">{reason}</span>}
    </span>
  )
}

const shortened = (id: string) => id.replace(/^([0-9a-f]{8})(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '$1')

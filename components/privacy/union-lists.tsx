import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Card } from '@/components/ui/card'
import { confirm, decline } from '@/lib/people/unions/desk/actions'
import type { ListedUnion, ShownAccount } from '@/lib/people/unions/queries'
import { unionRefusalWords } from './union-words'

type Waiting = { unions: ListedUnion[]; readerId: string; mayDecide: boolean }

/** What one person asked for and another has to look at. */
export async function WaitingUnions({ unions, readerId, mayDecide }: Waiting) {
  const t = await getTranslations('unions.desk')
  return (
    <section aria-labelledby="attente">
      <h2 id="attente" className="mb-5 text-xl">
        {t('waiting')}
      </h2>
      {unions.length === 0 && <p className="text-muted">{t('waitingNone')}</p>}
      <div className="grid gap-6">
        {unions.map((one) => (
          <WaitingUnion
            key={one.union.id}
            listed={one}
            isOwn={one.union.askedById === readerId}
            mayDecide={mayDecide}
          />
        ))}
      </div>
    </section>
  )
}

async function WaitingUnion({
  listed,
  isOwn,
  mayDecide,
}: {
  listed: ListedUnion
  isOwn: boolean
  mayDecide: boolean
}) {
  const { union, kept, absorbed, asker } = listed
  const [t, format] = [await getTranslations('unions.desk'), await getFormatter()]
  const on = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  return (
    <Card>
      <dl className="grid gap-4 sm:grid-cols-2">
        <Account label={t('keep')} account={kept} />
        <Account label={t('absorb')} account={absorbed} />
      </dl>
      <p dir="auto" className="mt-4 whitespace-pre-line">
        {union.reason}
      </p>
      <p className="mt-2 text-muted">
        {t('askedBy', { name: asker ?? '', on: on(union.askedAt) })}.{' '}
        {t('until', { on: on(union.expiresAt) })}
      </p>
      {isOwn && <p className="mt-4">{t('own')}</p>}
      {!isOwn && mayDecide && <Decide unionId={union.id} />}
    </Card>
  )
}

async function Decide({ unionId }: { unionId: string }) {
  const t = await getTranslations('unions.desk')
  const [words, refusals] = [await formWords(), await unionRefusalWords()]
  return (
    <>
      <p className="mt-4 font-bold">{t('final')}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <ActionForm action={confirm} words={words} refusals={refusals}>
          <input type="hidden" name="unionId" value={unionId} />
          <SubmitButton>{t('confirm')}</SubmitButton>
        </ActionForm>
        <ActionForm action={decline} words={words} refusals={refusals}>
          <input type="hidden" name="unionId" value={unionId} />
          <SubmitButton variant="quiet">{t('decline')}</SubmitButton>
        </ActionForm>
      </div>
    </>
  )
}

type Side = { label: string; account: Omit<ShownAccount, 'id'> | null }

async function Account({ label, account }: Side) {
  const t = await getTranslations('unions.confirm')
  return (
    <div>
      <dt className="text-muted">{label}</dt>
      <dd>
        <bdi className="font-bold">{account?.name ?? t('noName')}</bdi>
        <span className="block wrap-anywhere">{account?.email ?? t('noEmail')}</span>
      </dd>
    </div>
  )
}

/** What was united or declined: by whom, and how many voices came or were there twice. Never which. */
export async function UnionList({ unions }: { unions: ListedUnion[] }) {
  const [t, format] = [await getTranslations('unions.desk'), await getFormatter()]
  return (
    <section aria-labelledby="dernieres" className="mt-14">
      <h2 id="dernieres" className="mb-3 text-xl">
        {t('lately')}
      </h2>
      {unions.length === 0 && <p className="text-muted">{t('latelyNone')}</p>}
      <ul className="divide-y divide-line">
        {unions.map(({ union, kept, asker, decider }) => (
          <li key={union.id} className="py-3">
            <span className="font-bold">{t(union.doneAt ? 'done' : 'declined')}</span>
            {' · '}
            <bdi>{kept.name}</bdi>
            {' · '}
            {format.dateTime(union.doneAt ?? union.declinedAt ?? union.askedAt, { dateStyle: 'long' })}
            <span className="block text-muted">
              {union.way === 'own'
                ? t('byThemselves')
                : t('byCity', { asker: asker ?? '', decider: decider ?? '' })}
              {union.doneAt &&
                ` · ${t('figures', { moved: union.movedCount ?? 0, doubled: union.doubledCount ?? 0 })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

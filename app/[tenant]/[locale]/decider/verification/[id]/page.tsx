import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { CertifyForm, ReleaseForm, TryForm } from '@/components/certification/check-forms'
import { Decisions } from '@/components/certification/decisions'
import { DeskFile } from '@/components/desk/desk-file'
import { FileSection } from '@/components/examination/file-section'
import { Fold } from '@/components/ui/fold'
import { Table } from '@/components/ui/table'
import { requireRole } from '@/lib/auth/require-role'
import { ConditionFields } from '@/lib/ideas/certification/input'
import { type Checking, findChecking, tryCondition } from '@/lib/ideas/certification/queries'
import { earlyRefusal } from '@/lib/ideas/certification/rules'
import { actsAs } from '@/lib/people/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** A week in which a wave would show, before all the others. */
const lately = 7
const acts = ['proposee', 'confirmee', 'annulee', 'abandonnee', 'comptes', 'certifie'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certification'))('title'), robots: { index: false } }
}

/** The voices of one idea as numbers, and what may be decided about them; never whose they are. */
export default async function CheckingPage({ params, searchParams }: Props) {
  const { tenant } = await currentSite()
  const person = await requireRole('moderator')
  const { id } = await params
  const idea = (uuid.test(id) && (await findChecking(tenant, id, person))) || notFound()
  const asked = await searchParams
  const condition = ConditionFields.safeParse(asked)
  const found =
    condition.success && actsAs(person, 'admin', idea) ? await tryCondition(tenant, id, condition.data) : null
  const [t, href] = await Promise.all([getTranslations('certification'), currentHref()])
  const proposed = idea.decisions.filter(({ voices }) => voices).length
  const mayTakeOut = actsAs(person, 'admin', idea)
  const act = acts.find((one) => one === asked.fait)
  return (
    <DeskFile
      idea={idea}
      lead={t('numbers', { count: idea.supportCount, held: idea.heldCount, threshold: idea.threshold ?? 0 })}
      back={{ href: href('/verification'), text: t('title') }}
      done={act ? t(`done.${act}`) : null}
    >
      {mayTakeOut && idea.heldCount > 0 && (
        <FileSection id="retenus" title={t('heldTitle')} lead={t('heldLead')} isNext>
          <ReleaseForm ideaId={id} count={idea.heldCount} />
        </FileSection>
      )}
      {earlyRefusal({ ...idea, proposed }, person.id) === null && (
        <FileSection id="certifier" title={t('certifyTitle')} lead={t('certifyLead')}>
          <CertifyForm ideaId={id} />
        </FileSection>
      )}
      <FileSection id="decisions" title={t('decisions')} lead={t('decisionsLead')}>
        <Decisions decisions={idea.decisions} ideaId={id} personId={mayTakeOut ? person.id : null} />
      </FileSection>
      {mayTakeOut && (
        <FileSection id="condition" title={t('conditionTitle')} lead={t('conditionLead')}>
          <TryForm
            path={`${href(`/verification/${id}`)}#condition`}
            ideaId={id}
            condition={condition.success ? condition.data : null}
            found={found}
          />
        </FileSection>
      )}
      <FileSection id="jours" title={t('byDay')} lead={t('byDayLead')}>
        <Days days={idea.days.slice(0, lately)} name={t('byDay')} />
        {idea.days.length > lately && (
          <Fold title={t('earlier')}>
            <Days days={idea.days.slice(lately)} name={t('earlier')} />
          </Fold>
        )}
      </FileSection>
    </DeskFile>
  )
}

async function Days({ days, name }: { days: Checking['days']; name: string }) {
  const [t, format] = await Promise.all([getTranslations('certification'), getFormatter()])
  const columns = ['counted', 'fresh', 'held', 'invalidated'] as const
  return (
    <Table
      caption={name}
      hideCaption
      columns={[
        { key: 'day', label: t('day') },
        ...columns.map((key) => ({ key, label: t(key), numeric: true })),
      ]}
      rows={days.map((row) => ({
        key: row.day,
        cells: {
          day: (
            <span className="whitespace-nowrap">
              {format.dateTime(new Date(`${row.day}T12:00:00Z`), {
                day: 'numeric',
                month: 'short',
                timeZone: 'UTC',
              })}
            </span>
          ),
          counted: format.number(row.counted),
          fresh: format.number(row.fresh),
          held: format.number(row.held),
          invalidated: format.number(row.invalidated),
        },
      }))}
    />
  )
}

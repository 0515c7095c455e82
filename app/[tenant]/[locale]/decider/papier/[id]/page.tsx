import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { DeskFile } from '@/components/desk/desk-file'
import { FileSection } from '@/components/examination/file-section'
import { SheetForm, TakeOffForm } from '@/components/paper/paper-forms'
import { SheetList } from '@/components/paper/sheet-list'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { requireRole } from '@/lib/auth/require-role'
import { dayIn } from '@/lib/consultations/rules'
import { findOnPaper } from '@/lib/ideas/paper/queries'
import { isCollecting, lastDayOf, paperRefusal } from '@/lib/ideas/paper/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('paper'))('title'), robots: { index: false } }
}

/** The sheets signed for one idea: one more is typed in here, and a name is taken off when its owner asks. */
export default async function PaperOfIdeaPage({ params, searchParams }: Props) {
  const { tenant } = await currentSite()
  const person = await requireRole('area_admin')
  const [{ id }, { fait }] = await Promise.all([params, searchParams])
  const idea = (uuid.test(id) && (await findOnPaper(tenant, id, person))) || notFound()
  const now = new Date()
  const [t, href] = await Promise.all([getTranslations('paper'), currentHref()])
  const refusal = idea.authorId === person.id ? 'own_idea' : paperRefusal(idea, idea.rules, now)
  const mayTakeOff = idea.sheets.length > 0 && isCollecting(idea, now)
  const today = dayIn(idea.timeZone ?? tenant.timeZone, now)
  const figures = { count: idea.supportCount, paper: idea.onPaper, threshold: idea.threshold ?? 0 }
  return (
    <DeskFile
      idea={idea}
      lead={t('numbers', figures)}
      back={{ href: href('/papier'), text: t('title') }}
      done={fait === 'otee' ? t('done.otee') : null}
    >
      {isCollecting(idea, now) && (
        <ButtonLink href={href(`/idees/${id}/feuille`)} variant="secondary" icon={<Icon name="printer" />}>
          {t('blank.open')}
        </ButtonLink>
      )}
      {refusal ? (
        <Notice>{t(`refusals.${refusal}`)}</Notice>
      ) : (
        <FileSection id="saisir" title={t('enterTitle')} lead={t('enterLead')} isNext>
          <SheetForm ideaId={id} today={isCollecting(idea, now) ? today : lastDayOf(idea)} />
        </FileSection>
      )}
      <FileSection id="feuilles" title={t('sheets')} lead={t('sheetsLead')}>
        <SheetList sheets={idea.sheets} hrefOn={href} />
      </FileSection>
      {mayTakeOff && (
        <FileSection id="oter" title={t('takeOffTitle')} lead={t('takeOffLead')}>
          <TakeOffForm ideaId={id} />
        </FileSection>
      )}
    </DeskFile>
  )
}

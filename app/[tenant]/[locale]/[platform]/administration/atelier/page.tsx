import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConsoleFrame } from '@/components/administration/frame'
import { ButtonLink } from '@/components/ui/button'
import { ReplayView } from '@/components/workshop/replay-view'
import { TrialForm } from '@/components/workshop/trial-form'
import { requireRole } from '@/lib/auth/require-role'
import { fieldErrors } from '@/lib/form-state'
import { TrialInput } from '@/lib/rules/workshop/input'
import { replayRules } from '@/lib/rules/workshop/queries'
import { type Trial, trialOf, trialsOf } from '@/lib/rules/workshop/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { findDesk } from '@/lib/tenancy/drafts/queries'

type Query = { seuil?: string | string[]; duree?: string | string[]; unite?: string | string[] }
type Props = { searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('pages.workshop.title'), robots: { index: false } }
}

export default async function WorkshopPage({ searchParams }: Props) {
  const person = await requireRole('admin')
  const { tenant } = await currentSite()
  const [t, href] = [await getTranslations('workshop'), await currentHref()]
  const [desk, query] = [await findDesk(tenant), await searchParams]
  const asked = query.seuil === undefined ? null : TrialInput.safeParse(query)
  const drafted = desk.draft ? trialOf(desk.settings) : null
  const trials = trialsOf(trialOf(desk.head.settings), drafted, asked?.success ? asked.data : null)
  const s = await getTranslations('settings')
  return (
    <ConsoleFrame
      person={person}
      here="workshop"
      title={s('pages.workshop.title')}
      lead={s('pages.workshop.text')}
    >
      <div className="space-y-10">
        <TrialForm
          written={writtenOf(query, trials.at(-1)!)}
          errors={asked && !asked.success ? fieldErrors(asked.error) : {}}
        />
        <ReplayView trials={trials} replay={await replayRules(tenant, trials, new Date())} />
        <p>
          <ButtonLink variant="secondary" href={href('/administration/reglages/regles#ideas.threshold')}>
            {t('toRules')}
          </ButtonLink>
        </p>
      </div>
    </ConsoleFrame>
  )
}

/** What was asked, to be changed again; at first, the nearest rule to be tried. */
function writtenOf(query: Query, { threshold, duration }: Trial) {
  const said = (name: keyof Query, otherwise: string) => {
    const value = query[name]
    return typeof value === 'string' ? value.slice(0, 20) : otherwise
  }
  const [count, unit] = 'days' in duration ? [duration.days, 'jours'] : [duration.months, 'mois']
  return {
    seuil: said('seuil', `${threshold}`),
    duree: said('duree', `${count}`),
    unite: said('unite', unit),
  }
}

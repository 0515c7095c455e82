import type { Metadata } from 'next'
import { forbidden, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { MergeList } from '@/components/life/merge-list'
import { PauseForms } from '@/components/life/pause-forms'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { TextInput } from '@/components/ui/text-input'
import { requirePerson } from '@/lib/auth/require-person'
import { listProposedMerges } from '@/lib/ideas/merges/queries'
import { findByAddress, findPause } from '@/lib/ideas/steering/queries'
import { actsAs } from '@/lib/people/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('life'))('staff.all.title'), robots: { index: false } }
}

/** Mergers that wait for an answer, and what holds for all collections at once. */
type Props = { searchParams: Promise<{ texte?: string | string[] }> }

export default async function LivesPage({ searchParams }: Props) {
  const [{ tenant }, person] = [await currentSite(), await requirePerson()]
  const mayRead = actsAs(person, 'moderator')
  if (!mayRead && !actsAs(person, 'signatory')) forbidden()
  const [t, href] = [await getTranslations('life'), await currentHref()]
  const { texte } = await searchParams
  const found = typeof texte === 'string' ? await findByAddress(tenant, texte) : null
  if (found) redirect(href(`/moderation/${found}/vie`))
  const [merges, pause] = [await listProposedMerges(tenant), await findPause(tenant)]
  const above = (
    <a href={href(mayRead ? '/moderation' : '/compte')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {mayRead ? t('staff.back') : t('staff.account')}
    </a>
  )
  return (
    <Page
      title={t('staff.all.title')}
      lead={t(mayRead ? 'staff.all.lead' : 'staff.all.leadSignatory')}
      above={above}
      width="text"
    >
      <div className="space-y-8">
        <section aria-labelledby="open">
          <h2 id="open" className="text-xl">
            {t('staff.open.title')}
          </h2>
          <form className="mt-4 space-y-4">
            <TextInput
              name="texte"
              label={t('staff.open.label')}
              defaultValue={typeof texte === 'string' ? texte : ''}
              error={typeof texte === 'string' ? t('staff.open.none') : undefined}
              required
            />
            <Button type="submit" variant="secondary">
              {t('staff.open.submit')}
            </Button>
          </form>
        </section>
        {mayRead && <MergeList merges={merges} byId={person.id} />}
        {actsAs(person, 'admin') && <PauseForms since={pause?.begunAt ?? null} />}
      </div>
    </Page>
  )
}

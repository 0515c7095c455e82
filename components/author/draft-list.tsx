import { getFormatter, getTranslations } from 'next-intl/server'
import { linkTo } from '@/components/deposit/linked'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { discard } from '@/lib/ideas/authoring/actions'

type Draft = { id: string; title: string; changedAt: Date; href: string; stepsLeft: number }

/** What is begun: how far it is, the way back into it, and the way to be rid of it. */
export async function DraftList({ drafts, signInHref }: { drafts: Draft[]; signInHref: string | null }) {
  const t = await getTranslations('author')
  const format = await getFormatter()
  const words = await formWords()
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts" className="text-2xl">
        {t('drafts')}
      </h2>
      {signInHref && <p className="mt-2 text-muted">{t.rich('draftsHere', { link: linkTo(signInHref) })}</p>}
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {drafts.map(({ id, title, changedAt, href, stepsLeft }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-3 py-5">
            <div className="min-w-60 flex-1">
              <h3 dir="auto" className="text-lg font-bold wrap-anywhere">
                <a href={href}>{title || t('noTitle')}</a>
              </h3>
              <p className="mt-1 text-base text-muted">
                {t('stepsLeft', { count: stepsLeft })} ·{' '}
                {t('changedAt', {
                  date: format.dateTime(changedAt, { dateStyle: 'long', timeStyle: 'short' }),
                })}
              </p>
            </div>
            <ButtonLink href={href} variant="secondary" icon={<Icon name="pencil" />}>
              {t('continue')}
            </ButtonLink>
            <ActionForm action={discard} words={words} refusals={{ not_there: t('refusals.not_there') }}>
              <input type="hidden" name="ideaId" value={id} />
              <SubmitButton
                variant="quiet"
                icon={<Icon name="trash-2" />}
                aria-label={t('discardThis', { title })}
              >
                {t('discard')}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  )
}

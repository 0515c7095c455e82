import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { banRefusalWords } from '@/components/privacy/ban-words'
import { Notice } from '@/components/ui/notice'
import { appeal } from '@/lib/people/bans/actions'
import type { OwnBan } from '@/lib/people/bans/queries'

/** For whoever's voices are set aside: why, since when, and how to disagree. */
export async function OwnBanNotice({ ban }: { ban: OwnBan }) {
  const [t, format] = [await getTranslations('bans.mine'), await getFormatter()]
  const on = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  return (
    <section id="soutiens-suspendus" className="mb-8 scroll-mt-6">
      <Notice tone="warn" title={t('title')}>
        <p>{t('lead', { on: on(ban.confirmedAt!) })}</p>
        <blockquote dir="auto" className="border-s-4 border-line ps-4 whitespace-pre-line">
          {ban.reason}
        </blockquote>
        {ban.reply && (
          <>
            <p>{t('answered')}</p>
            <blockquote dir="auto" className="border-s-4 border-line ps-4 whitespace-pre-line">
              {ban.reply}
            </blockquote>
          </>
        )}
        {ban.appealedAt && !ban.reply && <p>{t('sent', { on: on(ban.appealedAt) })}</p>}
        {!ban.appealedAt && <AppealForm />}
      </Notice>
    </section>
  )
}

async function AppealForm() {
  const t = await getTranslations('bans.mine')
  return (
    <ActionForm
      action={appeal}
      words={await formWords()}
      labels={{ appeal: t('appeal') }}
      refusals={await banRefusalWords()}
      className="mt-4 grid gap-4"
    >
      <FormArea name="appeal" label={t('appeal')} hint={t('appealHint')} rows={4} required />
      <div>
        <SubmitButton variant="secondary">{t('send')}</SubmitButton>
      </div>
    </ActionForm>
  )
}

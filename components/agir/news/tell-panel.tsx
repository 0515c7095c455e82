import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Fold } from '@/components/ui/fold'
import { Tag } from '@/components/ui/tag'
import { tell } from '@/lib/agir/news/actions'
import type { WrittenNews } from '@/lib/agir/news/queries'
import { newsLimits, type NewsSubject } from '@/lib/agir/news/rules'
import { currentHref } from '@/lib/tenancy/current-site'
import { newsSentences, newsTones } from './words'

type Props = { kind: NewsSubject; id: string; written: WrittenNews[]; note?: string }

/** What was told of it so far, and the way to tell more. */
export async function TellPanel({ kind, id, written, note }: Props) {
  const [t, href, format] = await Promise.all([getTranslations('agirNews'), currentHref(), getFormatter()])
  return (
    <section aria-labelledby="raconter">
      <h2 id="raconter" className="text-xl">
        {t(`panel.${kind}`)}
      </h2>
      <p className="mt-1 text-muted">{note ?? t(`panelLead.${kind}`)}</p>
      {written.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {written.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
              <span className="min-w-0">
                <a
                  href={href(`/mes-nouvelles/${one.id}`)}
                  dir="auto"
                  className="inline-flex min-h-11 items-center wrap-anywhere"
                >
                  {one.title}
                </a>
                <span className="block text-base text-muted">
                  {format.dateTime(one.changedAt, { dateStyle: 'long' })}
                </span>
              </span>
              <Tag tone={newsTones[one.state]}>{t(`states.${one.state}`)}</Tag>
            </li>
          ))}
        </ul>
      )}
      <Fold title={t('begin')} className="mt-3">
        <ActionForm
          action={tell}
          words={await formWords()}
          labels={{ title: t('form.title'), body: t('form.body') }}
          refusals={await newsSentences()}
          className="space-y-6"
        >
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="id" value={id} />
          <NewsFields />
          <SubmitButton>{t('form.begin')}</SubmitButton>
        </ActionForm>
      </Fold>
    </section>
  )
}

/** A title and a text: asked alike of who begins and of who comes back to it. */
export async function NewsFields({ title, body }: { title?: string; body?: string }) {
  const t = await getTranslations('agirNews.form')
  return (
    <>
      <FormInput
        name="title"
        label={t('title')}
        hint={t('titleHint')}
        value={title}
        maxLength={newsLimits.title.max}
        required
        autoComplete="off"
      />
      <FormArea
        name="body"
        label={t('body')}
        hint={t('bodyHint', { min: newsLimits.body.min })}
        value={body}
        rows={8}
        maxLength={newsLimits.body.max}
        required
      />
    </>
  )
}

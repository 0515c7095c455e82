import { getFormatter, getTranslations } from 'next-intl/server'
import type { ComponentProps, ReactNode } from 'react'
import { WrittenText } from '@/components/ideas/written-text'
import { ActionForm } from '@/components/forms/action-form'
import { FormFile, FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { addImage, discard, reword, send, takeBack, takeImageAway } from '@/lib/agir/news/actions'
import type { OwnNews } from '@/lib/agir/news/queries'
import { newsLimits } from '@/lib/agir/news/rules'
import { trustedFrom } from '@/lib/agir/organisations/rules'
import { longestAlt } from '@/lib/agir/pictures/rules'
import { imageSources } from '@/lib/media/rules'
import { currentHref } from '@/lib/tenancy/current-site'
import { NewsFields } from './tell-panel'
import { newsSentences, newsTones } from './words'

type Props = { one: OwnNews }

/** Where it stands, and the one thing to do next. */
export async function OwnNewsState({ one }: Props) {
  const [t, href, format] = await Promise.all([getTranslations('agirNews'), currentHref(), getFormatter()])
  const { state, initiative, activity, moderationDueAt } = one
  const page = initiative ? `/initiatives/${initiative.slug}` : `/activites/${activity!.slug}`
  const due = moderationDueAt ? format.dateTime(moderationDueAt, { dateStyle: 'long' }) : ''
  return (
    <section aria-label={t('stateTitle')} className="space-y-4">
      <p className="flex flex-wrap items-center gap-3">
        <Tag tone={newsTones[state]}>{t(`states.${state}`)}</Tag>
        {state === 'published' && <a href={`${href(page)}#recits`}>{t('see')}</a>}
      </p>
      {one.request && (
        <Notice tone="warn" title={t('asked')}>
          <p dir="auto" className="whitespace-pre-line">
            {one.request.text}
          </p>
        </Notice>
      )}
      {state === 'submitted' && (
        <>
          {!one.request && <p>{t('submittedText', { date: due })}</p>}
          <Act action={takeBack} id={one.id} variant="secondary">
            {t('takeBack')}
          </Act>
        </>
      )}
      {state !== 'draft' && <WrittenText text={one.body} />}
    </section>
  )
}

/** The words, the pictures, and then the button. */
export async function WriteNews({ one }: Props) {
  const t = await getTranslations('agirNews')
  const isTrusted = one.trust >= trustedFrom
  return (
    <>
      <ActionForm
        action={reword}
        words={await formWords()}
        labels={{ title: t('form.title'), body: t('form.body') }}
        refusals={await newsSentences()}
        className="space-y-6"
      >
        <input type="hidden" name="newsId" value={one.id} />
        <NewsFields title={one.title} body={one.body} />
        <SubmitButton variant="secondary">{t('form.keep')}</SubmitButton>
      </ActionForm>
      <Images one={one} />
      <section aria-labelledby="envoyer" className="border-t border-line pt-8">
        <h2 id="envoyer" className="text-xl">
          {t('send.title')}
        </h2>
        <p className="mt-2 mb-4">{t(isTrusted ? 'send.atOnce' : 'send.readFirst')}</p>
        <div className="flex flex-wrap gap-4">
          <Act action={send} id={one.id} size="large">
            {t(isTrusted ? 'send.publish' : 'send.submit')}
          </Act>
          <Act action={discard} id={one.id} variant="quiet">
            {t('discard')}
          </Act>
        </div>
      </section>
    </>
  )
}

async function Images({ one: { id, images } }: Props) {
  const [t, pictures, words] = [
    await getTranslations('agirNews.images'),
    await getTranslations('agirPictures'),
    await formWords(),
  ]
  const refusals = await newsSentences()
  return (
    <section id="images" aria-labelledby="images-titre" className="border-t border-line pt-8">
      <h2 id="images-titre" className="text-xl">
        {t('title', { count: images.length, max: newsLimits.images })}
      </h2>
      <p className="mt-2 text-muted">{t('faces')}</p>
      <ul className="mt-4 grid gap-4 empty:hidden sm:grid-cols-2">
        {images.map((image) => (
          <li key={image.id} className="overflow-hidden rounded-card border border-line">
            <img
              {...imageSources(image)}
              alt={image.alt}
              sizes="340px"
              className="aspect-3/2 w-full bg-tint object-cover"
            />
            <ActionForm action={takeImageAway} {...{ words, refusals }} className="p-2 text-end">
              <input type="hidden" name="newsId" value={id} />
              <input type="hidden" name="imageId" value={image.id} />
              <SubmitButton variant="quiet" size="small" aria-label={t('removeThis', { alt: image.alt })}>
                {pictures('remove')}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      {images.length < newsLimits.images && (
        <ActionForm
          action={addImage}
          {...{ words, refusals }}
          labels={{ image: pictures('file'), alt: pictures('alt') }}
          className="mt-4 space-y-6"
        >
          <input type="hidden" name="newsId" value={id} />
          <FormFile name="image" label={pictures('file')} accept="image/jpeg,image/png,image/webp" required />
          <FormInput
            name="alt"
            label={pictures('alt')}
            hint={pictures('altHint')}
            maxLength={longestAlt}
            required
            autoComplete="off"
          />
          <SubmitButton variant="secondary" icon={<Icon name="upload" />}>
            {pictures('add')}
          </SubmitButton>
        </ActionForm>
      )}
    </section>
  )
}

async function Act({
  action,
  id,
  children,
  ...look
}: { action: typeof send; id: string; children: ReactNode } & Pick<
  ComponentProps<typeof SubmitButton>,
  'variant' | 'size'
>) {
  return (
    <ActionForm action={action} words={await formWords()} refusals={await newsSentences()}>
      <input type="hidden" name="newsId" value={id} />
      <SubmitButton {...look}>{children}</SubmitButton>
    </ActionForm>
  )
}

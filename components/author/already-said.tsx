import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { support } from '@/lib/ideas/supports/actions'
import { refusals, type SupportRefusal } from '@/lib/ideas/supports/rules'
import { currentHref } from '@/lib/tenancy/current-site'

export type Said = { id: string; slug: string; title: string; locale: string }

/** What somebody had already written, for who wrote it again: one press supports it. */
export async function AlreadySaid({ said }: { said: Said }) {
  const [t, words, href] = await Promise.all([getTranslations('author'), formWords(), currentHref()])
  const sentences = Object.fromEntries(refusals.map((code) => [code, t('refused.notSupported')])) as Record<
    SupportRefusal,
    string
  >
  return (
    <section aria-labelledby="deja-dit" className="space-y-3 rounded-card border border-line bg-tint p-5">
      <h2 id="deja-dit" className="text-xl">
        {t('refused.same')}
      </h2>
      <p>
        <a href={href(`/idees/${said.slug}`)} lang={said.locale} dir="auto" className="font-bold">
          {said.title}
        </a>
      </p>
      <p>{t('refused.sameText')}</p>
      <ActionForm
        action={support}
        words={words}
        refusals={sentences}
        done={<Notice tone="success">{t('refused.supported')}</Notice>}
      >
        <input type="hidden" name="ideaId" value={said.id} />
        <SubmitButton icon={<Icon name="hand-heart" />}>{t('refused.support')}</SubmitButton>
      </ActionForm>
    </section>
  )
}

import { getTranslations } from 'next-intl/server'
import { blanksOf, isWordForm, tagsOf } from '@/lib/i18n/sentences'

/** What a sentence is given to say: its writer may move these names, and lose none. */
export async function SentenceBlanks({ sentence }: { sentence: string }) {
  const t = await getTranslations('words.sentence')
  const blanks = blanksOf(sentence)
  const [forms, own] = [true, false].map((wanted) =>
    blanks.filter(({ name }) => isWordForm(name) === wanted).map(({ name }) => `{${name}}`),
  ) as [string[], string[]]
  const tags = tagsOf(sentence).map((tag) => `<${tag}>…</${tag}>`)
  const isolated = (names: string[]) => names.map((name) => `\u2068${name}\u2069`).join(', ')
  return (
    <section
      aria-labelledby="a-dire"
      className="mb-8 max-w-[48rem] rounded-card border border-line bg-tint p-5"
    >
      <h2 id="a-dire" className="text-lg">
        {t('blanks')}
      </h2>
      {own.length > 0 && (
        <>
          <p className="mt-2">{t('blanksText')}</p>
          <ul className="mt-3 flex flex-wrap gap-2">
            {own.map((name) => (
              <li key={name}>
                <code dir="ltr" className="rounded border border-line bg-paper px-2 py-1">
                  {name}
                </code>
              </li>
            ))}
          </ul>
        </>
      )}
      {forms.length > 0 && (
        <p className="mt-3 text-base text-muted">{t('forms', { forms: isolated(forms) })}</p>
      )}
      {tags.length > 0 && <p className="mt-3">{t('tags', { tags: isolated(tags) })}</p>}
      {blanks.length + tags.length === 0 && <p className="mt-2">{t('noBlanks')}</p>}
    </section>
  )
}

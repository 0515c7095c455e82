import 'server-only'
import type { Locale, Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import type { FieldError } from '../../form-state'
import { misfit, productSentences } from '../../i18n/sentences'
import { done, invalid, refused } from '../../outcome'
import { changeDraft, type Editor, openDraft } from '../drafts/commands'
import { valueOf } from '../drafts/rules'

type Texts<Text> = Partial<Record<Locale, Text>>
type Saying = {
  key: string
  /** What the sentence becomes in each language the form showed; null takes the product's again. */
  texts: Texts<string | null>
  /** What the form showed: what somebody else wrote since is not overwritten unseen. */
  seen: Texts<string>
  by: Editor
  now: Date
}

/** Puts a sentence of the city's own in the draft, or gives it back to the product. Other sentences stay as they are. */
export function saySentence(tenant: { id: string }, { key, texts, seen, by, now }: Saying) {
  return inTenant(tenant, async (db) => {
    const product = productSentences().get(key)
    if (!product) return refused('cannot_be_so')
    const wanted = entriesOf(texts).map(
      ([locale, text]) => [locale, text === product[locale] ? null : text] as const,
    )
    const errors = wanted.flatMap(([locale, text]) => errorOf(key, locale, text))
    if (errors.length > 0) return invalid(Object.fromEntries(errors))

    const draft = await openDraft(db, { by, now })
    const every = (valueOf(draft.settings, 'sentences') ?? {}) as Tenant['sentences']
    const current = every[key] ?? {}
    const others = wanted.filter(
      ([locale, text]) =>
        (current[locale] ?? '') !== (seen[locale] ?? '') && current[locale] !== (text ?? undefined),
    )
    if (others.length > 0) return changedMeanwhile(others.map(([locale]) => [locale, current[locale] ?? '']))

    const said = Object.fromEntries(
      Object.entries({ ...current, ...Object.fromEntries(wanted) }).filter(([, text]) => text !== null),
    )
    const { [key]: _, ...rest } = every
    const sentences = Object.keys(said).length > 0 ? { ...rest, [key]: said } : rest
    const kept = await changeDraft(db, {
      draftId: draft.id,
      rowVersion: draft.rowVersion,
      patch: { sentences },
      by,
      now,
    })
    return kept.ok ? done(undefined) : refused(kept.refusal)
  })
}

const entriesOf = <Text>(texts: Texts<Text>) => Object.entries(texts) as [Locale, Text][]

function errorOf(key: string, locale: Locale, text: string | null): [string, FieldError][] {
  const wrong = text === null ? null : misfit(key, text)
  if (!wrong) return []
  return [[`said.${locale}`, { code: wrong.code, ...(wrong.named && { said: { named: wrong.named } }) }]]
}

function changedMeanwhile(theirs: [Locale, string][]) {
  return invalid<FieldError>(
    Object.fromEntries(
      theirs.map(([locale, text]) => [
        `said.${locale}`,
        { code: 'edited_meanwhile', said: { theirs: text } },
      ]),
    ),
    Object.fromEntries(theirs.map(([locale, text]) => [`seen.${locale}`, text])),
  )
}

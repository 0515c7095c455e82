import { getTranslations } from 'next-intl/server'
import { TrustMark } from '@/components/agir/organisations/trust-mark'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { Section } from '@/components/ideas/section'
import { Button } from '@/components/ui/button'
import { controlLook } from '@/components/ui/control-look'
import { Icon } from '@/components/ui/icon'
import { dissolved, partner } from '@/lib/agir/organisations/proofs/officers/actions'
import type { ForOfficer } from '@/lib/agir/organisations/proofs/queries'
import { proofForms, type ProofForms } from './words'

type Found = ForOfficer & { href: string }

/** What the city says of an organisation by itself: that it works with it, or that its number is closed. */
export async function CityPanel({ words, path, found }: { words: string; path: string; found: Found[] }) {
  const t = await getTranslations('agirProofs.officers')
  const forms = await proofForms()
  return (
    <div className="mt-12">
      <Section id="ville" title={t('find.title')}>
        <form role="search" action={path} className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-60">
            <label htmlFor="q" className="mb-1 block font-bold">
              {t('find.label')}
            </label>
            <input
              id="q"
              type="search"
              name="q"
              defaultValue={words}
              maxLength={80}
              dir="auto"
              className={controlLook}
            />
          </div>
          <Button icon={<Icon name="search" />} variant="secondary">
            {t('find.submit')}
          </Button>
        </form>
        {words !== '' && found.length === 0 && <p className="mt-4 text-muted">{t('find.none')}</p>}
        <ul className="mt-4 divide-y divide-line">
          {found.map((one) => (
            <li key={one.id} className="space-y-2 py-4">
              <p className="flex flex-wrap items-center gap-3">
                <a href={one.href} dir="auto" className="font-bold wrap-anywhere">
                  {one.name}
                </a>
                <TrustMark trust={one.trust} />
              </p>
              <Acts {...{ one, forms }} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

async function Acts({ one, forms }: { one: Found; forms: ProofForms }) {
  const t = await getTranslations('agirProofs.officers.city')
  const isPartner = one.trust === 3
  return (
    <div className="flex flex-wrap gap-3">
      <ActionForm action={partner} {...forms}>
        <input type="hidden" name="organisationId" value={one.id} />
        <input type="hidden" name="isPartner" value={isPartner ? '0' : '1'} />
        <SubmitButton variant="secondary" size="small">
          {t(isPartner ? 'unmake' : 'make')}
          <span className="sr-only"> {one.name}</span>
        </SubmitButton>
      </ActionForm>
      {one.identifiers.map(({ scheme, value }) => (
        <ActionForm key={value} action={dissolved} {...forms}>
          <input type="hidden" name="organisationId" value={one.id} />
          <input type="hidden" name="scheme" value={scheme} />
          <input type="hidden" name="value" value={value} />
          <SubmitButton variant="quiet" size="small">
            {t('dissolved', { value })}
          </SubmitButton>
        </ActionForm>
      ))}
    </div>
  )
}

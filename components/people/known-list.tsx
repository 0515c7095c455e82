import { getTranslations } from 'next-intl/server'
import type { Choice } from '@/components/ui/select'
import { isVouchedFor } from '@/lib/people/rules'
import type { Account } from '@/lib/people/queries'

/** The address always; the rest only where a provider said it, for the form says it otherwise. */
export async function KnownList({ person, districts }: { person: Account['person']; districts: Choice[] }) {
  const t = await getTranslations('account.known')
  const district = districts.find(({ value }) => value === person.districtCode)?.label
  const said = [
    { term: t('birthYear'), is: person.birthYear?.toString() },
    { term: t('residence'), is: person.residence ? t(person.residence) : undefined },
    { term: t('district'), is: district },
  ]
  const lines = [
    { term: t('email'), is: person.email ?? t('noEmail') },
    ...(isVouchedFor(person) ? said : []),
  ]
  return (
    <dl className="mb-5 grid gap-x-6 sm:grid-cols-[auto_1fr] sm:gap-y-3">
      {lines.map(({ term, is }) => (
        <div key={term} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd className="mb-3 font-bold break-words sm:mb-0">
            <bdi>{is ?? t('notSaid')}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

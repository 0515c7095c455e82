import { refusalWords } from '@/components/deposit/review-form'
import { Notice } from '@/components/ui/notice'
import { currentPerson } from '@/lib/auth/current-person'
import { countOwnRunning } from '@/lib/ideas/deposit/queries'
import { authorRefusal, runningRefusal, yearIn } from '@/lib/ideas/deposit/rules'
import { findRulesInForce } from '@/lib/rules/queries'
import { currentHref } from '@/lib/tenancy/current-site'
import type { Site } from '@/lib/tenancy/site'

/** What would stop this person at the end is said at the beginning; a draft may be written all the same. */
export async function MayNotSend({ site }: { site: Site }) {
  const author = await currentPerson()
  if (!author) return null
  const href = await currentHref()
  const { rules, timeZone } = await findRulesInForce(site.tenant)
  const running = await countOwnRunning(site.tenant, author.id)
  const year = yearIn(timeZone, new Date())
  const atLeast = site.tenant.signIn.acts.deposit
  const refusal = authorRefusal({ author, rules, year, atLeast }) ?? runningRefusal({ rules, running })
  if (!refusal) return null
  const own = href('/mes-idees')
  const words = await refusalWords(site, { account: href('/compte'), own, step: () => own })
  return (
    <div className="mb-8">
      <Notice tone="warn">{words[refusal]}</Notice>
    </div>
  )
}

import { IdeaPreview } from '@/components/deposit/idea-preview'
import { ChangeLinks, MissingSteps, WhatHappensNext } from '@/components/deposit/review'
import { ReviewForm } from '@/components/deposit/review-form'
import { currentPerson } from '@/lib/auth/current-person'
import type { Draft } from '@/lib/ideas/deposit/queries'
import { openSteps, type Step } from '@/lib/ideas/deposit/rules'
import { findRulesInForce } from '@/lib/rules/queries'
import { currentHref } from '@/lib/tenancy/current-site'
import type { Site } from '@/lib/tenancy/site'

type Props = { site: Site; draft: Draft; hrefOf: (step: Step) => string; ownHref: string }

/** The idea as it will be read, what the city will do with it, and the last questions. */
export async function ReviewStep({ site, draft, hrefOf, ownHref }: Props) {
  const person = await currentPerson()
  const href = await currentHref()
  const ruleSet = await findRulesInForce(site.tenant)
  const missing = openSteps(draft, ruleSet.rules)
  const signIn = `${href('/connexion')}?suite=${encodeURIComponent(hrefOf('envoi'))}`
  return (
    <div className="space-y-10">
      <MissingSteps missing={missing} hrefOf={hrefOf} />
      <div>
        <IdeaPreview site={site} idea={draft} />
        <ChangeLinks hrefOf={hrefOf} />
      </div>
      <WhatHappensNext ruleSet={ruleSet} place={draft} />
      {missing.length === 0 && (
        <ReviewForm
          site={site}
          draft={draft}
          isSignedIn={person !== null}
          hrefs={{ signIn, account: href('/compte'), own: ownHref, step: hrefOf }}
        />
      )}
    </div>
  )
}

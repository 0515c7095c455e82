import { AppealPanel } from '@/components/reports/appeal-panel'
import { Statement } from '@/components/reports/statement'
import type { Conversation } from '@/lib/agir/conversations/reading/queries'
import type { Statement as Said } from '@/lib/moderation/decisions/queries'
import { currentHref } from '@/lib/tenancy/current-site'

type Props = {
  statements: { message: Conversation['messages'][number]; statement: Said | null }[]
  email: string
}

/** Why something one wrote was taken from view, and how to disagree. */
export async function HiddenMessages({ statements, email }: Props) {
  const href = await currentHref()
  return statements.map(
    ({ message, statement }) =>
      statement && (
        <div key={message.id} className="space-y-6">
          <AppealPanel statement={statement} kind="message" subjectId={message.id} />
          <Statement
            statement={statement}
            email={email}
            rulesHref={href(`/regles/${statement.ruleVersion ?? 1}`, 'decider')}
          />
        </div>
      ),
  )
}

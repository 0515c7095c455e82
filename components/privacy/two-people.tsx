import type { ComponentProps, ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Card } from '@/components/ui/card'

/** What one person asks for and another decides, one under the other. */
export function AskedList({ none, children }: { none: string; children: ReactNode[] }) {
  return (
    <div className="grid gap-6">
      {children.length === 0 && <p className="text-muted">{none}</p>}
      {children}
    </div>
  )
}

type Asked = { state: string; about: ReactNode; reason: ReactNode; askedBy: string; children: ReactNode }

/** Where it stands, what or whom it is about, why, and who asked; then what is left to say or to do. */
export function Asked({ state, about, reason, askedBy, children }: Asked) {
  return (
    <Card>
      <p className="font-bold">{state}</p>
      <div className="wrap-anywhere">{about}</div>
      <p dir="auto" className="mt-3 wrap-anywhere whitespace-pre-line">
        {reason}
      </p>
      <p className="mt-2 text-muted">{askedBy}</p>
      {children}
    </Card>
  )
}

type Form<Code extends string> = ComponentProps<typeof ActionForm<Code>>
type Answer<Code extends string> = Pick<Form<Code>, 'action'> & {
  label: string
  variant?: ComponentProps<typeof SubmitButton>['variant']
}
type Answers<Code extends string> = Pick<Form<Code>, 'refusals'> & {
  /** What the forms call the thing, and which it is. */
  named: Record<string, string>
  answers: Answer<Code>[]
}

/** The second person’s answers, a button each. */
export async function SecondAnswer<Code extends string>({ named, answers, refusals }: Answers<Code>) {
  const words = await formWords()
  return (
    <div className="mt-4 flex flex-wrap gap-3">
      {answers.map(({ action, label, variant }) => (
        <ActionForm key={label} action={action} words={words} refusals={refusals}>
          {Object.entries(named).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton variant={variant}>{label}</SubmitButton>
        </ActionForm>
      ))}
    </div>
  )
}

'use client'

import { OwnCard } from './own-card'
import { useOwn } from './own-state'
import { GuestForm } from './guest-form'
import type { BoxProps } from './box-props'
import { RegisterForm } from './register-form'

/** The next of one's own places; whoever comes every time finds the others in their list. */
const mostShown = 3

/** What one has already asked for, and the form to ask. */
export function RegistrationBox(props: BoxProps) {
  const { own, isKnown, reload } = useOwn(props.activityId)
  const { choices, closed, words, actions, labels } = props
  const held = new Set(own.map(({ dateId }) => dateId))
  const open = choices.filter(({ value }) => !held.has(value.split('.')[0]!))
  return (
    <div className="mt-4 space-y-5">
      {own.slice(0, mostShown).map((one) => (
        <OwnCard key={one.id} {...{ one, words, actions, reload }} date={labels[one.dateId] ?? ''} />
      ))}
      {own.length > 0 && (
        <p>
          <a href={props.mine} className="inline-flex min-h-11 items-center">
            {words.mine}
          </a>
        </p>
      )}
      {closed && own.length === 0 && <p className="text-muted">{closed}</p>}
      {!closed && open.length > 0 && (
        <RegisterForm {...props} choices={open} isAnother={own.length > 0} reload={reload} />
      )}
      {!closed && !isKnown && <GuestForm {...props} />}
    </div>
  )
}

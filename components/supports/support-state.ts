'use client'

import { useActionState, useEffect, useState } from 'react'
import { askStanding, type Standing } from '@/components/layout/me'
import type { FormState } from '@/lib/form-state'
import { type Count, useCount } from './count-state'

export type Action = (before: FormState, form: FormData) => Promise<FormState>
type Answer = Count & { counted: boolean; repeated?: boolean }

export type Outcome =
  | { kind: 'unasked' }
  | { kind: 'sending'; before: Outcome }
  | { kind: 'counted'; repeated: boolean; crossed: boolean }
  | { kind: 'taken_back' }
  | { kind: 'refused'; reason: string }

type Asked = { ideaId: string; initial: Count; signIn: string; actions: { give: Action; takeBack: Action } }

/**
 * What is known of one idea's supports and of the reader's own. It only ever says "counted" after the server did: by
 * PUT once the page is awake, by the form before that and without scripts.
 */
export function useSupport({ ideaId, initial, signIn, actions }: Asked) {
  const [given, give] = useActionState(actions.give, { status: 'idle' })
  const [taken, take] = useActionState(actions.takeBack, { status: 'idle' })
  const [count, setCount] = useCount(ideaId, countIn(taken) ?? countIn(given) ?? initial)
  const [done, setOutcome] = useState<Outcome>(outcomeIn(taken) ?? outcomeIn(given) ?? { kind: 'unasked' })
  const standing = useStanding(ideaId)
  const outcome = done.kind === 'unasked' && standing?.supported ? counted(true, false) : done

  async function ask(method: 'PUT' | 'DELETE') {
    if (outcome.kind === 'sending') return
    setOutcome({ kind: 'sending', before: outcome })
    const answer = await fetch(`/api/v1/ideas/${ideaId}/support`, { method }).catch(() => null)
    if (answer?.status === 401) return location.assign(signIn)
    const body: unknown = await answer?.json().catch(() => null)
    if (!answer?.ok) return setOutcome({ kind: 'refused', reason: reasonIn(body) })
    const said = body as Answer
    setCount(said)
    setOutcome(said.counted ? counted(false, said.reached && !count.reached) : { kind: 'taken_back' })
  }

  return { outcome, count, standing, give, take, ask }
}

function useStanding(ideaId: string): Standing | null {
  const [standing, setStanding] = useState<Standing | null>(null)
  useEffect(() => {
    askStanding().then((found) => found?.id === ideaId && setStanding(found))
  }, [ideaId])
  return standing
}

const counted = (repeated: boolean, crossed: boolean): Outcome => ({ kind: 'counted', repeated, crossed })

function reasonIn(body: unknown): string {
  const problem = (body ?? {}) as { missing?: string; reason?: string; status?: number }
  return problem.missing ?? problem.reason ?? (problem.status === 404 ? 'not_there' : 'away')
}

function outcomeIn(state: FormState): Outcome | null {
  if (state.status === 'refused') return { kind: 'refused', reason: state.refusal }
  if (state.status === 'invalid') return { kind: 'refused', reason: 'not_there' }
  if (state.status !== 'done') return null
  const said = state.value as Answer
  return said.counted ? counted(said.repeated === true, false) : { kind: 'taken_back' }
}

const countIn = (state: FormState) => (state.status === 'done' ? (state.value as Answer) : null)

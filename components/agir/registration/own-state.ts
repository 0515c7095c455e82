'use client'

import { useCallback, useEffect, useState } from 'react'

export type Own = {
  id: string
  dateId: string
  state: string
  /** The same as it is told: a place may be held and not sure. */
  told: string
  party: number
  offerExpiresAt: string | null
  reconfirmBy: string | null
  ahead: number
}

/** Where the reader is registered at this activity, asked after the page; `isKnown` is whether they have an account. */
export function useOwn(activityId: string) {
  const [own, setOwn] = useState<Own[]>([])
  const [isKnown, setKnown] = useState(false)
  const take = useCallback((said: Said) => {
    if (said) setOwn(said.registrations ?? [])
    setKnown(Boolean(said?.registrations))
  }, [])
  const reload = useCallback(() => ask(activityId).then(take), [activityId, take])
  useEffect(() => void ask(activityId).then(take), [activityId, take])
  return { own, isKnown, reload }
}

type Said = { registrations: Own[] | null } | null

async function ask(activityId: string): Promise<Said> {
  const answer = await fetch(`/api/v1/me/registrations?activity=${activityId}`).catch(() => null)
  return answer?.ok ? ((await answer.json()) as Said) : null
}

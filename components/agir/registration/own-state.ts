'use client'

import { useCallback, useEffect, useState } from 'react'

export type Own = {
  id: string
  dateId: string
  state: string
  party: number
  offerExpiresAt: string | null
  reconfirmBy: string | null
  ahead: number
}

/** Where the reader is registered at this activity, asked after the page; `isKnown` is whether they have an account. */
export function useOwn(activityId: string) {
  const [own, setOwn] = useState<Own[]>([])
  const [isKnown, setKnown] = useState(false)
  const reload = useCallback(async () => {
    const answer = await fetch(`/api/v1/me/registrations?activity=${activityId}`).catch(() => null)
    const said = answer?.ok ? ((await answer.json()) as { registrations: Own[] | null }) : null
    if (said) setOwn(said.registrations ?? [])
    setKnown(Boolean(said?.registrations))
  }, [activityId])
  useEffect(() => void reload(), [reload])
  return { own, isKnown, reload }
}

'use client'

import { useState } from 'react'
import { useAwake } from '@/components/ui/awake'
import { buttonLook } from '@/components/ui/button'

type Words = { button: string; busy: string; failed: string; note: string }

/** Asks the browser where it is and opens the list from there; without scripts a district does the same. */
export function NearMe({ path, words }: { path: string; words: Words }) {
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready')
  const isAwake = useAwake()
  if (!isAwake || !('geolocation' in navigator)) return null

  function find() {
    setState('busy')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const query = new URLSearchParams({
          lat: coords.latitude.toFixed(3),
          lon: coords.longitude.toFixed(3),
        })
        location.assign(`${path}${path.includes('?') ? '&' : '?'}${query}`)
      },
      () => setState('failed'),
      { maximumAge: 300_000, timeout: 10_000 },
    )
  }

  return (
    <>
      <button
        type="button"
        onClick={find}
        disabled={state === 'busy'}
        title={words.note}
        className={buttonLook({ variant: 'secondary' })}
      >
        {state === 'busy' ? words.busy : words.button}
      </button>
      <p role="status" className={state === 'failed' ? 'basis-full text-base text-danger' : 'sr-only'}>
        {state === 'failed' ? words.failed : ''}
      </p>
    </>
  )
}

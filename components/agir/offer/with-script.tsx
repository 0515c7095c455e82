'use client'

import type { ReactNode } from 'react'
import { useAwake } from '@/components/ui/awake'

/** What nobody could use without a script is not there without one. */
export function WithScript({ children }: { children: ReactNode }) {
  return useAwake() ? children : null
}

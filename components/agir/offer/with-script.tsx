'use client'

import type { ReactNode } from 'react'
import { useAwake } from '@/components/ui/awake'

/** What nobody could use without a script is not there without one. */
export function WithScript({ children }: { children: ReactNode }) {
  return useAwake() ? children : null
}

/** What stands in its place without one. */
export function WithoutScript({ children }: { children: ReactNode }) {
  return useAwake() ? null : children
}

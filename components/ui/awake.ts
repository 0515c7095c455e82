'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether scripts run here: false in the page as it is sent, true once it is awake. */
export const useAwake = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

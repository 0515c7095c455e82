import type { RequestListener } from 'node:http'

/** Hosts that are no city's and exist in the demo only: the mailbox, the account service. */
const listeners = new Map<string, RequestListener>()

export function mountDemoHost(host: string, listener: RequestListener): void {
  if (process.env.PARVIS_DEMO === '1') listeners.set(host, listener)
}

export const demoHost = (host: string): RequestListener | undefined => listeners.get(host)

import { publicOrigin } from '../tenancy/origin'

/** The demo's own sign-in provider and mailbox: there only when the process was started as a demo. */
export const isDemo = () => process.env.PARVIS_DEMO === '1'
export const demoIssuer = 'http://compte.localhost'

/** A demo may run on any port: its settings name its provider without one. */
export function reachableIssuer(issuer: string): string {
  return isDemo() && issuer === demoIssuer ? publicOrigin('compte.localhost') : issuer
}

/** Names that lead to this machine serve as a city's in a demo only. */
export const demoHostEnds = (host: string) => isDemo() && host.endsWith('.localhost')

import { middleOfThree, rounded } from './figures'
import { ask, load } from './load'
import { type RunningServer, withServer } from './server'

/** Public pages from the cache, asked for by 64 visitors at once. */
export default () => withServer(measure)

const host = 'decider.paris.localhost'
const paths = ['/', '/idees', '/regles', '/en']

async function* measure({ port }: RunningServer) {
  const checks = { nonceDiffers: await nonceDiffers(port), policyIsStrict: await policyIsStrict(port) }
  await load({ port, host, paths, seconds: 4, connections: 64 })
  for (const [name, pipelining] of [
    ['pages', 8],
    ['pages-without-pipelining', 1],
  ] as const) {
    const run = await middleOfThree(
      () => load({ port, host, paths, seconds: 6, connections: 64, pipelining }),
      ({ perSecond }) => perSecond,
    )
    const enough = pipelining === 1 ? {} : { atLeast20000: run.perSecond >= 20_000 }
    yield {
      name,
      value: Math.round(run.perSecond),
      unit: 'pages/s',
      p50_ms: rounded(run.p50),
      p99_ms: rounded(run.p99),
      checks: { ...checks, allOk: run.allOk, ...enough },
    }
  }
}

const page = (port: number) => ask({ port, path: '/', headers: { host: `${host}:${port}` } })

async function nonceDiffers(port: number): Promise<boolean> {
  const nonces = new Set<string>()
  for (let at = 0; at < 50; at++) {
    const { headers, body } = await page(port)
    const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1]
    if (!nonce || !body.includes(`nonce="${nonce}"`)) return false
    nonces.add(nonce)
  }
  return nonces.size === 50
}

async function policyIsStrict(port: number): Promise<boolean> {
  const policy = String((await page(port)).headers['content-security-policy'])
  return policy.startsWith("default-src 'none'") && !policy.includes('unsafe')
}

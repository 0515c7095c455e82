import 'server-only'
import { isDemo } from '../auth/demo'
import { derivedKey } from '../auth/sealing'

export const demoOperatorEmail = 'operatrice@demo.example'

/** The account that a demo gives to whoever opens it; nowhere else. */
export function demoOperator(): { email: string; password: string; secret: Buffer } | null {
  if (!isDemo()) return null
  const key = derivedKey('demo-operator', 'operator')
  return { email: demoOperatorEmail, password: key.toString('hex').slice(0, 12), secret: key.subarray(0, 20) }
}

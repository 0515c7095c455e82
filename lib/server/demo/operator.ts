import { operatorDoor } from '../../db/operator'
import { demoOperator } from '../../operator/demo'
import { addOperator } from '../../operator/sign-in/commands'

/** The account that the demo shows on the operator's door. */
export async function settleDemoOperator(): Promise<void> {
  const demo = demoOperator()
  if (demo) await addOperator(operatorDoor(), { ...demo, now: new Date() })
}

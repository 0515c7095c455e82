import { isDatabaseAwake } from '../db'
import { withinPatience } from '../patience'

const usual = 2400
const toAnswer = 400
const longest = 15_000

/**
 * The work's result, or 'away' when the database keeps it waiting. Work that is only slow, as the first pages of a process
 * are, is waited for a while longer. Milliseconds. It is not stopped.
 */
export async function whileDatabaseAnswers<Value>(
  work: Promise<Value>,
  patience = usual,
): Promise<Value | 'away'> {
  const first = await withinPatience(work, patience)
  if (first !== 'away') return first
  const done = work.then(() => true)
  const goesOn = await Promise.race([done, withinPatience(isDatabaseAwake(), toAnswer)])
  return goesOn === true ? withinPatience(work, longest) : 'away'
}

import { operatorDoor } from '../../db/operator'
import { forgetOldDrafts } from './commands'

/** Each night. */
export const tidyDrafts = (now: Date): Promise<void> => forgetOldDrafts(operatorDoor(), now)

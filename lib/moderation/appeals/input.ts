import { z } from 'zod'
import { plainText } from '../../text'
import { subjectKinds } from '../rules'

export const AppealInput = z.strictObject({
  kind: z.enum(subjectKinds),
  subjectId: z.uuid(),
  text: plainText({ min: 30, max: 2000 }),
})

import { z } from 'zod'
import { reportReasons } from '../../moderation/rules'
import { plainText } from '../../text'
import { conversationKinds, messageLimits } from './rules'

const body = plainText(messageLimits.length)

export const BeginInput = z.strictObject({ kind: z.enum(conversationKinds), aboutId: z.uuid(), body })
export const WriteInput = z.strictObject({ conversationId: z.uuid(), body })
export const ConversationInput = z.strictObject({ conversationId: z.uuid() })

export const ReportMessageInput = z.strictObject({
  messageId: z.uuid(),
  reason: z.enum(reportReasons, 'choice_required'),
  text: plainText({ min: 20, max: 2000 }),
  withContext: z.literal('on').optional(),
  goodFaith: z.literal('on', 'good_faith_required'),
})

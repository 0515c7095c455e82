import { z } from 'zod'

export const KeeperInput = z.object({ initiativeId: z.uuid(), placeId: z.uuid() })

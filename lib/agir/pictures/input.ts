import { z } from 'zod'
import { lineOfText } from '../../text'
import { longestAlt, pictured } from './rules'

const of = { kind: z.enum(pictured), id: z.uuid() }

export const PictureInput = z.object({
  ...of,
  image: z.instanceof(File).optional(),
  alt: lineOfText({ min: 5, max: longestAlt }),
})

export const PictureOfInput = z.object(of)

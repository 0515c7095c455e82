import { z } from 'zod'
import { lineOfText, plainText } from '../../text'
import { longestAlt } from '../pictures/rules'
import { newsLimits, newsSubjects } from './rules'

export const NewsInput = z.object({ newsId: z.uuid() })

const said = { title: lineOfText(newsLimits.title), body: plainText(newsLimits.body) }

export const TellInput = z.object({ kind: z.enum(newsSubjects), id: z.uuid(), ...said })

export const RewordInput = z.object({ newsId: z.uuid(), ...said })

export const NewsImageInput = z.object({
  newsId: z.uuid(),
  image: z.instanceof(File).optional(),
  alt: lineOfText({ min: 5, max: longestAlt }),
})

export const NewsImageOfInput = z.object({ newsId: z.uuid(), imageId: z.uuid() })

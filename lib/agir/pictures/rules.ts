import { imageRefusals } from '../../media/rules'

/** What can have a picture of its own on the platform where people act. */
export const pictured = ['activity', 'initiative', 'organisation'] as const
export type Pictured = (typeof pictured)[number]

export const longestAlt = 200

export const pictureRefusals = [...imageRefusals, 'not_there', 'being_read', 'too_fast'] as const
export type PictureRefusal = (typeof pictureRefusals)[number]

import { z } from 'zod'
import { lineOfText, plainText } from '../../text'
import { type Line, mostLines, readLines, signerIn } from './rules'

const number = lineOfText({ min: 1, max: 40 })

/** A sheet as it is typed in: what cannot be understood is said with its line, so that it can be found on the paper. */
export const SheetInput = z
  .object({
    ideaId: z.uuid(),
    number,
    receivedOn: z.iso.date({ error: 'day' }),
    lines: plainText({ min: 1, max: 14_000 }),
  })
  .transform(({ lines, ...sheet }, context) => {
    const { unread, ...read } = readLines(lines)
    const issue = (message: string, params: Record<string, number>) =>
      context.addIssue({ code: 'custom', path: ['lines'], message, params })
    if (unread !== null) issue('sheet_line', { min: unread })
    else if (read.signers.length + read.spoilt > mostLines) issue('sheet_long', { max: mostLines })
    return { ...sheet, ...read }
  })

/** What the second person read on the drawn lines: `line.4` is the fourth. */
export const ControlInput = z
  .object({ sheetId: z.uuid() })
  .catchall(z.string().max(200))
  .transform((fields, context) => {
    const read: Line[] = []
    for (const [name, text] of Object.entries(fields)) {
      const [, line] = /^line\.(\d{1,4})$/.exec(name) ?? []
      if (!line) continue
      const signer = signerIn(text)
      if (signer) read.push({ ...signer, line: Number(line) })
      else context.addIssue({ code: 'custom', path: [name], message: text ? 'name_and_year' : 'required' })
    }
    return { sheetId: fields.sheetId, read }
  })

export const ReturnInput = z.object({ sheetId: z.uuid() })
export const WithdrawalInput = z.object({ sheetId: z.uuid(), reason: plainText({ min: 30, max: 1000 }) })
export const TakeOffInput = z
  .object({ ideaId: z.uuid(), signer: lineOfText({ min: 1, max: 160 }) })
  .transform(({ ideaId, signer: typed }, context) => {
    const signer = signerIn(typed)
    if (!signer) context.addIssue({ code: 'custom', path: ['signer'], message: 'name_and_year' })
    return { ideaId, signer: signer ?? { name: '', birthYear: 0 } }
  })

import { z } from 'zod'
import type { Locale } from '../../../tenants/tenant'
import { mailAddress } from '../address'

const optional = z.string().trim().max(254).default('')
const mailbox = z
  .string('required')
  .trim()
  .min(1, 'required')
  .max(254, 'email')
  .refine((typed) => mailAddress(typed) !== null, 'email')

/** From where a city’s letters leave, as it was written in the form of a city with these languages. */
export const SaveSender = (locales: readonly Locale[]) =>
  z
    .object({
      rowVersion: z.coerce.number().int().min(0),
      sender: z.enum(['operator', 'city']),
      replyTo: z.union([z.literal(''), mailbox]).default(''),
      host: optional.pipe(
        z.union([z.literal(''), z.string().regex(/^([a-z0-9-]{1,63}\.)+[a-z0-9-]{1,63}$/i, 'unreadable')]),
      ),
      port: z.coerce.number().int().min(1).max(65535).default(465),
      security: z.enum(['tls', 'starttls']).default('tls'),
      user: optional,
      password: z.string().max(500).default(''),
      address: z.union([z.literal(''), mailbox]).default(''),
      dkimSelector: z
        .string()
        .trim()
        .regex(/^[a-z0-9._-]{0,63}$/i, 'unreadable')
        .default(''),
      ...Object.fromEntries(locales.map((one) => [`name.${one}`, z.string().trim().max(80).default('')])),
    })
    .superRefine(({ sender, host, address }, check) => {
      if (sender === 'city' && !host) check.addIssue({ code: 'custom', path: ['host'], message: 'required' })
      if ((sender === 'city' || host) && !address)
        check.addIssue({ code: 'custom', path: ['address'], message: 'required' })
    })
    .transform(({ rowVersion, password, ...filled }) => {
      const said = filled as Record<string, unknown>
      const names = locales.flatMap((one) =>
        said[`name.${one}`] ? [[one, String(said[`name.${one}`])]] : [],
      )
      const { sender, replyTo, host, port, security, user, address, dkimSelector } = filled
      const server = host
        ? { host: host.toLowerCase(), port, security, user, from: mailAddress(address)!, dkimSelector }
        : undefined
      const senderName = names.length > 0 ? Object.fromEntries(names) : undefined
      const mail = { sender, senderName, replyTo: replyTo || undefined, server }
      return { rowVersion, password: password || null, mail }
    })

export const TryLetter = z.object({ to: mailbox })
export const NoFields = z.object({})
export const ReleaseMailbox = z.object({
  mailboxKey: z.string().min(1).max(100),
  reason: z.string('required').trim().min(5, 'too_short').max(300),
})

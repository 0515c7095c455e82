import { z } from 'zod'

const hostName = z
  .string()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)

/** From where, and in whose name, a city's letters leave. Its password is a secret of the city, never a setting. */
export const Mail = (localized: z.ZodType<Partial<Record<string, string>>>) =>
  z
    .strictObject({
      /** The operator's mail server, or the city's own. */
      sender: z.enum(['operator', 'city']).default('operator'),
      senderName: localized.optional(),
      replyTo: z.email().max(254).optional(),
      server: z
        .strictObject({
          host: hostName,
          port: z.number().int().min(1).max(65535).default(465),
          /** Encrypted from the first byte, or as soon as the server has said its name; never not. */
          security: z.enum(['tls', 'starttls']).default('tls'),
          user: z.string().max(200).default(''),
          from: z.email().max(254),
          dkimSelector: z
            .string()
            .regex(/^[a-z0-9._-]{0,63}$/i)
            .default(''),
        })
        .optional(),
    })
    .refine(({ sender, server }) => sender === 'operator' || server, { path: ['server'], error: 'required' })
    .prefault({})

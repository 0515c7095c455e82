import 'server-only'
import { connect, type Socket, type TcpNetConnectOpts } from 'node:net'
import nodemailer from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { parseConnectionUrl } from 'nodemailer/lib/shared/index.js'
import type { Tenant } from '../../tenants/tenant'
import { guardedLookup, isLoopbackName, isPublicName } from '../outgoing/addresses'

export type Envelope = {
  from: { name: string; address: string }
  to: { name: string; address: string }
  /** Where the answer of a mail server that refuses it later goes. */
  returnPath: string
  replyTo: string
  messageId: string
  subject: string
  html: string
  text: string
  /** Both, encoded as they go over the wire. */
  quoted: { html: string; text: string }
  headers: Record<string, string>
}

/** Letters that leave side by side. */
export const lanes = 5

const manners = {
  pool: true,
  maxConnections: lanes,
  maxMessages: 100_000,
  maxRequeues: 0,
  connectionTimeout: 5000,
  greetingTimeout: 5000,
  socketTimeout: 15_000,
} as const
/** Nothing that a letter says can make this machine open a file or an address. */
const onlyWhatIsWritten = { disableFileAccess: true, disableUrlAccess: true } as const

type OwnServer = { server: NonNullable<Tenant['mail']['server']>; password: string | null }

/** `post` says what the mail server answered. */
export type Line = { post: (letter: Envelope) => Promise<string>; close: () => void }

/**
 * A few connections to the mail server, kept for many letters. `post` throws when the server did not say that it has the
 * letter: whether to try again is decided by who knows what has been sent.
 */
export function openLine(own?: OwnServer): Line {
  const operators = { ...parseConnectionUrl(process.env.SMTP_URL ?? ''), getSocket: plainSocket }
  const transport = nodemailer.createTransport({
    ...(own ? citysOwn(own) : operators),
    ...manners,
    ...onlyWhatIsWritten,
  })
  transport.on('error', () => {})
  return {
    post: async ({ returnPath, ...letter }) => {
      const address = own?.server.from
      const from = { ...letter.from, address: address ?? letter.from.address }
      const raw = wireOf({ ...letter, from })
      const envelope = { from: address ?? returnPath, to: [letter.to.address] }
      return (await transport.sendMail({ raw, envelope })).response
    },
    close: () => transport.close(),
  }
}

type Posted = Omit<Envelope, 'returnPath'>

/** The letter whole, text before look: its head is written for it alone, its parts are encoded already. */
function wireOf({ quoted, ...letter }: Posted): string {
  const node = new MailComposer({ ...letter, ...inTwoParts, ...onlyWhatIsWritten }).compile()
  const head = node.buildHeaders()
  const part = (type: string, body: string) =>
    [`--${node.boundary}`, `Content-Type: ${type}; charset=utf-8`, encoding, '', body, ''].join('\r\n')
  const parts = part('text/plain', quoted.text) + part('text/html', quoted.html)
  return `${head}\r\n\r\n${parts}--${node.boundary}--\r\n`
}

const inTwoParts = { text: ' ', html: ' ' }
const encoding = 'Content-Transfer-Encoding: quoted-printable'

/** Always encrypted, with a certificate that is checked; never at an address of our own network. */
function citysOwn({ server, password }: OwnServer) {
  const { host, port, security, user } = server
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: true,
    tls: { servername: host, minVersion: 'TLSv1.2' as const },
    ...(user ? { auth: { user, pass: password ?? '' } } : {}),
    getSocket: guardedSocket,
  }
}

type Target = { host?: string; port?: number | string; secure?: boolean }
type Reached = (error: Error | null, reached?: { connection: Socket }) => void

function plainSocket({ host = 'localhost', port, secure }: Target, answer: Reached): void {
  const usual = secure ? 465 : 587
  reach({ host, port: Number(port ?? usual) }, answer)
}

/** Connects to the public address that the name has at this moment, so that it cannot lead inside. */
function guardedSocket({ host = '', port = 0 }: Target, answer: Reached): void {
  if (!isPublicName(host) && !isLoopbackName(host)) return answer(new Error('address_refused'))
  reach({ host, port: Number(port), lookup: guardedLookup }, answer)
}

/**
 * The dot that ends a letter leaves at once. Held back until what went before it has been acknowledged, as is usual, it
 * would cost each letter forty milliseconds.
 */
function reach(target: TcpNetConnectOpts, answer: Reached): void {
  const connection = connect({ ...target, noDelay: true, keepAlive: true })
  const failed = (error: Error) => {
    connection.destroy()
    answer(Object.assign(error, { command: 'CONN' }))
  }
  const late = setTimeout(() => failed(new Error('connection_timeout')), manners.connectionTimeout)
  connection.once('error', failed)
  connection.once('close', () => clearTimeout(late))
  connection.once('connect', () => {
    clearTimeout(late)
    connection.off('error', failed)
    answer(null, { connection })
  })
}

type Failure = { code?: string; responseCode?: number; command?: string; message?: string }

/**
 * What a failed letter means: the mailbox is no more (`refused`), this letter will never be taken (`rejected`), the
 * server is not to be had at all now (`away`), or only this one has to wait (`later`).
 */
export function meaningOf(error: unknown): 'refused' | 'rejected' | 'away' | 'later' {
  const { responseCode = 0, command } = error as Failure
  if (responseCode >= 550 && responseCode <= 554) return command === 'RCPT TO' ? 'refused' : 'rejected'
  if (responseCode === 421 || command === 'CONN' || responseCode === 0) return 'away'
  return 'later'
}

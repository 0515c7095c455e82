import { askRaw } from './raw'

const port = Number(process.env.PARVIS_PORT ?? 3000)

export type Letter = { id: string; subject: string; text: string; to: string[] }

async function lettersTo(address: string): Promise<Letter[]> {
  const { body } = await askRaw(port, `GET /api/messages?to=${address} HTTP/1.1\nHost: mailbox.localhost\n`)
  return (JSON.parse(body) as { messages: Letter[] }).messages
}

/** The newest letter to an address, once it has come; of a subject, where one is named. */
export async function letterTo(address: string, subject = ''): Promise<Letter> {
  for (let waited = 0; waited < 12_000; waited += 200) {
    const letter = (await lettersTo(address)).find((one) => one.subject.includes(subject))
    if (letter) return letter
    await new Promise((later) => setTimeout(later, 200))
  }
  throw new Error(`no letter ${subject} came to ${address}`)
}

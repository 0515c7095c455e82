import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { askForExport, fetchExport } from '@/lib/people/exports/commands'
import { AskForExport } from '@/lib/people/exports/input'
import { listExports } from '@/lib/people/exports/queries'
import { after, marsa, noon, paris, someone } from '../support/letters'

const reason = 'Demande écrite de la commission du 12 novembre 2026.'

test('edge 41: a file of personal data is handed to the one who asked, once, within ten minutes, and logged', async () => {
  const [officer, other] = [await someone({ name: 'Odile' }), await someone()]
  await someone({ name: '=HYPERLINK("http://x","y")' })
  const asked = { personId: officer, subject: 'accounts' as const, fields: ['name'], reason, now: noon }
  const ask = async () => {
    const outcome = await askForExport(paris, asked)
    return outcome.ok ? outcome.value.exportId : ''
  }
  const exportId = await ask()
  expect(await fetchExport(paris, { exportId, personId: other, now: noon })).toBeNull()
  expect(await fetchExport(marsa, { exportId, personId: officer, now: noon })).toBeNull()
  const [file, again] = await Promise.all([
    fetchExport(paris, { exportId, personId: officer, now: noon }),
    fetchExport(paris, { exportId, personId: officer, now: noon }),
  ])
  expect([file, again].filter(Boolean)).toHaveLength(1)
  const { csv } = (file ?? again)!
  expect(csv).toContain(`"'=HYPERLINK(""http://x"",""y"")"`)
  expect(csv.split('\r\n')[0]).toBe('\ufeff"name"')
  const late = after(noon, 0.17)
  expect(await fetchExport(paris, { exportId: await ask(), personId: officer, now: late })).toBeNull()
  const logged = (await listExports(paris)).find(({ id }) => id === exportId)!
  const digest = createHash('sha256').update(csv).digest('hex')
  expect(logged).toMatchObject({ by: 'Odile', reason, fields: ['name'], digest })
})

test('no file without a reason, nor with a field that its subject does not have', () => {
  const asked = { subject: 'accounts', fields: ['name', 'voterKey'], reason }
  expect(AskForExport.parse(asked).fields).toEqual(['name'])
  expect(AskForExport.safeParse({ ...asked, fields: ['voterKey'] }).success).toBe(false)
  expect(AskForExport.safeParse({ ...asked, reason: 'Parce que.' }).success).toBe(false)
  expect(AskForExport.safeParse({ ...asked, personId: 'x' }).success).toBe(false)
})

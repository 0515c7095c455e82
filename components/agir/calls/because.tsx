import { getTranslations } from 'next-intl/server'
import { skills } from '@/lib/agir/volunteers/rules'

const plain = ['district', 'near', 'language', 'slot'] as const

/** Why somebody was asked, in words: where they live, what they offered, when they are free. */
export async function Because({ because }: { because: string[] }) {
  const [t, v] = await Promise.all([getTranslations('agirCalls.because'), getTranslations('agirVolunteers')])
  const reasons = because.flatMap((reason) => {
    const skill = skills.find((one) => reason === `skill:${one}`)
    if (skill) return [t('skill', { skill: v(`skills.${skill}`) })]
    const said = plain.find((one) => one === reason)
    return said ? [t(said)] : []
  })
  return <p className="text-base text-muted">{reasons.join(' · ')}</p>
}

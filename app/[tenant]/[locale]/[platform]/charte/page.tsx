import { LegalPage, legalMetadata, type LegalProps } from '../legal-page'

export const generateMetadata = () => legalMetadata('charter')

export default function Charter(props: LegalProps) {
  return <LegalPage document="charter" {...props} />
}

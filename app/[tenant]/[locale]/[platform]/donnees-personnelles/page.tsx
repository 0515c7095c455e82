import { LegalPage, legalMetadata, type LegalProps } from '../legal-page'

export const generateMetadata = () => legalMetadata('privacy')

export default function Privacy(props: LegalProps) {
  return <LegalPage document="privacy" {...props} />
}

import { LegalPage, legalMetadata, type LegalProps } from '../legal-page'

export const generateMetadata = () => legalMetadata('terms')

export default function Terms(props: LegalProps) {
  return <LegalPage document="terms" {...props} />
}

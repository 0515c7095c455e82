import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  compress: false,
  serverExternalPackages: [
    'postgres',
    'sharp',
    'nodemailer',
    'graphile-worker',
    'oidc-provider',
    'smtp-server',
    'culori',
  ],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '12mb' } },
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)

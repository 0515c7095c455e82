/** Where the cities are looked after: a host that is never a city's. */
export const operatorHost = () => process.env.OPERATOR_HOST || 'operator.localhost'
